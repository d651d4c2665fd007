/** Where the editor and OpenClaw would go different ways, so that a model found here may not work there. */
import * as l10n from '@vscode/l10n';
import type { Fix, Problem } from '../../problem.ts';
import type { Connection, Credentials } from './connection.ts';
import { explainCredentials, originName } from './explain.ts';
import { configureDiscovery, openclawVariablesGuide, selectRegion, setOpenClawProfile } from '../fixes.ts';
import { serviceHost } from '../../regions.ts';

/** What differs between a connection of the editor and OpenClaw's own. */
export function differencesOf(editor: Connection, openclaw: Connection): Problem[] {
  return [
    ...differentRegion(editor, openclaw),
    ...differentCredentials(editor.credentials, openclaw.credentials),
    ...differentEndpoint(editor, openclaw),
  ];
}

function differentRegion({ region }: Connection, { region: its }: Connection): Problem[] {
  if (region.name === its.name) return [];
  const isOfGroup = region.origin.from === 'group';
  return [
    {
      code: 'region-differs',
      title: l10n.t('OpenClaw uses another region'),
      explanation: l10n.t(
        'The editor uses {0} ({1}), OpenClaw uses {2} ({3}). A model of one region may be missing in the other.',
        region.name,
        originName(region.origin),
        its.name,
        originName(its.origin),
      ),
      fixes: [configureDiscovery(region.name), ...(isOfGroup ? [] : [selectRegion(its.name)])],
    },
  ];
}

function differentCredentials(credentials: Credentials, its: Credentials): Problem[] {
  if (callerOf(credentials) === callerOf(its)) return [];
  return [
    {
      code: 'credentials-differ',
      title: l10n.t('OpenClaw uses other credentials'),
      explanation: l10n.t(
        'The editor uses {0}, OpenClaw uses {1}. {2}',
        explainCredentials(credentials),
        explainCredentials(its),
        advice(credentials, its),
      ),
      fixes: fixesFor(credentials, its),
    },
  ];
}

/** Equal for equal callers; compared and thrown away, since it can hold a secret. */
function callerOf(credentials: Credentials): string {
  switch (credentials.kind) {
    case 'bearer':
      return `bearer ${credentials.token()}`;
    case 'access-keys':
      return `access-keys ${credentials.keys().accessKeyId}`;
    case 'profile':
      return `profile ${credentials.profile}`;
    case 'default-chain':
      return 'default-chain';
  }
}

function advice(credentials: Credentials, its: Credentials): string {
  if (credentials.kind === 'bearer')
    return l10n.t(
      'Only the editor knows this key: set it as AWS_BEARER_TOKEN_BEDROCK in OpenClaw’s .env yourself.',
    );
  if (its.kind === 'bearer')
    return l10n.t('OpenClaw’s API key goes before anything else until you remove it.');
  return l10n.t('Let OpenClaw use the same, or check that both may use the model.');
}

function fixesFor(credentials: Credentials, its: Credentials): Fix[] {
  const isEnough = credentials.kind === 'profile' && its.kind !== 'bearer';
  return isEnough ? [setOpenClawProfile(credentials.profile)] : [openclawVariablesGuide()];
}

function differentEndpoint(editor: Connection, openclaw: Connection): Problem[] {
  const { control, runtime } = editor.endpoints;
  const its = openclaw.endpoints;
  if (control === its.control && runtime === its.runtime) return [];
  const service = runtime === its.runtime ? 'bedrock' : 'bedrock-runtime';
  return [
    {
      code: 'endpoint-differs',
      title: l10n.t('OpenClaw uses another endpoint'),
      explanation: l10n.t(
        'The editor reaches Bedrock at {0}, OpenClaw at {1}. If OpenClaw needs the editor’s endpoint too, set {2} in OpenClaw’s .env.',
        hostOf(editor, service),
        hostOf(openclaw, service),
        service === 'bedrock' ? 'AWS_ENDPOINT_URL_BEDROCK' : 'AWS_ENDPOINT_URL_BEDROCK_RUNTIME',
      ),
      fixes: [openclawVariablesGuide()],
    },
  ];
}

/** The host alone: the rest of a URL may hold secrets. */
function hostOf({ region, endpoints }: Connection, service: 'bedrock' | 'bedrock-runtime'): string {
  const endpoint = service === 'bedrock' ? endpoints.control : endpoints.runtime;
  return endpoint && URL.canParse(endpoint) ? new URL(endpoint).host : serviceHost(service, region.name);
}
