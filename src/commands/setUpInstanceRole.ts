/** Bedrock: Set Up Instance Role. */
import { roleSteps } from '../setup/roleSteps.ts';
import { roleSetup } from '../state/roleSetup.ts';
import type { Command, Parts } from './parts.ts';

/** As in the manifest's words: what a caller wants in the place of the page. */
interface Wanted {
  readonly name: string;
  readonly adminProfile?: string;
}

export const setUpInstanceRole: Command = {
  id: 'openclawBedrock.setUpInstanceRole',
  /** By hand it opens the page; called with the name of a role it opens nothing, and answers the steps. */
  run: async (parts: Parts, wanted?: Wanted) => {
    const setup = await roleSetup(parts);
    const { instance, openclaw } = setup;
    if (typeof wanted?.name !== 'string') {
      parts.rolePage.show(setup);
      return { instance };
    }
    const { name, adminProfile = '' } = wanted;
    return {
      instance,
      steps: roleSteps({ instance, openclaw, name, adminProfile, policy: setup.policyOf('any') }),
    };
  },
};
