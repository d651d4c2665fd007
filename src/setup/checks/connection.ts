/** How this machine reaches Bedrock: what signs, who that is, and where. */
import * as l10n from '@vscode/l10n';
import { type ProblemCode, ProblemError, sentence } from '../../problem.ts';
import { type Check, failedBy, fixesOf, passed, passedBut, warning } from '../check.ts';

export const credentials: Check = {
  id: 'credentials',
  title: () => l10n.t('Credentials'),
  needs: [],
  run: async (world, signal) => {
    const { signedBy, openclaw, conflicts } = await world.credentials(signal);
    const source = openclaw ? [l10n.t('OpenClaw calls its source “{0}”.', openclaw)] : [];
    if (typeof signedBy !== 'string') return failedBy([signedBy, ...conflicts], source);
    return passedBut([l10n.t('Requests are signed by: {0}.', signedBy), ...source].join(' '), conflicts);
  },
};

/** With these, Bedrock would say the same. */
const REFUSALS: readonly ProblemCode[] = [
  'no-credentials',
  'credentials-expired',
  'credentials-refused',
  'profile-not-found',
  'profile-invalid',
];

export const caller: Check = {
  id: 'caller',
  title: () => l10n.t('Caller'),
  needs: ['credentials'],
  run: async (world, signal) => {
    try {
      const found = await world.caller(signal);
      if (!found) return passed(l10n.t('Not applicable: a Bedrock API key does not tell who calls.'));
      return passed(l10n.t('Account {0}, {1}.', found.account, principalOf(found.arn)));
    } catch (error) {
      if (!(error instanceof ProblemError) || REFUSALS.includes(error.problem.code)) throw error;
      // Only this check asks STS: networks that let nobody but Bedrock through are none the worse.
      return warning(
        l10n.t('Who calls could not be found out. {0}', sentence(error.problem)),
        fixesOf(error.problem),
      );
    }
  },
};

export const region: Check = {
  id: 'region',
  title: () => l10n.t('Region'),
  needs: [],
  run: async world => {
    const { name, origin, conflicts } = await world.region();
    const reason = origin
      ? l10n.t('{0}, from {1}.', name, origin)
      : l10n.t('{0}, since nothing names another.', name);
    return passedBut(reason, conflicts);
  },
};

/** What follows the account in an ARN, such as `user/jane`. */
function principalOf(arn: string): string {
  return arn.split(':').slice(5).join(':') || arn;
}
