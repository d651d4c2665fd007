/** What a model's tooltip says: a small table. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { type BedrockModel, invocationId } from '../bedrock/models/bedrockModel.ts';
import { plain } from '../editor/markdown.ts';
import { longTokens, routeNames } from '../bedrock/models/words.ts';

/** `roles`: what OpenClaw has the model for, in words. */
export function modelTooltip(model: BedrockModel, roles: readonly string[]): vscode.MarkdownString {
  const { name, provider, contextWindow, maxTokens, sources, input } = model;
  const rows = [
    [l10n.t('Id'), `\`${invocationId(model)}\``],
    [l10n.t('Routes'), plain(routeNames(model))],
    [l10n.t('Context'), longTokens(contextWindow, sources.contextWindow)],
    [l10n.t('Output limit'), longTokens(maxTokens, sources.maxTokens)],
    ...(roles.length > 0 ? [[l10n.t('In OpenClaw'), plain(roles.join(', '))]] : []),
    [l10n.t('Inputs'), input.map(kind => (kind === 'image' ? l10n.t('images') : l10n.t('text'))).join(', ')],
  ];
  const table = rows.map(([label, value]) => `| ${label ?? ''} | ${value ?? ''} |`).join('\n');
  return new vscode.MarkdownString(`**${plain(name)}** · ${plain(provider)}\n\n| | |\n|:--|:--|\n${table}`);
}
