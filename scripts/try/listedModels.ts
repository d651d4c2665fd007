// Counts the models that a person would see in the view "Bedrock Models".
import type { Browser } from 'playwright-core';

/** Opens the view at this address; 0 when no model appears within a minute and a half. */
export async function listedModels(browser: Browser, url: string): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  page.setDefaultTimeout(90_000);
  await page.goto(url);
  await page.locator('.activitybar').getByRole('tab', { name: 'Bedrock Models' }).click();
  // Models stand at the second level, below their providers.
  const models = page.locator('.part.sidebar .monaco-list-row[aria-level="2"]');
  try {
    await models.first().waitFor();
  } catch {
    return 0;
  }
  return models.count();
}
