/** Bedrock: Set Up Instance Role. */
import * as l10n from '@vscode/l10n';
import { ProblemError } from '../problem.ts';
import { isRoleName, type PolicyChoice, roleSteps } from '../setup/roleSteps.ts';
import { roleSetup } from '../state/roleSetup.ts';
import type { Command, Parts } from './parts.ts';

/** What a caller wants in the place of the page. */
interface Wanted {
  readonly name: string;
  readonly adminProfile?: string;
  readonly policy?: PolicyChoice;
}

export const setUpInstanceRole: Command = {
  id: 'openclawBedrock.setUpInstanceRole',
  /** By hand it opens the page; called with the name of a role it opens nothing, and answers the steps. */
  run: async (parts: Parts, wanted?: Wanted) => {
    const setup = await roleSetup(parts);
    const { instance, openclaw, policyOf } = setup;
    if (typeof wanted?.name !== 'string') {
      parts.rolePage.show(setup, async () => {
        await parts.connections.renew();
        return roleSetup(parts);
      });
      return { instance };
    }
    const { name, adminProfile = '', policy = 'any' } = wanted;
    if (!isRoleName(name)) throw new ProblemError(notAName(name));
    return {
      instance,
      steps: roleSteps({ instance, openclaw, name, adminProfile, policy: policyOf(policy) }),
    };
  },
};

function notAName(name: string) {
  return {
    code: 'reference-invalid' as const,
    title: l10n.t('Not the name of a role'),
    explanation: l10n.t(
      '"{0}" can’t be one. Use letters, digits and + = . @ - _, at most 64 of them and no - at the beginning.',
      name,
    ),
    fixes: [],
  };
}
