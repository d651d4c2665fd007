/** Bedrock: Clear Model Filter. */
import type { Command, Parts } from './parts.ts';

export const clearModelFilter: Command = {
  id: 'openclawBedrock.clearModelFilter',
  run: ({ choices }: Parts) => choices.setFilter(''),
};
