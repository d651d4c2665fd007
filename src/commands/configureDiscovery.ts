/** OpenClaw: Configure Bedrock Discovery. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { discoveryPlace, type DiscoveryChanges, planDiscovery } from '../openclaw/edits/discovery.ts';
import { knownVendors } from '../bedrock/models/figures.ts';
import { isObject, type JsonValue, valueAt } from '../openclaw/jsonValue.ts';
import { type DiscoveryName, discoveryNames, discoveryRule } from '../openclaw/schema.ts';
import { configByHand } from './configByHand.ts';
import { type EditOptions, type EditResult, makeChange, unchanged } from './change.ts';
import { refuseOddTarget } from './chosenModel.ts';
import type { Command, Parts } from './parts.ts';

export const configureDiscovery: Command = {
  id: 'openclawBedrock.configureDiscovery',
  /** Called with settings by name it asks nothing; null takes one out. By hand it goes on until it is left. */
  run: async (parts: Parts, settings?: DiscoveryChanges, options?: EditOptions): Promise<EditResult> => {
    if (isObject(settings) && !(settings instanceof vscode.TreeItem))
      return change(parts, settings, options?.ask === true ? 'hand' : (options ?? {}));
    refuseOddTarget(settings);
    let result = unchanged(parts);
    for (;;) {
      const changes = await askForChange(parts);
      if (!changes) return result;
      const { changed, ...latest } = await change(parts, changes, 'hand');
      result = { ...latest, changed: changed || result.changed };
      if (latest.problem) return result;
    }
  },
};

function change(parts: Parts, settings: DiscoveryChanges, by: 'hand' | EditOptions): Promise<EditResult> {
  const names = Object.keys(settings).join(', ');
  return makeChange(parts, by, {
    plan: (config, around) => planDiscovery(config, settings, around),
    question: l10n.t('Change OpenClaw’s discovery settings?'),
    done: l10n.t('OpenClaw’s discovery settings are changed: {0}.', names),
    same: l10n.t('OpenClaw’s discovery settings are like this already.'),
  });
}

/** Has the user pick a setting and its value; undefined when nothing (more) is to change. */
async function askForChange(parts: Parts): Promise<DiscoveryChanges | undefined> {
  const value = await configByHand(parts, { canBeMade: true });
  if (!value) return undefined;
  const { layout } = await parts.installed.current();
  const place = discoveryPlace(value, layout);
  const picked = await vscode.window.showQuickPick(
    discoveryNames.map(name => {
      const now = valueAt(value, [...place, name]);
      const rule = discoveryRule(name);
      const description = now === undefined ? l10n.t('default: {0}', rule.defaultWords) : shown(now);
      return { label: name, description, detail: rule.description, name, now };
    }),
    { title: l10n.t('Configure Bedrock Discovery'), placeHolder: l10n.t('Choose what to change') },
  );
  if (!picked) return undefined;
  const answer = await askForValue(parts, picked.name, picked.now);
  return answer === undefined ? askForChange(parts) : { [picked.name]: answer };
}

function shown(value: JsonValue): string {
  return Array.isArray(value)
    ? value.map(shown).join(', ')
    : typeof value === 'string'
      ? value
      : JSON.stringify(value);
}

/** The new value, null for the default, or undefined when it stays as it is. */
async function askForValue(
  parts: Parts,
  name: DiscoveryName,
  now: JsonValue | undefined,
): Promise<JsonValue | undefined> {
  switch (discoveryRule(name).type) {
    case 'boolean':
      return pickSwitch(name, now);
    case 'array':
      return pickProviders(parts, name, now);
    case 'integer':
      return typeValue(name, now, text => (/^\d+$/.test(text) ? Number(text) : text));
    default:
      return typeValue(name, now, text => text);
  }
}

async function pickSwitch(name: DiscoveryName, now: JsonValue | undefined): Promise<JsonValue | undefined> {
  const items = [
    { label: 'true', value: true },
    { label: 'false', value: false },
    { label: l10n.t('Default'), description: discoveryRule(name).defaultWords, value: null },
  ];
  const picked = await vscode.window.showQuickPick(
    items.map(item => (item.value === (now ?? null) ? { ...item, label: `$(check) ${item.label}` } : item)),
    { title: name, placeHolder: discoveryRule(name).description },
  );
  return picked?.value;
}

async function pickProviders(
  { connections }: Parts,
  name: DiscoveryName,
  now: JsonValue | undefined,
): Promise<JsonValue | undefined> {
  const list = await connections.detected();
  const chosen = Array.isArray(now) ? now.map(String) : [];
  const seen = (await list.models()).map(({ provider }) => provider.toLowerCase());
  // A filter narrows the list to what it lets through, so that others have to come from elsewhere.
  const others = chosen.length > 0 ? await knownVendors() : [];
  const names = [...new Set([...chosen.map(each => each.toLowerCase()), ...seen, ...others])].sort();
  const picked = await vscode.window.showQuickPick(
    names.map(label => ({ label, picked: chosen.some(each => each.toLowerCase() === label) })),
    { title: name, placeHolder: l10n.t('Choose providers; none means all'), canPickMany: true },
  );
  if (!picked) return undefined;
  return picked.length > 0 ? picked.map(({ label }) => label) : null;
}

async function typeValue(
  name: DiscoveryName,
  now: JsonValue | undefined,
  read: (text: string) => JsonValue,
): Promise<JsonValue | undefined> {
  const rule = discoveryRule(name);
  const typed = await vscode.window.showInputBox({
    title: name,
    prompt: `${rule.description} ${l10n.t('Empty: {0}.', rule.defaultWords)}`,
    value: now === undefined ? '' : shown(now),
    validateInput: text => (text.trim() ? rule.problemOf(read(text.trim())) : undefined),
  });
  if (typed === undefined) return undefined;
  return typed.trim() ? read(typed.trim()) : null;
}
