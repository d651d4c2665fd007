/** What the tests of the editor tier stand on: a simulated Bedrock of their own, and an OpenClaw config. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import * as vscode from 'vscode';
import { type Bedrock, type BedrockOptions, startBedrock } from '../bedrock/bedrock.ts';

export const VENDOR = 'amazon-bedrock';

/** A picture of one pixel, whole: the editor itself looks into what it passes on. */
export const PICTURE = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);

/** A simulator that the extension uses from now on, with the credentials that the environment holds. */
export async function useBedrock(options: BedrockOptions = {}): Promise<Bedrock> {
  const bedrock = await startBedrock(options);
  await useEndpoint(bedrock.url);
  return bedrock;
}

export async function useEndpoint(url: string): Promise<void> {
  await set('endpoint', url);
}

/** A config with this text (none: no file) that the extension uses from now on; resolves to its path. */
export async function useConfig(text: string | undefined): Promise<string> {
  const path = join(mkdtempSync(join(tmpdir(), 'openclaw-bedrock-config-')), 'openclaw.json');
  if (text !== undefined) writeFileSync(path, text);
  await set('configPath', path);
  return path;
}

/** The version of OpenClaw that configs are written for from now on; blank: found out. */
export async function useVersion(version: string): Promise<void> {
  await set('openclawVersion', version);
}

/** Puts a command `openclaw` with this shell script first on the PATH; call what is returned to take it away. */
export function useCli(script: string): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'openclaw-bedrock-cli-'));
  writeFileSync(join(folder, 'openclaw'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  const before = process.env['PATH'];
  process.env['PATH'] = `${folder}${delimiter}${before ?? ''}`;
  return () => (process.env['PATH'] = before);
}

export async function useSilenceLimit(seconds: number | undefined): Promise<void> {
  await set('silenceLimit', seconds);
}

export async function useModelSettings(settings: object | undefined): Promise<void> {
  await set('modelSettings', settings);
}

/** The AWS profile that the settings name from now on; blank: none. */
export async function useProfile(name: string): Promise<void> {
  await set('profile', name);
}

/**
 * Puts these variables into the environment, which is read when a connection is next looked for; undefined takes one
 * out. Call what is returned to have it as before.
 */
export function useVariables(variables: Record<string, string | undefined>): () => void {
  const put = (values: Record<string, string | undefined>) => {
    for (const [name, value] of Object.entries(values)) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  };
  const before = Object.fromEntries(Object.keys(variables).map(name => [name, process.env[name]]));
  put(variables);
  return () => put(before);
}

export function run<Result>(verb: string, ...args: unknown[]): Thenable<Result> {
  return vscode.commands.executeCommand<Result>(`openclawBedrock.${verb}`, ...args);
}

/** The models that the chat offers, by id. */
export async function chatModels(): Promise<vscode.LanguageModelChat[]> {
  return vscode.lm.selectChatModels({ vendor: VENDOR });
}

/** Resolves once the chat offers some models, or none; `change` is made again until then, where it is given. */
export async function chatHasModels(hasSome: boolean, change?: () => void): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const look = async () => {
    if ((await chatModels()).length > 0 === hasSome) resolve(undefined);
  };
  const subscription = vscode.lm.onDidChangeChatModels(look);
  // The editor takes a moment to begin watching a folder, and tells nobody when it does.
  const changing = change && setInterval(change, 250);
  change?.();
  await look();
  await promise;
  clearInterval(changing);
  subscription.dispose();
}

export async function chatModel(id: string): Promise<vscode.LanguageModelChat> {
  const [model] = await vscode.lm.selectChatModels({ vendor: VENDOR, id });
  if (!model) throw new Error(`The chat offers no model ${id}.`);
  return model;
}

async function set(name: string, value: unknown): Promise<void> {
  await vscode.workspace
    .getConfiguration('openclawBedrock')
    .update(name, value, vscode.ConfigurationTarget.Global);
}
