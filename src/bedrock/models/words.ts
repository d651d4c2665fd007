/** Figures and routes of a model in the words that the sidebar, the pick lists and the tooltips share. */
import * as l10n from '@vscode/l10n';
import { grouped, timeLocale } from '../../locale.ts';
import type { BedrockModel, FigureSource, Legacy, Route } from './bedrockModel.ts';
import type { Price } from './figures.ts';

/** `200K`, `1M`: tokens, rounded, for places with little room. */
export function shortTokens(tokens: number): string {
  if (tokens >= 999_500) return `${String(Math.round(tokens / 100_000) / 10)}M`;
  return tokens >= 1_000 ? `${String(Math.round(tokens / 1_000))}K` : String(tokens);
}

/** `200,000 tokens (catalogue)`, with where the figure comes from. */
export function longTokens(tokens: number, source: FigureSource): string {
  return l10n.t('{0} tokens ({1})', grouped(tokens), sourceName(source));
}

function sourceName(source: FigureSource): string {
  return {
    config: l10n.t('OpenClaw config'),
    catalogue: l10n.t('catalogue'),
    family: l10n.t('model family'),
    default: l10n.t('default, not known'),
  }[source];
}

/** `$3 / $15`: what a million tokens cost in and out, for places with little room. */
export function shortPrice({ input, output }: Price): string {
  return `${dollars(input)} / ${dollars(output)}`;
}

export function priceWords({ input, output }: Price): string {
  return l10n.t('{0} in, {1} out, for a million tokens', dollars(input), dollars(output));
}

/** `$3`, `$0.80`, `$0.035`; a dollar sign begins nothing in the editor's Markdown. */
export function dollars(amount: number): string {
  const exact = String(Number(amount.toFixed(4)));
  const cents = amount.toFixed(2);
  return `$${Number.isInteger(amount) || exact.length > cents.length ? exact : cents}`;
}

/** `text, images` */
export function inputWords({ input }: BedrockModel): string {
  return input.map(kind => (kind === 'image' ? l10n.t('images') : l10n.t('text'))).join(', ');
}

/** Whether a model can think before it answers. */
export function reasons({ reasoning, facts }: BedrockModel): boolean {
  return reasoning || facts.reasoning !== 'none';
}

/** `legacy until 12/1/2026`; the day is AWS's own. */
export function legacyWords({ endOfLife }: Legacy): string {
  if (endOfLife === undefined) return l10n.t('legacy');
  return l10n.t(
    'legacy until {0}',
    new Date(endOfLife).toLocaleDateString(timeLocale(), { timeZone: 'UTC' }),
  );
}

export function routeName({ kind, label, reach }: Route): string {
  switch (kind) {
    case 'on-demand':
      return l10n.t('on demand');
    case 'provisioned':
      return l10n.t('provisioned throughput {0}', label);
    case 'application':
      return l10n.t('application profile {0}', label);
    case 'imported':
      return l10n.t('imported model');
    case 'router':
      return l10n.t('prompt router');
    case 'profile':
      return reach === 'global' ? l10n.t('{0} (any region)', label) : label;
  }
}

/** The routes as one line, the default first. */
export function routeNames({ routes }: BedrockModel): string {
  const [first, ...others] = routes.map(routeName);
  return others.length > 0 ? [l10n.t('{0} (default)', first ?? ''), ...others].join(', ') : (first ?? '');
}
