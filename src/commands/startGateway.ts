/** OpenClaw: Start Gateway. */
import * as l10n from '@vscode/l10n';
import { runInTerminal } from '../editor/terminal.ts';
import { findCli } from '../openclaw/cli.ts';
import { type Problem, ProblemError } from '../problem.ts';
import type { Command, Parts } from './parts.ts';

export const startGateway: Command = {
  id: 'openclawBedrock.startGateway',
  /** In a terminal, where it runs until that is closed; one that runs there already is shown. */
  run: async ({ config }: Parts) => {
    const cli = await findCli((await config.environment()).values);
    if (!cli) throw new ProblemError(openclawMissing());
    void runInTerminal({
      name: l10n.t('OpenClaw gateway'),
      path: cli.path,
      args: ['gateway'],
      // Its profile's config, and the state folder of that.
      env: { OPENCLAW_CONFIG_PATH: config.path, OPENCLAW_STATE_DIR: config.stateFolder },
    });
    return { started: true };
  },
};

function openclawMissing(): Problem {
  return {
    code: 'openclaw-missing',
    title: l10n.t('OpenClaw is not installed'),
    explanation: l10n.t(
      'There is no command "openclaw" on this editor’s PATH. Install it and start the editor again, or start the gateway elsewhere with: {0}',
      'openclaw gateway',
    ),
    fixes: [{ label: l10n.t('How to Install OpenClaw'), url: 'https://docs.openclaw.ai/install' }],
  };
}
