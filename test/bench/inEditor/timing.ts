/** Stands in for the extension's entry point: loads and activates the real one, and times both. */
import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, sep } from 'node:path';
import type * as vscode from 'vscode';
import { type Activation, readPlan, startsAtRest } from '../handover.ts';

/** The exports of the extension under measurement. */
export interface Timing {
  /** Loads and activates the extension, unless that is done. */
  begin(): Promise<Begun>;
}

export interface Begun {
  readonly activation: Activation;
  /** When the first line of its code ran, and when `activate` was done. */
  readonly start: number;
  readonly activated: number;
  /** In a reload: when the editor listed models. */
  readonly listed: Promise<number> | undefined;
  /** For the first tree: when the sidebar had its nodes. */
  readonly drawn: Promise<number> | undefined;
}

interface Extension {
  activate(context: vscode.ExtensionContext): unknown;
}

/** Left to run time: what it loads must not be loaded before the clock starts, the editor's API included. */
const load = createRequire(__filename);

export async function activate(context: vscode.ExtensionContext): Promise<Timing> {
  let begun: Promise<Begun> | undefined;
  const timing = { begin: () => (begun ??= begin(context)) };
  if (!startsAtRest(readPlan())) await timing.begin();
  return timing;
}

async function begin(context: vscode.ExtensionContext): Promise<Begun> {
  const { kind } = readPlan();
  const sidebar = kind === 'first-tree' ? sidebarOf(load('vscode') as typeof vscode) : undefined;
  const start = performance.now();
  const extension = load('./dist/extension.cjs') as Extension;
  const loaded = performance.now();
  await extension.activate(context);
  const activated = performance.now();
  const activation = { load: loaded - start, activate: activated - loaded, files: loadedFiles() };
  return {
    activation,
    start,
    activated,
    listed: kind === 'reload' ? modelsListed() : undefined,
    drawn: sidebar && nodesMade(await sidebar),
  };
}

/** The sidebar's provider, once the extension hands it to the editor. */
function sidebarOf({ window }: typeof vscode): Promise<vscode.TreeDataProvider<unknown>> {
  const { promise, resolve } = Promise.withResolvers<vscode.TreeDataProvider<unknown>>();
  const { createTreeView } = window;
  Object.assign(window, {
    createTreeView: (id: string, options: vscode.TreeViewOptions<unknown>) => {
      resolve(options.treeDataProvider);
      return createTreeView(id, options);
    },
  });
  return promise;
}

/** Resolves to the time at which the sidebar has its first nodes, which the editor only draws where it is open. */
async function nodesMade(sidebar: vscode.TreeDataProvider<unknown>): Promise<number> {
  const nodes = (await sidebar.getChildren()) ?? [];
  if (nodes.length < 2) throw new Error('The sidebar has no models.');
  return performance.now();
}

/** Resolves to the time at which the editor lists the first of our models. */
export async function modelsListed(): Promise<number> {
  const { lm } = load('vscode') as typeof vscode;
  const models = await lm.selectChatModels({ vendor: 'amazon-bedrock' });
  if (models.length === 0) throw new Error('The editor lists no model.');
  return performance.now();
}

function loadedFiles(): Record<string, number> {
  const own = Object.keys(load.cache).filter(
    file => file.startsWith(dirname(__filename) + sep) && file !== __filename,
  );
  return Object.fromEntries(own.map(file => [basename(file), statSync(file).size]));
}
