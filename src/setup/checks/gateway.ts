/** Whether OpenClaw’s gateway runs. */
import * as l10n from '@vscode/l10n';
import { openConfig } from '../../bedrock/fixes.ts';
import type { Fix } from '../../problem.ts';
import { type Check, type Finding, passed, skipped, warning } from '../check.ts';
import type { GatewayFacts } from '../setupWorld.ts';
import { notSetUp } from './openclaw.ts';

const START = 'openclaw gateway';

export const gateway: Check = {
  id: 'gateway',
  title: () => l10n.t('OpenClaw gateway'),
  needs: [],
  run: async (world, signal) => gatewayFinding(await world.gateway(signal)),
};

function gatewayFinding({ isSetUp, remote, address, answer, canStart }: GatewayFacts): Finding {
  if (!isSetUp) return skipped(notSetUp());
  if (remote !== undefined) {
    return skipped(l10n.t('The config uses the gateway of another machine ({0}).', remote));
  }
  switch (answer) {
    case 'gateway':
      return passed(l10n.t('It answers at {0}.', address));
    case 'something-else':
      return warning(
        l10n.t('Something answers at {0}, but does not say that it is OpenClaw’s gateway.', address),
        [openConfig(['gateway', 'port'])],
      );
    case 'nothing':
      return warning(
        l10n.t('It is not running: nothing answers at {0}. Start it with: {1}', address, START),
        [canStart ? startGateway() : howToStart()],
      );
  }
}

function startGateway(): Fix {
  return { label: l10n.t('Start Gateway'), command: 'openclawBedrock.startGateway' };
}

function howToStart(): Fix {
  return { label: l10n.t('How to Start the Gateway'), url: 'https://docs.openclaw.ai/cli/gateway' };
}
