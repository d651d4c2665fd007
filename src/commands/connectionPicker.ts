/** A connection in a quick pick that stays open while more is found out about it. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import type { Caller } from '../bedrock/connection/caller.ts';
import { Disposable } from '../editor/disposable.ts';
import { takeFix } from '../editor/notify.ts';
import { masked } from '../masked.ts';
import type { Fix, Problem } from '../problem.ts';
import { maskedRow, type Row, rowsText } from './connectionRows.ts';

/** What is known of a connection. */
export interface Shown {
  readonly rows: readonly Row[];
  readonly problems: readonly Problem[];
}

export interface ConnectionSource {
  readonly look: (caller: Caller | undefined) => Promise<Shown>;
  /** Asks AWS; throws a `ProblemError` where it doesn't say. */
  readonly caller: () => Promise<Caller>;
}

interface Item extends vscode.QuickPickItem {
  /** What picking it does. */
  readonly act?: () => Promise<unknown>;
}

export class ConnectionPicker extends Disposable {
  readonly #source: ConnectionSource;
  readonly #picker = this.register(vscode.window.createQuickPick<Item>());
  #caller: Caller | undefined;
  #isWhole = false;

  constructor(source: ConnectionSource) {
    super();
    this.#source = source;
    this.#picker.title = l10n.t('How Bedrock Is Reached');
    this.#picker.placeholder = l10n.t('Pick what there is to know or to do');
    this.#picker.matchOnDescription = true;
    this.#picker.matchOnDetail = true;
  }

  /** Resolves once it is left; rejects with what goes wrong on the way. */
  async show(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#picker.onDidHide(() => resolve());
      this.#picker.onDidAccept(() => void this.#busily(this.#picker.selectedItems[0]?.act).catch(reject));
      this.#picker.show();
      void this.#busily(() => this.#fill()).catch(reject);
    });
  }

  /** One thing at a time. */
  async #busily(act: (() => Promise<unknown>) | undefined): Promise<void> {
    if (!act || this.#picker.busy) return;
    this.#picker.busy = true;
    try {
      await act();
    } finally {
      this.#picker.busy = false;
    }
  }

  async #fill(): Promise<void> {
    const { rows, problems } = await this.#source.look(this.#caller);
    const shown = this.#isWhole ? rows : rows.map(maskedRow);
    const todo = this.#caller ? this.#wholeItem() : this.#callerItem();
    this.#picker.items = [
      ...(problems.length > 0 ? [heading(l10n.t('To know'))] : []),
      ...problems.map(problem => this.#problemItem(problem)),
      heading(l10n.t('To do')),
      todo,
      { label: `$(copy) ${l10n.t('Copy as Text')}`, act: () => copy(rowsText(shown), problems) },
      heading(l10n.t('In use')),
      ...shown.map(rowItem),
    ];
    // Whoever has just asked sees the answer, not what was typed to find the question.
    if (!this.#caller) return;
    this.#picker.value = '';
    this.#picker.activeItems = this.#picker.items.filter(item => item === todo);
  }

  #problemItem({ title, explanation, fixes: [fix] }: Problem): Item {
    return {
      label: `$(warning) ${title}`,
      detail: explanation,
      ...(fix && { description: fix.label, act: () => this.#take(fix) }),
    };
  }

  async #take(fix: Fix): Promise<void> {
    this.#picker.hide();
    await takeFix(fix);
  }

  #callerItem(): Item {
    return {
      label: `$(account) ${l10n.t('Ask AWS Who This Is')}`,
      act: async () => {
        this.#caller = await this.#source.caller();
        await this.#fill();
      },
    };
  }

  #wholeItem(): Item {
    return {
      label: `$(eye) ${this.#isWhole ? l10n.t('Mask the Account Id') : l10n.t('Show the Whole Account Id')}`,
      act: async () => {
        this.#isWhole = !this.#isWhole;
        await this.#fill();
      },
    };
  }
}

function heading(label: string): Item {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

function rowItem({ label, value, why }: Row): Item {
  return { label, description: value, ...(why && { detail: why }) };
}

async function copy(rows: string, problems: readonly Problem[]): Promise<void> {
  const said = problems.map(({ title, explanation }) => masked(`${title}. ${explanation}`));
  await vscode.env.clipboard.writeText([rows, ...said].join('\n'));
  void vscode.window.showInformationMessage(
    l10n.t('The connection is in the clipboard, without any secret.'),
  );
}
