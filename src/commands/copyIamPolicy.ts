/** Bedrock: Copy IAM Policy. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { guardrailsIn } from '../bedrock/converse/modelSettings.ts';
import type { BedrockModel } from '../bedrock/models/bedrockModel.ts';
import { anyModelPolicy, iamPolicy } from '../bedrock/models/iamPolicy.ts';
import { chatSettings } from '../editor/settings.ts';
import { grouped } from '../locale.ts';
import { primaryModel } from '../openclaw/edits/primaryModel.ts';
import { ProblemError } from '../problem.ts';
import type { ModelList } from '../state/modelList.ts';
import { whyNoModels } from '../state/whyNoModels.ts';
import { chosenModels, keysOf, type Targets } from './chosenModels.ts';
import type { Command, Parts } from './parts.ts';

/** Characters that a managed policy may have, white space aside. */
const MOST_CHARACTERS = 6_144;

export const copyIamPolicy: Command = {
  id: 'openclawBedrock.copyIamPolicy',
  /** Called with a ref or several it asks nothing. The policy allows all routes of the models. */
  run: async (parts: Parts, target?: Targets, selection?: unknown) => {
    const { list, models } = await chosen(parts, target, selection);
    if (models?.length === 0) return { copied: false };
    const { region, credentials } = list.connection;
    const besides = {
      apiKey: credentials.kind === 'bearer',
      guardrails: guardrailsIn(chatSettings().models),
    };
    const policy = models
      ? iamPolicy({ region: region.name, models, ...besides })
      : anyModelPolicy(region.name, besides);
    const text = JSON.stringify(policy, undefined, 2);
    await vscode.env.clipboard.writeText(text);
    if (target === undefined || typeof target === 'object') void tell(models, text);
    return { copied: true, policy };
  },
};

interface ModelsOfList {
  readonly list: ModelList;
  /** Undefined: any, since none may be listed yet. */
  readonly models: readonly BedrockModel[] | undefined;
}

/** A policy is for one connection: that of the first model that was chosen. */
async function chosen(parts: Parts, target: Targets, selection: unknown): Promise<ModelsOfList> {
  if (target === undefined) return pickModels(parts);
  const all = await chosenModels(parts, target, selection, l10n.t('Copy IAM Policy'));
  const list = all[0]?.list ?? (await parts.connections.detected());
  const ofList = all.filter(each => each.list === list);
  const keys = keysOf(ofList);
  return { list, models: keys.flatMap(key => ofList.find(({ model }) => model.key === key)?.model ?? []) };
}

/** Favourites and OpenClaw's primary model are picked to begin with. */
async function pickModels({ connections, config, choices }: Parts): Promise<ModelsOfList> {
  const list = await connections.detected();
  const models = await list.models();
  if (models.length === 0) {
    const problem = whyNoModels(list);
    if (problem.code === 'permission-missing') return { list, models: undefined };
    throw new ProblemError(problem);
  }
  const primary = primaryModel(models, (await config.read()).value);
  const items = models.map(model => ({
    label: model.name,
    description: model.provider,
    picked: choices.isFavourite(model.key) || model === primary,
    model,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    title: l10n.t('IAM Policy: Models to Allow'),
    placeHolder: l10n.t('Choose the models that the policy allows, with all their routes'),
    matchOnDescription: true,
  });
  return { list, models: picked?.map(({ model }) => model) ?? [] };
}

async function tell(models: readonly BedrockModel[] | undefined, text: string): Promise<void> {
  const isTooLong = text.replaceAll(/\s/g, '').length > MOST_CHARACTERS;
  const open = l10n.t('Show Policy');
  const what = !models
    ? l10n.t('any model')
    : models.length === 1
      ? (models[0]?.name ?? '')
      : l10n.t('{0} models', models.length);
  const message = isTooLong
    ? l10n.t(
        'The IAM policy for {0} is copied, but it is longer than the {1} characters that IAM takes. Choose fewer models.',
        what,
        grouped(MOST_CHARACTERS),
      )
    : l10n.t('The IAM policy for {0} is copied. Add it to the user or role that signs the requests.', what);
  const show = isTooLong ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
  if ((await show(message, open)) !== open) return;
  const document = await vscode.workspace.openTextDocument({ language: 'json', content: text });
  await vscode.window.showTextDocument(document, { preview: true });
}
