/** The next steps that problems of Bedrock lead to. */
import * as l10n from '@vscode/l10n';
import type { Fix } from '../problem.ts';

// Functions, since the texts are known only once the extension has been activated.
export const retry = (label = l10n.t('Try Again')): Fix => ({
  label,
  command: 'openclawBedrock.refreshModels',
});
export const refreshModels = (): Fix => retry(l10n.t('Refresh Models'));
export const openSettings = (): Fix => ({
  label: l10n.t('Open Settings'),
  command: 'workbench.action.openSettings',
  arguments: ['openclawBedrock'],
});
export const openProxySettings = (): Fix => ({
  label: l10n.t('Open Proxy Settings'),
  command: 'workbench.action.openSettings',
  arguments: ['http.proxy'],
});
export const openConfig = (): Fix => ({
  label: l10n.t('Open Config'),
  command: 'openclawBedrock.openConfig',
});
export const selectProfile = (): Fix => ({
  label: l10n.t('Select Profile'),
  command: 'openclawBedrock.selectProfile',
});
export const selectRegion = (): Fix => ({
  label: l10n.t('Select Region'),
  command: 'openclawBedrock.selectRegion',
});
export const setApiKey = (): Fix => ({ label: l10n.t('Set API Key'), command: 'openclawBedrock.setApiKey' });
export const signIn = (profile: string): Fix => ({
  label: l10n.t('Sign In'),
  command: 'openclawBedrock.signIn',
  arguments: [profile],
});
export const credentialsGuide = (): Fix => ({
  label: l10n.t('How to Set Up Credentials'),
  url: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-chap-configure.html',
});
export const permissionsGuide = (): Fix => ({
  label: l10n.t('About Bedrock Permissions'),
  url: 'https://docs.aws.amazon.com/bedrock/latest/userguide/security_iam_id-based-policy-examples.html',
});
