/** Questions with buttons of their own, and with a way back where they are steps of something. */
import * as vscode from 'vscode';

/** The answer of who goes back a step. */
export const BACK = Symbol('back');
export type Back = typeof BACK;

interface Question {
  readonly title: string;
  /** From 1 on. */
  readonly step?: number;
  readonly totalSteps?: number;
  readonly canGoBack?: boolean;
}

export interface TextQuestion extends Question {
  readonly prompt: string;
  readonly placeholder?: string;
  readonly value?: string;
  readonly isSecret?: boolean;
  /** What is wrong with an answer; undefined when nothing is. */
  readonly problemOf?: (text: string) => string | undefined;
  /** A page that helps to answer. */
  readonly link?: { readonly tooltip: string; readonly url: string };
}

/** Several of the items can be answered; those that are current are to begin with. */
export interface Picks<Value> extends Question {
  readonly placeholder: string;
  readonly items: readonly PickItem<Value>[];
}

export interface Pick<Value> extends Question {
  readonly placeholder: string;
  readonly items: readonly PickItem<Value>[];
  /** An item made of what is typed; undefined where that is none. */
  readonly itemOf?: (typed: string) => PickItem<Value> | undefined;
}

/** An item, or a heading above those that follow. */
export type PickItem<Value> =
  | { readonly heading: string }
  | {
      readonly label: string;
      readonly description?: string;
      readonly detail?: string;
      readonly isCurrent?: boolean;
      readonly value: Value;
    };

/** A text, trimmed; undefined when the question is called off. It outlives a look at another window. */
export async function askText(question: TextQuestion): Promise<string | Back | undefined> {
  const { prompt, placeholder = '', value = '', isSecret = false, problemOf, link } = question;
  const box = vscode.window.createInputBox();
  const open = link && { iconPath: new vscode.ThemeIcon('link-external'), tooltip: link.tooltip };
  const validate = () => (box.validationMessage = problemOf?.(box.value.trim()) ?? '');
  Object.assign(box, { ...frame(question), prompt, placeholder, value, password: isSecret });
  box.buttons = [...(question.canGoBack ? [vscode.QuickInputButtons.Back] : []), ...(open ? [open] : [])];
  box.onDidChangeValue(() => box.validationMessage && validate());
  return shown(box, answer => {
    box.onDidAccept(() => !validate() && answer(box.value.trim()));
    box.onDidTriggerButton(button => {
      if (button !== open) answer(BACK);
      else void vscode.env.openExternal(vscode.Uri.parse(link?.url ?? ''));
    });
  });
}

/** The value of the item that is picked; undefined when the question is called off. */
export async function askPick<Value>(question: Pick<Value>): Promise<Value | Back | undefined> {
  type Item = vscode.QuickPickItem & { readonly value?: Value };
  const picker = vscode.window.createQuickPick<Item>();
  const items = question.items.map(item => quickPickItem(item));
  const { placeholder, itemOf } = question;
  Object.assign(picker, { ...frame(question), placeholder, items, matchOnDescription: true });
  picker.activeItems = items.filter((_, index) => isCurrent(question.items[index]));
  picker.buttons = question.canGoBack ? [vscode.QuickInputButtons.Back] : [];
  if (itemOf) {
    let isMade = false;
    picker.onDidChangeValue(typed => {
      const made = itemOf(typed.trim());
      // Items set anew lose the selection.
      if (made || isMade)
        picker.items = made ? [{ ...quickPickItem(made), alwaysShow: true }, ...items] : items;
      isMade = made !== undefined;
    });
  }
  return shown<Value | Back>(picker, answer => {
    picker.onDidAccept(() => {
      const [picked] = picker.selectedItems;
      if (picked && 'value' in picked) answer(picked.value as Value);
    });
    picker.onDidTriggerButton(() => answer(BACK));
  });
}

/** The values of all items that are picked; undefined when the question is called off. */
export async function askPicks<Value>(question: Picks<Value>): Promise<readonly Value[] | Back | undefined> {
  type Item = vscode.QuickPickItem & { readonly value?: Value };
  const picker = vscode.window.createQuickPick<Item>();
  const items = question.items.map(item => quickPickItem(item, ''));
  Object.assign(picker, {
    ...frame(question),
    placeholder: question.placeholder,
    canSelectMany: true,
    matchOnDescription: true,
  });
  picker.items = items;
  picker.selectedItems = items.filter((_, index) => isCurrent(question.items[index]));
  picker.buttons = question.canGoBack ? [vscode.QuickInputButtons.Back] : [];
  return shown<readonly Value[] | Back>(picker, answer => {
    // In the order in which they are listed, not in that in which they were picked.
    picker.onDidAccept(() => {
      const picked = items.filter(item => picker.selectedItems.includes(item));
      answer(picked.flatMap(item => ('value' in item ? [item.value as Value] : [])));
    });
    picker.onDidTriggerButton(() => answer(BACK));
  });
}

function frame({ title, step, totalSteps }: Question) {
  return { title, step, totalSteps, ignoreFocusOut: true };
}

function isCurrent(item: PickItem<unknown> | undefined): boolean {
  return item !== undefined && 'label' in item && item.isCurrent === true;
}

function quickPickItem<Value>(
  item: PickItem<Value>,
  mark = '$(check) ',
): vscode.QuickPickItem & { readonly value?: Value } {
  if ('heading' in item) return { label: item.heading, kind: vscode.QuickPickItemKind.Separator };
  const { label, description, detail, value } = item;
  return {
    label: isCurrent(item) ? mark + label : label,
    ...(description && { description }),
    ...(detail && { detail }),
    value,
  };
}

/** Shows it until `listen` has it answered or it is hidden. */
async function shown<Answer>(
  input: vscode.QuickInput,
  listen: (answer: (value: Answer) => void) => void,
): Promise<Answer | undefined> {
  try {
    return await new Promise(resolve => {
      listen(resolve);
      input.onDidHide(() => resolve(undefined));
      input.show();
    });
  } finally {
    input.dispose();
  }
}
