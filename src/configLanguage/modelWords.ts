/** A model in a few words, for lists, and in a table, for hovers. */
import * as l10n from '@vscode/l10n';
import type { BedrockModel, Route } from '../bedrock/models/bedrockModel.ts';
import { longTokens, priceWords, routeName, shortPrice, shortTokens } from '../bedrock/models/words.ts';
import { plain } from '../editor/markdown.ts';

/** `Claude Sonnet 4.5 · 200K · $3 / $15` */
export function modelLine({ name, contextWindow }: BedrockModel, { price }: Route): string {
  return [name, shortTokens(contextWindow), ...(price ? [shortPrice(price)] : [])].join(' · ');
}

/** Markdown. */
export function modelTable(model: BedrockModel, route: Route): string {
  const { name, provider, contextWindow, maxTokens, sources, input, reasoning } = model;
  const { price } = route;
  const rows = [
    [l10n.t('Route'), plain(routeName(route))],
    [l10n.t('Context'), longTokens(contextWindow, sources.contextWindow)],
    [l10n.t('Output limit'), longTokens(maxTokens, sources.maxTokens)],
    [l10n.t('Inputs'), input.map(kind => (kind === 'image' ? l10n.t('images') : l10n.t('text'))).join(', ')],
    [l10n.t('Reasoning'), reasoning ? l10n.t('yes') : l10n.t('not known')],
    ...(price ? [[l10n.t('Price'), priceWords(price)]] : []),
  ];
  const table = rows.map(([label, value]) => `| ${label ?? ''} | ${value ?? ''} |`).join('\n');
  return `**${plain(name)}** · ${plain(provider)}\n\n| | |\n|:--|:--|\n${table}`;
}
