/** What can become of an answer on its way: cut off, gone silent, damaged. */
import * as l10n from '@vscode/l10n';
import type { Problem } from '../../problem.ts';
import { openProxySettings } from '../fixes.ts';

/** The connection ended before the answer did. */
export function cut(hasBegun = true): Problem {
  return {
    code: 'stream-cut',
    title: l10n.t('The answer was cut off'),
    explanation: hasBegun
      ? l10n.t(
          'The connection to Bedrock ended before the answer did. What came so far is above; ask again for the rest.',
        )
      : l10n.t(
          'The connection to Bedrock ended before anything of the answer came, several times. Ask again in a moment.',
        ),
    fixes: [],
  };
}

/** The service went silent, after the answer had begun or before. */
export function silent(seconds: number, hasBegun: boolean): Problem {
  return {
    code: 'stream-silent',
    title: l10n.t('Bedrock has gone silent'),
    explanation: hasBegun
      ? l10n.t(
          'Nothing came for {0} seconds, so the request was ended. What came so far is above; ask again, or choose another model.',
          seconds,
        )
      : l10n.t(
          'No answer came within {0} seconds, so the request was ended. Ask again, or choose another model.',
          seconds,
        ),
    fixes: [],
  };
}

/** What came can't be read, or does not fit together. `details` are for the log. */
export function damaged(details: string, hasBegun = true): Problem {
  return {
    code: 'stream-damaged',
    title: l10n.t('The answer arrived damaged'),
    explanation: hasBegun
      ? l10n.t(
          'Something on the way from Bedrock has changed it. What came before that is above; ask again. If that does not help, look at the proxy or security software in between.',
        )
      : l10n.t(
          'Something on the way from Bedrock has changed it. Ask again. If that does not help, look at the proxy or security software in between.',
        ),
    fixes: [openProxySettings()],
    details,
  };
}
