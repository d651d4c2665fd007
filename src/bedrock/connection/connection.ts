/**
 * How this machine reaches Bedrock: region, credentials and endpoints, found by a pure function of the
 * environment and of what the user configured. Nothing here touches the network or a file.
 */
import { createHash } from 'node:crypto';

/** Environment variables by name, as in `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Where a variable is set: in the process, in one of OpenClaw's `.env` files, or in its config. */
export type Place = 'process' | '.env' | 'config';

/** The environment that OpenClaw sees, and where each variable of it is set. */
export interface Variables {
  readonly values: Environment;
  readonly origin: (name: string) => Place | undefined;
}

/** Values that go before the environment. Blank strings count as not given. */
export interface ConnectionLayer {
  readonly from: 'group' | 'secret-storage' | 'settings' | 'openclaw';
  readonly region?: string | undefined;
  readonly profile?: string | undefined;
  readonly endpoint?: string | undefined;
  readonly apiKey?: string | undefined;
}

/** Where a value of the connection was found. */
export type Origin =
  | { readonly from: ConnectionLayer['from'] | 'default' }
  | { readonly from: 'variable'; readonly name: `AWS_${string}`; readonly place: Place };

/** Functions in place of secrets, so that no serialiser, log or comparison can meet them. */
export interface AccessKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** What signs the requests. */
export type Credentials =
  | { readonly kind: 'bearer'; readonly origin: Origin; readonly token: () => string }
  | { readonly kind: 'access-keys'; readonly origin: Origin; readonly keys: () => AccessKeys }
  | {
      readonly kind: 'profile';
      readonly origin: Origin;
      readonly profile: string;
      /**
       * True when a person chose it, in the settings or in a group: then nothing else will do. `AWS_PROFILE` is
       * where the SDK's chain begins: it goes on to what the machine offers, such as an instance role.
       */
      readonly isChosen: boolean;
    }
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
  /** What the credential providers read besides; a function since it holds secrets. */
  readonly variables: () => Environment;
}

/**
 * Finds the connection. A layer goes before the environment, an earlier layer before a later one. Of several
 * markers in the environment the one counts that the AWS SDK in OpenClaw signs with: `AWS_BEARER_TOKEN_BEDROCK`;
 * `AWS_PROFILE`; both access keys; the default chain. What OpenClaw says is `openclawSource`.
 */
export function detectConnection(variables: Variables, layers: readonly ConnectionLayer[]): Connection {
  const region = findRegion(variables, layers);
  const credentials = findCredentials(variables, layers);
  const endpoints = findEndpoints(variables, layers);
  const key = digest([
    region.name,
    ...identity(credentials, variables),
    endpoints.control,
    endpoints.runtime,
  ]);
  return { key, region, credentials, endpoints, variables: () => variables.values };
}

/** The profile that is asked, and whose settings count (endpoint, authorities): the one in use, else as the SDK has it. */
export function profileOf({ credentials, variables }: Connection): string {
  return credentials.kind === 'profile'
    ? credentials.profile
    : (text(variables()['AWS_PROFILE']) ?? 'default');
}

/** The variables of a process alone. */
export function processVariables(environment: Environment): Variables {
  return { values: environment, origin: name => (environment[name] === undefined ? undefined : 'process') };
}

/** Trimmed, and undefined when blank, as OpenClaw reads its environment. */
export function text(value: string | undefined): string | undefined {
  return value?.trim() || undefined;
}

function findRegion(variables: Variables, layers: readonly ConnectionLayer[]): Connection['region'] {
  for (const { from, region } of layers) {
    const name = text(region);
    if (name) return { name, origin: { from } };
  }
  for (const variable of ['AWS_REGION', 'AWS_DEFAULT_REGION'] as const) {
    const name = text(variables.values[variable]);
    if (name) return { name, origin: originOf(variables, variable) };
  }
  return { name: 'us-east-1', origin: { from: 'default' } };
}

function findCredentials(variables: Variables, layers: readonly ConnectionLayer[]): Credentials {
  for (const layer of layers) {
    const origin: Origin = { from: layer.from };
    const apiKey = text(layer.apiKey);
    if (apiKey) return { kind: 'bearer', origin, token: () => apiKey };
    const profile = text(layer.profile);
    if (profile) return { kind: 'profile', origin, profile, isChosen: true };
  }
  const { values } = variables;
  const bearer = text(values['AWS_BEARER_TOKEN_BEDROCK']);
  if (bearer)
    return { kind: 'bearer', origin: originOf(variables, 'AWS_BEARER_TOKEN_BEDROCK'), token: () => bearer };
  const profile = text(values['AWS_PROFILE']);
  if (profile)
    return { kind: 'profile', origin: originOf(variables, 'AWS_PROFILE'), profile, isChosen: false };
  const keys = accessKeysIn(values);
  if (keys)
    return { kind: 'access-keys', origin: originOf(variables, 'AWS_ACCESS_KEY_ID'), keys: () => keys };
  return { kind: 'default-chain', origin: { from: 'default' } };
}

function accessKeysIn(values: Environment): AccessKeys | undefined {
  const accessKeyId = text(values['AWS_ACCESS_KEY_ID']);
  const secretAccessKey = text(values['AWS_SECRET_ACCESS_KEY']);
  const sessionToken = text(values['AWS_SESSION_TOKEN']);
  if (!accessKeyId || !secretAccessKey) return undefined;
  return { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) };
}

function findEndpoints({ values }: Variables, layers: readonly ConnectionLayer[]): Endpoints {
  const configured = configuredEndpoint(layers);
  const service = configured && serviceOf(configured);
  const shared = text(values['AWS_ENDPOINT_URL']);
  const control = service === 'bedrock-runtime' ? undefined : configured;
  const runtime = service === 'bedrock' ? undefined : configured;
  return {
    control: control ?? text(values['AWS_ENDPOINT_URL_BEDROCK']) ?? shared,
    runtime: runtime ?? text(values['AWS_ENDPOINT_URL_BEDROCK_RUNTIME']) ?? shared,
  };
}

/**
 * The first that is given. A group that says where to go or who calls is meant for itself: the endpoint in the settings
 * would get its key.
 */
function configuredEndpoint(layers: readonly ConnectionLayer[]): string | undefined {
  const group = layers.find(({ from }) => from === 'group');
  const isApart = group && [group.region, group.profile, group.apiKey].some(text);
  return (isApart ? [group] : layers).map(({ endpoint }) => text(endpoint)).find(Boolean);
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

/** Where a variable that is set was found. */
export function originOf({ origin }: Variables, name: `AWS_${string}`): Origin {
  return { from: 'variable', name, place: origin(name) ?? 'process' };
}

/** What says where the SDK's credential providers look besides, so that a change of it makes another caller. */
const PROVIDER_VARIABLES = [
  'AWS_CONFIG_FILE',
  'AWS_SHARED_CREDENTIALS_FILE',
  'AWS_ROLE_ARN',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'AWS_CONTAINER_CREDENTIALS_FULL_URI',
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
] as const;

/** What tells two callers apart; secrets enter as part of a digest only. */
function identity(credentials: Credentials, { values }: Variables): (string | undefined)[] {
  const around = PROVIDER_VARIABLES.map(name => text(values[name]));
  switch (credentials.kind) {
    case 'bearer':
      return ['bearer', digest([credentials.token()])];
    case 'access-keys': {
      const { accessKeyId, secretAccessKey, sessionToken } = credentials.keys();
      return ['access-keys', accessKeyId, digest([secretAccessKey, sessionToken])];
    }
    case 'profile':
      return [credentials.isChosen ? 'profile' : 'profile first', credentials.profile, ...around];
    case 'default-chain':
      return ['default-chain', ...around];
  }
}

function digest(parts: readonly (string | undefined)[]): string {
  return createHash('sha256')
    .update(parts.map(part => part ?? '').join('\n'))
    .digest('hex')
    .slice(0, 16);
}
