/** OpenClaw: Reorder Fallback Models. */
import { isDeepStrictEqual } from 'node:util';
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { fallbackRefs, planFallbacks } from '../openclaw/edits/fallbacks.ts';
import { ProblemError } from '../problem.ts';
import { calledWith, type EditOptions, makeChange, unchanged } from './change.ts';
import { refuseOddTarget } from './chosenModel.ts';
import { configByHand } from './configByHand.ts';
import type { Command, Parts } from './parts.ts';
import { refItem } from './chosenAmong.ts';

export const setFallbackModels: Command = {
  id: 'openclawBedrock.setFallbackModels',
  /** Called with the refs in their order it asks nothing. */
  run: async (parts: Parts, given?: readonly string[], options?: EditOptions) => {
    if (!Array.isArray(given)) refuseOddTarget(given);
    const shown = Array.isArray(given) ? undefined : await shownRefs(parts);
    const refs = Array.isArray(given) ? (given as unknown[]) : shown && (await ordered(parts, shown));
    if (!refs) return unchanged(parts);
    return makeChange(parts, calledWith(given, options), {
      needsModels: true,
      plan: (config, around) => {
        const now = fallbackRefs(config);
        // What was not on show when the order was made would be lost.
        if (shown && !isDeepStrictEqual(now, shown)) throw new ProblemError(changedMeanwhile());
        return planFallbacks(config, checked(refs, now), around);
      },
      question: l10n.t('Change OpenClaw’s fallback models?'),
      done: l10n.t('OpenClaw’s fallback models are changed.'),
      same: l10n.t('OpenClaw’s fallback models are in this order already.'),
    });
  },
};

/** Throws a `ProblemError` for what OpenClaw could not read as a model, unless the config has it already. */
function checked(refs: readonly unknown[], known: readonly string[]): string[] {
  return refs.map(ref => {
    if (typeof ref === 'string' && (known.includes(ref) || /^[^/\s]+\/\S+$/.test(ref))) return ref;
    throw new ProblemError({
      code: 'reference-invalid',
      title: l10n.t('Not a model'),
      explanation: l10n.t('"{0}" does not have the form <provider>/<model id>.', String(ref)),
      fixes: [],
    });
  });
}

function changedMeanwhile() {
  return {
    code: 'config-changed-since' as const,
    title: l10n.t('The fallback models have changed meanwhile'),
    explanation: l10n.t('Something else changed them while you put them in order. Do it again.'),
    fixes: [{ label: l10n.t('Reorder Fallback Models'), command: 'openclawBedrock.setFallbackModels' }],
  };
}

interface Item extends vscode.QuickPickItem {
  readonly ref: string;
}

/** The fallbacks there are; undefined where there is nothing to put in order. */
async function shownRefs(parts: Parts): Promise<readonly string[] | undefined> {
  const config = await configByHand(parts, { canBeMade: false });
  const refs = config && fallbackRefs(config);
  if (refs && refs.length < 2) {
    void vscode.window.showInformationMessage(
      l10n.t('OpenClaw has fewer than two fallback models, so that there is nothing to put in order.'),
    );
    return undefined;
  }
  return refs;
}

/** The fallbacks as the user puts them with the arrows; undefined when that is called off. */
async function ordered(parts: Parts, shown: readonly string[]): Promise<readonly string[] | undefined> {
  let refs = [...shown];
  const picker = vscode.window.createQuickPick<Item>();
  const up = { iconPath: new vscode.ThemeIcon('arrow-up'), tooltip: l10n.t('Try earlier') };
  const down = { iconPath: new vscode.ThemeIcon('arrow-down'), tooltip: l10n.t('Try later') };
  const show = (active?: string) => {
    picker.items = refs.map((ref, at) => ({
      ...refItem(parts, ref),
      label: `${String(at + 1)}. ${refItem(parts, ref).label}`,
      buttons: [...(at > 0 ? [up] : []), ...(at < refs.length - 1 ? [down] : [])],
    }));
    picker.activeItems = picker.items.filter(({ ref }) => ref === active);
  };
  try {
    picker.title = l10n.t('Reorder OpenClaw’s Fallback Models');
    picker.placeholder = l10n.t('Move models with the arrows, then press Enter to save');
    picker.keepScrollPosition = true;
    picker.onDidTriggerItemButton(({ item: { ref }, button }) => {
      const from = refs.indexOf(ref);
      refs = refs.toSpliced(from, 1).toSpliced(button === up ? from - 1 : from + 1, 0, ref);
      show(ref);
    });
    show();
    picker.show();
    return await new Promise(resolve => {
      picker.onDidAccept(() => resolve(refs));
      picker.onDidHide(() => resolve(undefined));
    });
  } finally {
    picker.dispose();
  }
}
