/** The extension's settings, all of them machine-scoped: no workspace can steer a request or a file. */
import * as vscode from 'vscode';
import type { ConnectionLayer } from '../bedrock/connection/connection.ts';

const SECTION = 'openclawBedrock';

/** What the user set for the connection; goes before the OpenClaw config and the environment. */
export function connectionLayer(): ConnectionLayer {
  return { from: 'settings', region: read('region'), profile: read('profile'), endpoint: read('endpoint') };
}

/** The setting that names OpenClaw's config, or blank. */
export function configPathSetting(): string {
  return read('configPath');
}

/** Calls back after a change of any of our settings. */
export function onDidChangeSettings(listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration(change => {
    if (change.affectsConfiguration(SECTION)) listener();
  });
}

function read(name: string): string {
  const value: unknown = vscode.workspace.getConfiguration(SECTION).get(name);
  return typeof value === 'string' ? value : '';
}
