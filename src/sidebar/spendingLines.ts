/** What answers came to, in lines for a tooltip. */
import * as l10n from '@vscode/l10n';
import { dollars } from '../bedrock/models/words.ts';
import { grouped } from '../locale.ts';
import type { Spending } from '../state/spending.ts';

/** The last answer and all of this window; nothing where there was none. */
export function spendingLines({ last, session }: Spending): string[] {
  if (!last) return [];
  const ofLast = l10n.t(
    'Last answer, {0}: {1} tokens in ({2} cached), {3} out, {4}',
    last.modelName,
    grouped(last.input),
    grouped(last.cacheRead),
    grouped(last.output),
    last.cost === undefined ? l10n.t('price not known') : about(last.cost),
  );
  const ofSession = l10n.t(
    'This window, answers: {0}, {1} tokens in ({2} cached), {3} out, {4}',
    session.answers,
    grouped(session.input),
    grouped(session.cacheRead),
    grouped(session.output),
    about(session.cost),
  );
  const unknown =
    session.withoutPrice > 0
      ? [l10n.t('Without the price of {0} answers, which is not known.', session.withoutPrice)]
      : [];
  return [ofLast, ofSession, ...unknown, l10n.t('Prices are estimates, by the public price list.')];
}

function about(cost: number): string {
  return l10n.t('about {0}', dollars(Number(cost.toPrecision(2))));
}
