/** Whether OpenClaw may and will use its primary model. */
import * as l10n from '@vscode/l10n';
import { openConfig } from '../../bedrock/fixes.ts';
import type { Fix } from '../../problem.ts';
import { type Check, failed, type Finding, passed, warning } from '../check.ts';
import type { UsageFacts } from '../setupWorld.ts';

export const usage: Check = {
  id: 'allowlist',
  title: () => l10n.t('Primary model'),
  needs: ['config'],
  run: async world => usageFinding(await world.usage()),
};

function usageFinding(facts: UsageFacts): Finding {
  const { primary, said, isBedrock, hasOtherBedrock, refusedBy, agents } = facts;
  if (primary === undefined) {
    return warning(l10n.t('OpenClaw has no primary model yet.'), [setPrimary()]);
  }
  if (refusedBy !== undefined) {
    const reason = l10n.t(
      '{0} is OpenClaw’s primary model, but is not among the models that it may use ({1}).',
      primary,
      refusedBy,
    );
    return failed(reason, [isBedrock ? setPrimary(primary) : openConfig()]);
  }
  if (said !== undefined && said !== primary) {
    const reason = l10n.t(
      'The config names {0} as OpenClaw’s primary model, but OpenClaw itself says {1}. It may be started with another config or version.',
      primary,
      said,
    );
    return warning(reason, [{ label: l10n.t('Choose Config'), command: 'openclawBedrock.chooseConfig' }]);
  }
  const found =
    said === undefined
      ? l10n.t('{0} is OpenClaw’s primary model, and OpenClaw may use it.', primary)
      : l10n.t('{0} is OpenClaw’s primary model, as OpenClaw itself says, and OpenClaw may use it.', primary);
  if (agents.length > 0) {
    const names = agents.map(({ id, model }) => `${id} (${model})`).join(', ');
    return warning(l10n.t('{0} These agents keep models of their own: {1}.', found, names), [
      { label: l10n.t('Set Model for Agent'), command: 'openclawBedrock.setAgentModel' },
    ]);
  }
  if (!isBedrock && !hasOtherBedrock) {
    return warning(l10n.t('{0} It is not a Bedrock model, and no fallback or agent uses one.', found), [
      setPrimary(),
    ]);
  }
  return passed(found);
}

/** Given the ref that is set, it mends what stands in the way of that. */
function setPrimary(ref?: string): Fix {
  return {
    label: ref ? l10n.t('Allow This Model') : l10n.t('Set Primary Model'),
    command: 'openclawBedrock.setPrimaryModel',
    ...(ref && { arguments: [ref, { ask: true }] }),
  };
}
