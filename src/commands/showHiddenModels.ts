/** Bedrock: Toggle Show Hidden Models. */
import type { Command, Parts } from './parts.ts';

export const showHiddenModels: Command = {
  id: 'openclawBedrock.showHiddenModels',
  /** Called with true or false it shows them or not, else it changes from the one to the other. */
  run: ({ choices }: Parts, given?: boolean) => {
    choices.setShowsHidden(typeof given === 'boolean' ? given : !choices.showsHidden);
    return { showsHidden: choices.showsHidden };
  },
};
