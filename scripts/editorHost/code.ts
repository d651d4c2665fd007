#!/usr/bin/env node
// Stands in for the desktop editor's `code` when an extension's tests are run: takes the arguments that
// `@vscode/test-electron` passes, runs the suite in the editor host and ends with its result, 0 or 1.
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { readArguments, type TestRun } from './arguments.ts';
import { enableTestDriver, launchChromium, workbenchUrl } from './browser.ts';
import { printAutomationLog } from './output.ts';
import { startEditorHost } from './start.ts';

const minutesAtMost = 10;
const artefacts = join(import.meta.dirname, '../../test-results/editor');

process.exitCode = await run(readArguments(process.argv.slice(2)));

async function run(testRun: TestRun): Promise<number> {
  const host = await startEditorHost({ ...testRun, env: process.env });
  const browser = await launchChromium();
  try {
    return await resultOfSuite(browser, host.url, testRun);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  } finally {
    await browser.close();
    await host.stop();
    rmSync(artefacts, { recursive: true, force: true });
    cpSync(host.logsDir, join(artefacts, 'logs'), { recursive: true });
  }
}

/** Opens the workbench, which runs the suite and reports how it ended; rejects when that never happens. */
async function resultOfSuite(browser: Browser, url: string, testRun: TestRun): Promise<number> {
  const ended = Promise.withResolvers<number>();
  const timer = setTimeout(() => {
    ended.reject(new Error(`The tests did not end within ${minutesAtMost} minutes.`));
  }, minutesAtMost * 60_000);
  browser.on('disconnected', () => ended.reject(new Error('The browser ended before the tests did.')));

  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  await enableTestDriver(context);
  await context.exposeFunction('codeAutomationExit', (code: number) => ended.resolve(code));
  await context.exposeFunction('codeAutomationLog', printAutomationLog);
  const page = await context.newPage();
  page.on('crash', () => ended.reject(new Error('The page crashed before the tests ended.')));
  const opened = page.goto(workbenchUrl({ url, ...testRun })).then(() => ended.promise);
  return Promise.race([opened, ended.promise]).finally(() => clearTimeout(timer));
}
