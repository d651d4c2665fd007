/**
 * Where a service is asked: the connection's own endpoint, else the one of the profile in the AWS config file. The SDK
 * would look into the profile that the process names, whichever was chosen.
 */
import * as l10n from '@vscode/l10n';
import { type Problem, ProblemError } from '../../problem.ts';
import { changing, openSettings } from '../fixes.ts';
import { loadSdk } from '../loadSdk.ts';
import { awsFiles } from './awsFiles.ts';
import { type Connection, type Environment, profileOf, text } from './connection.ts';

export type Service = 'bedrock' | 'bedrock-runtime' | 'sts';

/** Undefined: the SDK's own choice for the region. */
export async function endpointFor(connection: Connection, service: Service): Promise<string | undefined> {
  const endpoint = configuredEndpoint(connection, service) ?? (await endpointOfProfile(connection, service));
  if (endpoint && !isHttpUrl(endpoint)) throw new ProblemError(invalidEndpoint(connection));
  return endpoint;
}

/** What settings, group and environment say. */
export function configuredEndpoint(
  { endpoints, variables }: Connection,
  service: Service,
): string | undefined {
  switch (service) {
    case 'bedrock':
      return endpoints.control;
    case 'bedrock-runtime':
      return endpoints.runtime;
    case 'sts':
      return text(variables()['AWS_ENDPOINT_URL_STS']) ?? text(variables()['AWS_ENDPOINT_URL']);
  }
}

/** Whether hosts that are FIPS 140 validated, or that speak IPv6 too, are wanted. */
export function hostOptions(environment: Environment): {
  useFipsEndpoint: boolean;
  useDualstackEndpoint: boolean;
} {
  const isTrue = (name: string) => text(environment[name])?.toLowerCase() === 'true';
  return {
    useFipsEndpoint: isTrue('AWS_USE_FIPS_ENDPOINT'),
    useDualstackEndpoint: isTrue('AWS_USE_DUALSTACK_ENDPOINT'),
  };
}

async function endpointOfProfile(connection: Connection, service: Service): Promise<string | undefined> {
  const values = connection.variables();
  if (text(values['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'])?.toLowerCase() === 'true') return undefined;
  const { config, credentials: filepath } = awsFiles(values);
  const { parseKnownFiles } = await loadSdk();
  const sections = await parseKnownFiles({ configFilepath: config, filepath, ignoreCache: true });
  const profile = sections[profileOf(connection)] ?? {};
  if (profile['ignore_configured_endpoint_urls']?.toLowerCase() === 'true') return undefined;
  const services = sections[`services.${profile['services'] ?? ''}`] ?? {};
  return text(services[`${service.replace('-', '_')}.endpoint_url`]) ?? text(profile['endpoint_url']);
}

/** Ports beyond the last one and hosts with blanks are none, though they look like it. */
function isHttpUrl(text: string): boolean {
  return /^https?:\/\/[^/]/i.test(text) && URL.canParse(text);
}

/** An endpoint that is configured but is no URL. */
export function invalidEndpoint({ region, credentials }: Connection): Problem {
  const group = [region, credentials].find(({ origin }) => origin.from === 'group');
  return {
    code: 'endpoint-invalid',
    title: l10n.t('The endpoint is not a URL'),
    explanation: group
      ? l10n.t(
          'It must begin with https:// (or http://), as in https://bedrock.example.com. Correct it in the model configuration or the environment.',
        )
      : l10n.t(
          'It must begin with https:// (or http://), as in https://bedrock.example.com. Correct it in the settings or the environment.',
        ),
    fixes: changing((group ?? region).origin, openSettings()),
  };
}
