/** What stays in the way of a model that is set in OpenClaw's config. */
import * as l10n from '@vscode/l10n';
import { type JsonObject, valueAt } from '../jsonValue.ts';
import { PLUGIN_ID } from '../plugin.ts';
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

/** A version that gets Bedrock from a plugin, where that is not installed or is switched off on purpose. */
export function pluginWarnings(
  config: JsonObject,
  { isPluginMissing, installation }: Surroundings,
): Warning[] {
  if (installation.layout.provider === 'core') return [];
  const denied = valueAt(config, ['plugins', 'deny']);
  const isOff = valueAt(config, ['plugins', 'enabled']) === false;
  const isDenied = Array.isArray(denied) && denied.includes(PLUGIN_ID);
  const openConfig = { label: l10n.t('Open Config'), command: 'openclawBedrock.openConfig' };
  return [
    ...(isPluginMissing
      ? [
          {
            text: l10n.t('This OpenClaw reaches Bedrock through a plugin that is not installed.'),
            fix: { label: l10n.t('Install Plugin'), command: 'openclawBedrock.installPlugin' },
          },
        ]
      : []),
    ...(isOff || isDenied
      ? [
          {
            text: l10n.t(
              'OpenClaw reaches Bedrock through a plugin that its config turns off ({0}).',
              isOff ? 'plugins.enabled' : 'plugins.deny',
            ),
            fix: openConfig,
          },
        ]
      : []),
  ];
}
