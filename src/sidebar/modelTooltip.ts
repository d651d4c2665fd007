/** What a model's tooltip says: a small table. Made when somebody points at the model. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { accessName, accessProblem } from '../bedrock/models/access.ts';
import { type BedrockModel, invocationId } from '../bedrock/models/bedrockModel.ts';
import {
  inputWords,
  legacyWords,
  longTokens,
  priceWords,
  reasons,
  routeNames,
} from '../bedrock/models/words.ts';
import { plain, table } from '../editor/markdown.ts';
import { timeLocale } from '../locale.ts';
import type { Fix } from '../problem.ts';
import { type ModelNode, roleWords } from './modelNode.ts';

type Row = readonly [label: string, value: string];

export function modelTooltip({ model, look, list }: ModelNode): vscode.MarkdownString {
  const { key, name, provider, legacy } = model;
  const { access } = look;
  const obstacle = access && accessProblem(access, { key, name }, list.connection.region.name);
  return new vscode.MarkdownString(
    [
      `**${plain(name)}** · ${plain(provider)}`,
      ...(legacy ? [plain(legacyAdvice(model))] : []),
      ...(obstacle ? [[plain(obstacle.explanation), ...obstacle.fixes.flatMap(link)].join(' ')] : []),
      table(rows(model, look)),
    ].join('\n\n'),
  );
}

/** Commands are in the menu: no Markdown here is trusted to run one. */
function link(fix: Fix): string[] {
  return 'url' in fix ? [`[${plain(fix.label)}](${fix.url})`] : [];
}

function rows(model: BedrockModel, { roles, access, isOffered }: ModelNode['look']): Row[] {
  const { contextWindow, maxTokens, sources, facts, released } = model;
  const [{ price }] = model.routes;
  const inOpenClaw = roleWords(roles);
  return [
    [l10n.t('Id'), plain(invocationId(model))],
    [l10n.t('Routes'), plain(routeNames(model))],
    [l10n.t('Context'), plain(longTokens(contextWindow, sources.contextWindow))],
    [l10n.t('Output limit'), plain(longTokens(maxTokens, sources.maxTokens))],
    [l10n.t('Price'), price ? plain(priceWords(price)) : l10n.t('not known')],
    [l10n.t('Inputs'), plain(inputWords(model))],
    [l10n.t('Tools'), toolWords(facts.tools)],
    [l10n.t('Reasoning'), reasons(model) ? l10n.t('yes') : l10n.t('no')],
    ...(released === undefined ? [] : [[l10n.t('Since'), month(released)] as const]),
    ...(access ? [[l10n.t('Access'), plain(accessName(access))] as const] : []),
    ...(inOpenClaw.length > 0 ? [[l10n.t('In OpenClaw'), plain(inOpenClaw.join(', '))] as const] : []),
    [l10n.t('In the chat'), isOffered ? l10n.t('offered') : l10n.t('not offered')],
  ];
}

function toolWords(tools: BedrockModel['facts']['tools']): string {
  return {
    streaming: l10n.t('yes'),
    'whole-answers': l10n.t('yes, the answer then comes in one piece'),
    none: l10n.t('no'),
  }[tools];
}

function legacyAdvice({ legacy = {} }: BedrockModel): string {
  return l10n.t('AWS calls this model {0}. Choose a newer one.', legacyWords(legacy));
}

function month(time: number): string {
  return new Date(time).toLocaleDateString(timeLocale(), { year: 'numeric', month: 'long', timeZone: 'UTC' });
}
