/** Figures and routes of a model in the words that the sidebar, the pick lists and the tooltips share. */
import * as l10n from '@vscode/l10n';
import type { BedrockModel, Route } from './bedrockModel.ts';

/** `200K`, `1M`: tokens, rounded, for places with little room. */
export function shortTokens(tokens: number): string {
  if (tokens >= 999_500) return `${String(Math.round(tokens / 100_000) / 10)}M`;
  return tokens >= 1_000 ? `${String(Math.round(tokens / 1_000))}K` : String(tokens);
}

/** `200,000 tokens`, marked where nothing is known of the model. */
export function longTokens(tokens: number, isDefault: boolean): string {
  const text = tokens.toLocaleString();
  return isDefault ? l10n.t('{0} tokens (default, not known)', text) : l10n.t('{0} tokens', text);
}

export function routeName({ kind, label, reach }: Route): string {
  if (kind === 'on-demand') return l10n.t('on demand');
  return reach === 'global' ? l10n.t('{0} (any region)', label) : label;
}

/** The routes as one line, the default first. */
export function routeNames({ routes }: BedrockModel): string {
  const [first, ...others] = routes.map(routeName);
  return others.length > 0 ? [l10n.t('{0} (default)', first ?? ''), ...others].join(', ') : (first ?? '');
}
