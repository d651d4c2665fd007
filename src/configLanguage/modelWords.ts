/** A model in a few words, for lists, and in a table, for hovers. */
import * as l10n from '@vscode/l10n';
import type { BedrockModel, Route } from '../bedrock/models/bedrockModel.ts';
import {
  inputWords,
  longTokens,
  priceWords,
  reasons,
  routeName,
  shortPrice,
  shortTokens,
} from '../bedrock/models/words.ts';
import { plain, table } from '../editor/markdown.ts';

/** `Claude Sonnet 4.5 · 200K · $3 / $15` */
export function modelLine({ name, contextWindow }: BedrockModel, { price }: Route): string {
  return [name, shortTokens(contextWindow), ...(price ? [shortPrice(price)] : [])].join(' · ');
}

/** Markdown. */
export function modelTable(model: BedrockModel, route: Route): string {
  const { name, provider, contextWindow, maxTokens, sources } = model;
  const { price } = route;
  const rows: [string, string][] = [
    [l10n.t('Route'), plain(routeName(route))],
    [l10n.t('Context'), longTokens(contextWindow, sources.contextWindow)],
    [l10n.t('Output limit'), longTokens(maxTokens, sources.maxTokens)],
    [l10n.t('Inputs'), inputWords(model)],
    [l10n.t('Reasoning'), reasons(model) ? l10n.t('yes') : l10n.t('no')],
    ...(price ? [[l10n.t('Price'), priceWords(price)] as [string, string]] : []),
  ];
  return `**${plain(name)}** · ${plain(provider)}\n\n${table(rows)}`;
}
