/** Bedrock: Show Log. */
import type { Command } from './parts.ts';

export const showLog: Command = {
  id: 'openclawBedrock.showLog',
  run: ({ log }) => log.show(),
};
