/** Stands in for the extension's entry point: loads and activates the real one, and times both. */
import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, sep } from 'node:path';
import type * as vscode from 'vscode';
import { type Activation, readPlan } from '../handover.ts';

/** The exports of the extension under measurement. */
export interface Timing {
  /** Loads and activates the extension, unless that is done. */
  begin(): Promise<Begun>;
}

export interface Begun {
  readonly activation: Activation;
  /** In loads that measure it: resolves to the milliseconds from the first line of code until models are listed. */
  readonly listed: Promise<number> | undefined;
}

interface Extension {
  activate(context: vscode.ExtensionContext): unknown;
}

/** Left to run time: what it loads must not be loaded before the clock starts, the editor's API included. */
const load = createRequire(__filename);

export async function activate(context: vscode.ExtensionContext): Promise<Timing> {
  let begun: Promise<Begun> | undefined;
  const timing = { begin: () => (begun ??= begin(context)) };
  const plan = readPlan();
  if (plan.kind !== 'reload' || plan.window === 'starting') await timing.begin();
  return timing;
}

async function begin(context: vscode.ExtensionContext): Promise<Begun> {
  const start = performance.now();
  const extension = load('./dist/extension.cjs') as Extension;
  const loaded = performance.now();
  await extension.activate(context);
  const activated = performance.now();

  const listed = readPlan().kind === 'reload' ? modelsListed().then(end => end - start) : undefined;
  return {
    activation: { load: loaded - start, activate: activated - loaded, files: loadedFiles() },
    listed,
  };
}

/** Resolves to the time at which the editor lists the first of our models. */
async function modelsListed(): Promise<number> {
  const { lm } = load('vscode') as typeof vscode;
  const models = await lm.selectChatModels({ vendor: 'amazon-bedrock' });
  if (models.length === 0) throw new Error('No model was listed after the reload.');
  return performance.now();
}

function loadedFiles(): Record<string, number> {
  const own = Object.keys(load.cache).filter(
    file => file.startsWith(dirname(__filename) + sep) && file !== __filename,
  );
  return Object.fromEntries(own.map(file => [basename(file), statSync(file).size]));
}
