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

/** Sets or, with a blank, resets the setting that names OpenClaw's config. */
export function setConfigPathSetting(path: string): Thenable<void> {
  return write('configPath', path);
}

/** The setting that says which OpenClaw to write for, or blank. */
export function openclawVersionSetting(): string {
  return read('openclawVersion').trim();
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

function write(name: string, value: string): Thenable<void> {
  return vscode.workspace
    .getConfiguration(SECTION)
    .update(name, value || undefined, vscode.ConfigurationTarget.Global);
}
