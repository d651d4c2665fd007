/** The real editor with the extensions under measurement. Each load of its window starts a new extension host. */
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { enableTestDriver, launchChromium, workbenchUrl } from '../../scripts/editorHost/browser.ts';
import { printAutomationLog } from '../../scripts/editorHost/output.ts';
import { startEditorHost } from '../../scripts/editorHost/start.ts';
import { quietSettings } from '../e2e/workbench/settings.ts';
import type { Built } from './build.ts';
import { FOLDER_VARIABLE, type Measured, type Plan, readMeasured, writePlan } from './handover.ts';

export interface BenchEditor {
  /** Loads the window anew and resolves to what the plan's measurement found; rejects when it failed. */
  load(plan: Plan): Promise<Measured>;
  /** The same in a second window, while the first stays open. */
  loadBeside(plan: Plan): Promise<Measured>;
  /** Empties the extension's own storage, where it keeps its models. */
  forgetModels(): void;
  close(): Promise<void>;
}

const MINUTES_A_LOAD = 2;

/** A closed chat panel lists no models of its own accord, so that nothing but the bench asks. */
const settings = { ...quietSettings, 'workbench.secondarySideBar.defaultVisibility': 'hidden' };

/** `environment` is all that the extensions see besides PATH and HOME. */
export async function openEditor(
  built: Built,
  environment: Readonly<Record<string, string>>,
): Promise<BenchEditor> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'openclaw-bedrock-bench-')));
  const inFolder = (name: string) => join(folder, name);
  for (const name of ['home', 'workspace', 'user-data/User']) mkdirSync(inFolder(name), { recursive: true });
  writeFileSync(inFolder('user-data/User/settings.json'), JSON.stringify(settings));
  // Installed, since a window develops only one extension, and that is the one with the suite.
  cpSync(built.extension, inFolder('extensions/openclaw-bedrock.openclaw-bedrock'), { recursive: true });

  const host = await startEditorHost({
    userDataDir: inFolder('user-data'),
    extensionsDir: inFolder('extensions'),
    env: { ...environment, PATH: process.env.PATH, HOME: inFolder('home'), [FOLDER_VARIABLE]: folder },
  });
  const browser = await launchChromium();
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  await enableTestDriver(context);

  let ended = Promise.withResolvers<number>();
  let log: Parameters<typeof printAutomationLog>[] = [];
  await context.exposeFunction('codeAutomationExit', (code: number) => ended.resolve(code));
  await context.exposeFunction('codeAutomationLog', (...line: Parameters<typeof printAutomationLog>) => {
    log.push(line);
  });
  const window = await context.newPage();
  const url = workbenchUrl({
    url: host.url,
    folder: inFolder('workspace'),
    extensionDevelopmentPaths: [built.reference],
    extensionTestsPath: built.suite,
  });

  const loadIn = async (page: Page, plan: Plan): Promise<Measured> => {
    writePlan(plan, folder);
    ended = Promise.withResolvers();
    log = [];
    const timer = setTimeout(() => ended.resolve(1), MINUTES_A_LOAD * 60_000);
    await page.goto(url);
    const code = await ended.promise.finally(() => clearTimeout(timer));
    if (code !== 0) {
      for (const line of log) printAutomationLog(...line);
      throw new Error(`Measuring ${JSON.stringify(plan)} failed; the editor's log is above.`);
    }
    return readMeasured(folder);
  };

  return {
    load: plan => loadIn(window, plan),
    async loadBeside(plan) {
      const second = await context.newPage();
      const measured = await loadIn(second, plan);
      await second.close();
      return measured;
    },
    forgetModels() {
      const storage = inFolder('user-data/User/globalStorage/openclaw-bedrock.openclaw-bedrock');
      rmSync(storage, { recursive: true, force: true });
    },
    async close() {
      await browser.close();
      await host.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
