/** What stays in the way of a model that is set in OpenClaw's config. */
import * as l10n from '@vscode/l10n';
import { invocationIdOfRef, PROVIDER_ID } from '../../bedrock/models/bedrockModel.ts';
import { sentence } from '../../problem.ts';
import { judgeId } from '../check/refs.ts';
import type { Edit } from '../editConfig.ts';
import { isObject, type JsonObject, type JsonValue, valueAt } from '../jsonValue.ts';
import { PLUGIN_ID } from '../layout.ts';
import { INSTALL_PLUGIN } from '../plugin.ts';
import { DEFAULT_MODEL, primaryOf } from './modelSlot.ts';
import type { Surroundings, Warning } from './plan.ts';

/** Agents with models of their own, which another default does not reach. */
export function agentWarnings(
  agents: readonly { readonly id: string; readonly model?: string | undefined }[],
): Warning[] {
  if (agents.length === 0) return [];
  const names = agents.map(({ id, model }) => (model === undefined ? id : `${id} (${model})`)).join(', ');
  return [
    {
      text: l10n.t('These agents keep models of their own: {0}.', names),
      fix: { label: l10n.t('Set Model for Agent'), command: 'openclawBedrock.setAgentModel' },
    },
  ];
}

/** Without a primary model, OpenClaw takes the first one that its config describes: that would be what `edits` add. */
export function firstEntryWarnings(config: JsonObject, ref: string, edits: readonly Edit[]): Warning[] {
  const providers = valueAt(config, ['models', 'providers']);
  const first = Object.entries(isObject(providers) ? providers : {}).find(
    ([id, block]) => id === PROVIDER_ID || isDescribing(block),
  );
  const isFirst = first === undefined || (first[0] === PROVIDER_ID && !isDescribing(first[1]));
  const isDescribed = edits.some(({ path }) => path[1] === 'providers' && path[2] === PROVIDER_ID);
  if (!isDescribed || !isFirst || primaryOf(config, DEFAULT_MODEL) !== undefined) return [];
  return [
    {
      text: l10n.t('OpenClaw has no primary model, so that it uses this one from now on.'),
      fix: {
        label: l10n.t('Make It the Primary Model'),
        command: 'openclawBedrock.setPrimaryModel',
        arguments: [ref, { ask: true }],
      },
    },
  ];
}

function isDescribing(block: JsonValue): boolean {
  const models = valueAt(block, ['models']);
  return Array.isArray(models) && models.length > 0;
}

/** Models that this account can't use in this region, as far as that is known. */
export function modelWarnings(refs: readonly string[], { models, region }: Surroundings): Warning[] {
  return refs.flatMap(ref => {
    const judgement = judgeId(invocationIdOfRef(ref) ?? '', models);
    if (!('instead' in judgement)) return [];
    const [better] = judgement.instead;
    const text =
      judgement.kind === 'needs-profile'
        ? l10n.t('{0} can only be used through an inference profile.', ref)
        : l10n.t('Bedrock does not list {0} in {1}, so that it may not answer.', ref, region);
    return [{ text: better ? l10n.t('{0} Choose {1} instead.', text, `${PROVIDER_ID}/${better}`) : text }];
  });
}

/** Where the editor, in which the model was found, and OpenClaw go different ways; each with its first next step. */
export function differenceWarnings({ differences = [] }: Surroundings): Warning[] {
  return differences.map(difference => {
    const [fix] = difference.fixes;
    return { text: sentence(difference), ...(fix && { fix }), isLasting: true };
  });
}

/** A version that gets Bedrock from a plugin, where that is not installed or is switched off on purpose. */
export function pluginWarnings(
  config: JsonObject,
  { isPluginMissing, installation }: Surroundings,
): Warning[] {
  if (installation.layout.provider === 'core') return [];
  const turnedOffBy = pluginSwitch(config);
  const openConfig = { label: l10n.t('Open Config'), command: 'openclawBedrock.openConfig' };
  return [
    ...(isPluginMissing
      ? [
          {
            text: l10n.t(
              'This OpenClaw reaches Bedrock through a plugin that is not installed. Install it with: {0}',
              INSTALL_PLUGIN,
            ),
            fix: { label: l10n.t('Install Plugin'), command: 'openclawBedrock.installPlugin' },
            isLasting: true,
          },
        ]
      : []),
    ...(turnedOffBy !== undefined
      ? [
          {
            text: l10n.t(
              'OpenClaw reaches Bedrock through a plugin that its config turns off ({0}).',
              turnedOffBy,
            ),
            fix: openConfig,
          },
        ]
      : []),
  ];
}

/** The setting by which the config turns the plugin off on purpose, against which nothing else counts. */
export function pluginSwitch(config: JsonObject): string | undefined {
  if (valueAt(config, ['plugins', 'enabled']) === false) return 'plugins.enabled';
  const denied = valueAt(config, ['plugins', 'deny']);
  return Array.isArray(denied) && denied.includes(PLUGIN_ID) ? 'plugins.deny' : undefined;
}
