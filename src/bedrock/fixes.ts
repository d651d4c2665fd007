/** The next steps that problems lead to. */
import * as l10n from '@vscode/l10n';
import type { Fix, ProblemCode } from '../problem.ts';
import type { Origin } from './connection/connection.ts';

// Functions, since the texts are known only once the extension has been activated.
export const retry = (label = l10n.t('Try Again')): Fix => ({
  label,
  command: 'openclawBedrock.refreshModels',
});
export const refreshModels = (): Fix => retry(l10n.t('Refresh Models'));
/** Asks again by hand: then a code is asked for. */
export const enterCode = (): Fix => retry(l10n.t('Enter Code'));
/** What a message has no room for: the page of all problems, at this one. */
export const learnMore = (code: ProblemCode): Fix => ({
  label: l10n.t('Learn More'),
  command: 'openclawBedrock.troubleshoot',
  arguments: [code],
});
export const openSettings = (id = 'openclawBedrock'): Fix => ({
  label: l10n.t('Open Settings'),
  command: 'workbench.action.openSettings',
  arguments: [id],
});
export const openProxySettings = (): Fix => ({
  label: l10n.t('Open Proxy Settings'),
  command: 'workbench.action.openSettings',
  arguments: ['http.proxy'],
});
/** Without a member, at its beginning. */
export const openConfig = (member?: readonly string[]): Fix => ({
  label: l10n.t('Open Config'),
  command: 'openclawBedrock.openConfig',
  ...(member && { arguments: [{ member }] }),
});
export const selectProfile = (): Fix => ({
  label: l10n.t('Select Profile'),
  command: 'openclawBedrock.selectProfile',
});
/** Uses a region in the editor; without one, asks for it. */
export const selectRegion = (region?: string): Fix => ({
  label: region ? l10n.t('Use {0} in the Editor', region) : l10n.t('Select Region'),
  command: 'openclawBedrock.selectRegion',
  ...(region && { arguments: [region] }),
});
export const selectRoutePolicy = (): Fix => ({
  label: l10n.t('Select Route Policy'),
  command: 'openclawBedrock.selectRoutePolicy',
});
/** Has OpenClaw look for models in a region; without one, asks for what is to change. */
export const configureDiscovery = (region?: string): Fix => ({
  label: region ? l10n.t('Use {0} in OpenClaw', region) : l10n.t('Configure Bedrock Discovery'),
  command: 'openclawBedrock.configureDiscovery',
  ...(region && { arguments: [{ region }, { ask: true }] }),
});
/** Has OpenClaw use a profile; without one, asks for it. */
export const setOpenClawProfile = (profile?: string): Fix => ({
  label: profile
    ? l10n.t('Set AWS_PROFILE={0} for OpenClaw', profile)
    : l10n.t('Set AWS Profile for OpenClaw'),
  command: 'openclawBedrock.setOpenClawProfile',
  ...(profile && { arguments: [profile] }),
});
/** What is given is not asked for again. */
export const useProxy = (label: string, given: object): Fix => ({
  label,
  command: 'openclawBedrock.useProxy',
  arguments: [given, { ask: true }],
});
export const setApiKey = (): Fix => ({ label: l10n.t('Set API Key'), command: 'openclawBedrock.setApiKey' });
export const removeApiKey = (): Fix => ({
  label: l10n.t('Remove API Key'),
  command: 'openclawBedrock.removeApiKey',
});
export const addConnection = (): Fix => ({
  label: l10n.t('Add Connection'),
  command: 'openclawBedrock.addConnection',
});
export const signIn = (profile: string): Fix => ({
  label: l10n.t('Sign In'),
  command: 'openclawBedrock.signIn',
  arguments: [profile],
});
/** Where the editor's model configurations are. */
export const manageModels = (): Fix => ({
  label: l10n.t('Manage Models'),
  command: 'workbench.action.chat.manage',
});
/** Steps that change a value from elsewhere. A provider group's own goes before all that those can set. */
export const changing = ({ from }: Origin, ...fixes: Fix[]): Fix[] =>
  from === 'group' ? [manageModels(), retry()] : fixes;
export const profileGuide = (label = l10n.t('How to Make One')): Fix => ({
  label,
  url: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-sso.html',
});
export const credentialsGuide = (): Fix => ({
  label: l10n.t('How to Set Up Credentials'),
  url: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-chap-configure.html',
});
export const permissionsGuide = (): Fix => ({
  label: l10n.t('About Bedrock Permissions'),
  url: 'https://docs.aws.amazon.com/bedrock/latest/userguide/security_iam_id-based-policy-examples.html',
});
export const openclawVariablesGuide = (): Fix => ({
  label: l10n.t('Where OpenClaw Finds Variables'),
  url: 'https://docs.openclaw.ai/help/environment',
});
export const awsVariablesGuide = (): Fix => ({
  label: l10n.t('About AWS Variables'),
  url: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-envvars.html',
});
/** The least that the models need, for whoever may allow it. */
export const copyIamPolicy = (): Fix => ({
  label: l10n.t('Copy IAM Policy'),
  command: 'openclawBedrock.copyIamPolicy',
});
export const quotaGuide = (): Fix => ({
  label: l10n.t('About Bedrock Quotas'),
  url: 'https://docs.aws.amazon.com/bedrock/latest/userguide/quotas.html',
});
