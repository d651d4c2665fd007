/**
 * The extension's settings, all of them machine-scoped: no workspace can steer a request or a file. And those of the
 * editor that say how to reach the network.
 */
import * as vscode from 'vscode';
import type { ConnectionLayer } from '../bedrock/connection/connection.ts';
import { ROUTE_POLICIES, type RoutePolicy } from '../bedrock/models/routePolicy.ts';
import type { Network } from '../bedrock/network.ts';

const SECTION = 'openclawBedrock';

/** What the user set for the connection; goes before the OpenClaw config and the environment. */
export function connectionLayer(): ConnectionLayer {
  return { from: 'settings', region: read('region'), profile: read('profile'), endpoint: read('endpoint') };
}

/** Sets or, with a blank, resets the AWS profile to use. */
export function setProfileSetting(name: string): Thenable<void> {
  return write('profile', name.trim());
}

/** Sets or, with a blank, resets the AWS region to use. */
export function setRegionSetting(name: string): Thenable<void> {
  return write('region', name.trim());
}

/** Whether models that OpenClaw's settings keep from view are shown in the editor all the same. */
export function showAllModels(): boolean {
  return vscode.workspace.getConfiguration(SECTION).get('showAllModels') === true;
}

export function setShowAllModels(isOn: boolean): Thenable<void> {
  return write('showAllModels', isOn);
}

/** Which routes of models may be used, and which of them first. */
export function routePolicy(): RoutePolicy {
  const value = read('routePolicy');
  return ROUTE_POLICIES.find(policy => policy === value) ?? 'auto';
}

export function setRoutePolicy(policy: RoutePolicy): Thenable<void> {
  return write('routePolicy', policy === 'auto' ? '' : policy);
}

/** How the chat asks models. */
export interface ChatSettings {
  /** Whether Bedrock keeps the beginning of requests. */
  readonly caching: boolean;
  /** Seconds without a sign of life before an answer is given up. */
  readonly silenceLimit: number;
  /** By model id, as the user wrote it: `modelSettings` reads it. */
  readonly models: unknown;
  /** Whether what is asked and answered goes into the log. */
  readonly logsContent: boolean;
}

export function chatSettings(): ChatSettings {
  const settings = vscode.workspace.getConfiguration(SECTION);
  const silenceLimit: unknown = settings.get('silenceLimit');
  return {
    // A value that is no switch was meant to turn something off.
    caching: settings.get('promptCaching') === true,
    silenceLimit: typeof silenceLimit === 'number' && silenceLimit >= 1 ? Math.min(silenceLimit, 900) : 120,
    models: settings.get('modelSettings'),
    logsContent: settings.get('logContent') === true,
  };
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
  return onDidChange(SECTION, listener);
}

/** How the editor is told to reach the network. */
export function network(): Network {
  const http = vscode.workspace.getConfiguration('http');
  const proxy: unknown = http.get('proxySupport') === 'off' ? undefined : http.get('proxy');
  const noProxy: unknown = http.get('noProxy');
  return {
    proxy: typeof proxy === 'string' ? proxy.trim() || undefined : undefined,
    noProxy: Array.isArray(noProxy) ? noProxy.filter(host => typeof host === 'string') : [],
    strictTls: http.get('proxyStrictSSL') !== false,
  };
}

/** Calls back after a change of how to reach the network. */
export function onDidChangeNetwork(listener: () => void): vscode.Disposable {
  return onDidChange('http', listener);
}

function onDidChange(section: string, listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration(change => {
    if (change.affectsConfiguration(section)) listener();
  });
}

function read(name: string): string {
  const value: unknown = vscode.workspace.getConfiguration(SECTION).get(name);
  return typeof value === 'string' ? value : '';
}

/** A blank text, and false, reset a setting: its default is just that. */
function write(name: string, value: string | boolean): Thenable<void> {
  return vscode.workspace
    .getConfiguration(SECTION)
    .update(name, value || undefined, vscode.ConfigurationTarget.Global);
}
