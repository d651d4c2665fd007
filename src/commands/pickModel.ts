/** The quick pick of Bedrock's models. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { type BedrockModel, invocationId } from '../bedrock/models/bedrockModel.ts';
import { sorted } from '../bedrock/models/arrangement.ts';
import { legacyWords, routeName, shortPrice, shortTokens } from '../bedrock/models/words.ts';
import { ProblemError } from '../problem.ts';
import type { ModelList } from '../state/modelList.ts';
import { whyNoModels } from '../state/whyNoModels.ts';

interface ModelItem extends vscode.QuickPickItem {
  readonly model?: BedrockModel;
}

export interface PickOptions {
  readonly title: string;
  /** The model that is marked and selected. */
  readonly current: (models: readonly BedrockModel[]) => BedrockModel | undefined;
  /** Which models are offered; default: all. The current one is in any case. */
  readonly suits?: (model: BedrockModel) => boolean;
}

/** Lets the user pick a model; undefined when they don't. Throws the `ProblemError` that keeps the list empty. */
export async function pickModel(
  list: ModelList,
  { title, current, suits = () => true }: PickOptions,
): Promise<BedrockModel | undefined> {
  const picker = vscode.window.createQuickPick<ModelItem>();
  try {
    picker.title = title;
    picker.placeholder = l10n.t('Asking Bedrock which models you can use …');
    picker.matchOnDescription = true;
    picker.matchOnDetail = true;
    picker.busy = true;
    const picked = answerOf(picker);
    picker.show();

    const all = await list.models();
    const selected = current(all);
    const models = all.filter(model => model === selected || suits(model));
    if (models.length === 0) throw new ProblemError(whyNoModels(list));
    picker.busy = false;
    picker.placeholder = l10n.t('Type a name, a provider or an id');
    picker.items = itemsOf(models, selected);
    picker.activeItems = picker.items.filter(({ model }) => model && model === selected);
    return await picked;
  } finally {
    picker.dispose();
  }
}

function answerOf(picker: vscode.QuickPick<ModelItem>): Promise<BedrockModel | undefined> {
  return new Promise(resolve => {
    picker.onDidAccept(() => resolve(picker.selectedItems[0]?.model));
    picker.onDidHide(() => resolve(undefined));
  });
}

function itemsOf(models: readonly BedrockModel[], current: BedrockModel | undefined): ModelItem[] {
  return [...Map.groupBy(models, ({ provider }) => provider)].flatMap(([provider, its]) => [
    { label: provider, kind: vscode.QuickPickItemKind.Separator },
    ...sorted(its, 'name').map(model => ({
      label: model === current ? `$(star-full) ${model.name}` : model.name,
      description: wordsOf(model),
      detail: invocationId(model),
      model,
    })),
  ]);
}

function wordsOf({ provider, routes: [route], contextWindow, legacy }: BedrockModel): string {
  const { price } = route;
  return [
    provider,
    routeName(route),
    l10n.t('{0} context', shortTokens(contextWindow)),
    ...(price ? [shortPrice(price)] : []),
    ...(legacy ? [legacyWords(legacy)] : []),
  ].join(' · ');
}
