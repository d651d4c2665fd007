/** OpenClaw: Set Alias. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { aliasOf, aliasProblem, planAlias } from '../openclaw/edits/alias.ts';
import { configByHand } from './configByHand.ts';
import { type EditOptions, makeChange, unchanged } from './change.ts';
import { chosenRef, nameOf, refuseOddTarget, refuseOtherThanBedrock, type Target } from './chosenModel.ts';
import type { Command, Parts } from './parts.ts';

export const setAlias: Command = {
  id: 'openclawBedrock.setAlias',
  /** Called with a ref and an alias it asks nothing; a blank alias takes the one that is there away. */
  run: async (parts: Parts, target?: Target, given?: string, options?: EditOptions) => {
    if (typeof given !== 'string') refuseOddTarget(given);
    const isByHand = typeof target !== 'string' || typeof given !== 'string';
    const ref = await chosenRef(parts, target, { title: l10n.t('Set an Alias in OpenClaw’s Config') });
    const alias = ref === undefined ? undefined : isByHand ? await askForAlias(parts, ref) : given.trim();
    if (ref === undefined || alias === undefined) return unchanged(parts);
    const name = nameOf(parts, ref);
    return makeChange(parts, isByHand ? 'hand' : (options ?? {}), {
      ref,
      check: () => refuseOtherThanBedrock(ref),
      plan: (config, around) => planAlias(config, ref, alias, around),
      question: l10n.t('Call {0} "{1}" in OpenClaw?', name, alias),
      done: alias
        ? l10n.t('OpenClaw now knows {0} as "{1}".', name, alias)
        : l10n.t('{0} has no alias in OpenClaw any more.', name),
      same: alias
        ? l10n.t('OpenClaw knows {0} as "{1}" already.', name, alias)
        : l10n.t('{0} has no alias in OpenClaw.', name),
    });
  },
};

async function askForAlias(parts: Parts, ref: string): Promise<string | undefined> {
  const value = await configByHand(parts, { canBeMade: true });
  if (!value) return undefined;
  const alias = await vscode.window.showInputBox({
    title: l10n.t('Alias of {0}', nameOf(parts, ref)),
    prompt: l10n.t('A short name to call it by in OpenClaw. Leave it empty for none.'),
    value: aliasOf(value, ref) ?? '',
    validateInput: typed => (typed.trim() ? aliasProblem(value, ref, typed.trim()) : undefined),
  });
  return alias?.trim();
}
