/** A model in a few words, for lists, and in a table, for hovers. */
import * as l10n from '@vscode/l10n';
import type { BedrockModel, Route } from '../bedrock/models/bedrockModel.ts';
import type { Price } from '../bedrock/models/prices.ts';
import { longTokens, routeName, shortTokens } from '../bedrock/models/words.ts';
import { plain } from '../editor/markdown.ts';

/** `Claude Sonnet 4.5 · 200K · $3 / $15` */
export function modelLine({ name, contextWindow }: BedrockModel, price: Price | undefined): string {
  const figures = price ? [`${dollars(price.input)} / ${dollars(price.output)}`] : [];
  return [name, shortTokens(contextWindow), ...figures].join(' · ');
}

/** Markdown. */
export function modelTable(model: BedrockModel, route: Route, price: Price | undefined): string {
  const { name, provider, contextWindow, maxTokens, limitsAreDefaults, input, reasoning } = model;
  const rows = [
    [l10n.t('Route'), plain(routeName(route))],
    [l10n.t('Context'), longTokens(contextWindow, limitsAreDefaults)],
    [l10n.t('Output limit'), longTokens(maxTokens, limitsAreDefaults)],
    [l10n.t('Inputs'), input.map(kind => (kind === 'image' ? l10n.t('images') : l10n.t('text'))).join(', ')],
    [l10n.t('Reasoning'), reasoning ? l10n.t('yes') : l10n.t('not known')],
    ...(price ? [[l10n.t('Price'), priceWords(price)]] : []),
  ];
  const table = rows.map(([label, value]) => `| ${label ?? ''} | ${value ?? ''} |`).join('\n');
  return `**${plain(name)}** · ${plain(provider)}\n\n| | |\n|:--|:--|\n${table}`;
}

function priceWords({ input, output }: Price): string {
  return l10n.t('{0} in, {1} out, for a million tokens', dollars(input), dollars(output));
}

/** `$3`, `$0.06`; a dollar sign begins nothing in the editor's Markdown. */
function dollars(amount: number): string {
  return `$${String(Number(amount.toFixed(4)))}`;
}
