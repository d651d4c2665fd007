/**
 * How this machine reaches Bedrock: region, credentials and endpoints, found by a pure function of the
 * environment and of what the user configured. Nothing here touches the network or a file.
 */
import { createHash } from 'node:crypto';

/** Environment variables by name, as in `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Values that go before the environment. Blank strings count as not given. */
export interface ConnectionLayer {
  readonly from: 'group' | 'settings' | 'openclaw';
  readonly region?: string | undefined;
  readonly profile?: string | undefined;
  readonly endpoint?: string | undefined;
  readonly apiKey?: string | undefined;
}

/** Where a value of the connection was found: a layer, the name of an environment variable, or the default. */
export type Origin = ConnectionLayer['from'] | `AWS_${string}` | 'default';

export type Credentials =
  /** The token is a function so that no serialiser, log or comparison can meet the secret. */
  | { readonly kind: 'bearer'; readonly origin: Origin; readonly token: () => string }
  | { readonly kind: 'access-keys'; readonly origin: Origin }
  | { readonly kind: 'profile'; readonly origin: Origin; readonly profile: string }
  | { readonly kind: 'default-chain'; readonly origin: Origin };

export interface Endpoints {
  /** Where models are listed (the `bedrock` service); undefined: the SDK's own choice for the region. */
  readonly control: string | undefined;
  /** Where models answer (the `bedrock-runtime` service); undefined: the SDK's own choice for the region. */
  readonly runtime: string | undefined;
}

export interface Connection {
  /** Equal for connections that list the same models with the same rights; holds no secret. */
  readonly key: string;
  readonly region: { readonly name: string; readonly origin: Origin };
  readonly credentials: Credentials;
  readonly endpoints: Endpoints;
}

/**
 * Finds the connection. The credential source follows OpenClaw's order: `AWS_BEARER_TOKEN_BEDROCK`; both
 * access keys; `AWS_PROFILE`; the SDK's default chain. A layer goes before the environment, an earlier layer
 * before a later one.
 */
export function detectConnection(environment: Environment, layers: readonly ConnectionLayer[]): Connection {
  const region = findRegion(environment, layers);
  const credentials = findCredentials(environment, layers);
  const endpoints = findEndpoints(environment, layers);
  const key = digest([
    region.name,
    ...identity(credentials, environment),
    endpoints.control,
    endpoints.runtime,
  ]);
  return { key, region, credentials, endpoints };
}

function findRegion(environment: Environment, layers: readonly ConnectionLayer[]): Connection['region'] {
  for (const { from, region } of layers) {
    const name = text(region);
    if (name) return { name, origin: from };
  }
  for (const origin of ['AWS_REGION', 'AWS_DEFAULT_REGION'] as const) {
    const name = text(environment[origin]);
    if (name) return { name, origin };
  }
  return { name: 'us-east-1', origin: 'default' };
}

function findCredentials(environment: Environment, layers: readonly ConnectionLayer[]): Credentials {
  for (const layer of layers) {
    const apiKey = text(layer.apiKey);
    if (apiKey) return { kind: 'bearer', origin: layer.from, token: () => apiKey };
    const profile = text(layer.profile);
    if (profile) return { kind: 'profile', origin: layer.from, profile };
  }
  const bearer = text(environment['AWS_BEARER_TOKEN_BEDROCK']);
  if (bearer) return { kind: 'bearer', origin: 'AWS_BEARER_TOKEN_BEDROCK', token: () => bearer };
  if (text(environment['AWS_ACCESS_KEY_ID']) && text(environment['AWS_SECRET_ACCESS_KEY'])) {
    return { kind: 'access-keys', origin: 'AWS_ACCESS_KEY_ID' };
  }
  const profile = text(environment['AWS_PROFILE']);
  if (profile) return { kind: 'profile', origin: 'AWS_PROFILE', profile };
  return { kind: 'default-chain', origin: 'default' };
}

function findEndpoints(environment: Environment, layers: readonly ConnectionLayer[]): Endpoints {
  const configured = layers.map(layer => text(layer.endpoint)).find(Boolean);
  const service = configured && serviceOf(configured);
  const shared = text(environment['AWS_ENDPOINT_URL']);
  const control = service === 'bedrock-runtime' ? undefined : configured;
  const runtime = service === 'bedrock' ? undefined : configured;
  return {
    control: control ?? text(environment['AWS_ENDPOINT_URL_BEDROCK']) ?? shared,
    runtime: runtime ?? text(environment['AWS_ENDPOINT_URL_BEDROCK_RUNTIME']) ?? shared,
  };
}

/** AWS's own hosts serve one of the two services; any other host (a gateway, a simulator) is taken to serve both. */
function serviceOf(endpoint: string): 'bedrock' | 'bedrock-runtime' | undefined {
  const host = URL.canParse(endpoint) ? new URL(endpoint).hostname : '';
  if (!/\.amazonaws\.com(\.cn)?$/.test(host)) return undefined;
  const labels = host.split('.');
  return (['bedrock-runtime', 'bedrock'] as const).find(service =>
    labels.some(label => label === service || label === `${service}-fips`),
  );
}

/** What tells two callers apart; secrets enter as part of a digest only. */
function identity(credentials: Credentials, environment: Environment): (string | undefined)[] {
  switch (credentials.kind) {
    case 'bearer':
      return ['bearer', digest([credentials.token()])];
    case 'access-keys':
      return ['access-keys', environment['AWS_ACCESS_KEY_ID']];
    case 'profile':
      return ['profile', credentials.profile];
    case 'default-chain':
      return ['default-chain'];
  }
}

/** Trimmed, and undefined when blank, as OpenClaw reads its environment. */
function text(value: string | undefined): string | undefined {
  return value?.trim() || undefined;
}

function digest(parts: readonly (string | undefined)[]): string {
  return createHash('sha256')
    .update(parts.map(part => part ?? '').join('\n'))
    .digest('hex')
    .slice(0, 16);
}
