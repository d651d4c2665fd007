/** Commands that copy what names a model: they differ in which of its names. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { type Chosen, chosenModels, type Targets } from './chosenModels.ts';
import type { Command, Parts } from './parts.ts';

interface Copy {
  readonly title: () => string;
  /** Undefined where there is none. */
  readonly textOf: (chosen: Chosen) => string | undefined;
}

/** Several are copied a line each. Called with a ref or several it asks nothing. */
export function copyCommand(id: Command['id'], { title, textOf }: Copy): Command {
  return {
    id,
    run: async (parts: Parts, target?: Targets, selection?: unknown) => {
      const chosen = await chosenModels(parts, target, selection, title());
      const texts = chosen.flatMap(each => textOf(each) ?? []);
      if (chosen.length > 0 && texts.length === 0) {
        void vscode.window.showInformationMessage(l10n.t('Bedrock names no ARN for this route.'));
      }
      if (texts.length > 0) {
        await vscode.env.clipboard.writeText(texts.join('\n'));
        vscode.window.setStatusBarMessage(
          texts.length === 1
            ? l10n.t('Copied {0}', texts[0] ?? '')
            : l10n.t('Copied {0} lines', texts.length),
          3_000,
        );
      }
      return { copied: texts };
    },
  };
}
