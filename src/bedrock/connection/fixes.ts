/** The next steps that problems with a connection offer. */
import * as l10n from '@vscode/l10n';
import type { Fix } from '../../problem.ts';

/** Uses a region in the editor; without one, asks for it. */
export const selectRegion = (region?: string): Fix => ({
  label: region ? l10n.t('Use {0} in the Editor', region) : l10n.t('Select Region'),
  command: 'openclawBedrock.selectRegion',
  ...(region && { arguments: [region] }),
});

/** Has OpenClaw look for models in a region; without one, asks for what is to change. */
export const configureDiscovery = (region?: string): Fix => ({
  label: region ? l10n.t('Use {0} in OpenClaw', region) : l10n.t('Configure Discovery'),
  command: 'openclawBedrock.configureDiscovery',
  ...(region && { arguments: [{ region }, { ask: true }] }),
});

export const selectProfile = (): Fix => ({
  label: l10n.t('Select Profile'),
  command: 'openclawBedrock.selectProfile',
});

/** Has OpenClaw use a profile; without one, asks for it. */
export const setOpenClawProfile = (profile?: string): Fix => ({
  label: profile ? l10n.t('Set AWS_PROFILE={0} for OpenClaw', profile) : l10n.t('Set OpenClaw’s Profile'),
  command: 'openclawBedrock.setOpenClawProfile',
  ...(profile && { arguments: [profile] }),
});

export const removeApiKey = (): Fix => ({
  label: l10n.t('Remove API Key'),
  command: 'openclawBedrock.removeApiKey',
});

export const openConfig = (): Fix => ({
  label: l10n.t('Open Config'),
  command: 'openclawBedrock.openConfig',
});

export const openclawVariablesGuide = (): Fix => ({
  label: l10n.t('Where OpenClaw Finds Variables'),
  url: 'https://docs.openclaw.ai/help/environment',
});

export const awsVariablesGuide = (): Fix => ({
  label: l10n.t('About AWS Variables'),
  url: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-envvars.html',
});
