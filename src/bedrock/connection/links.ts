/**
 * The links of the AWS SDK's default chain, in its order, for one connection. They are put together here and not by
 * `fromNodeProviderChain`, since that reads the environment of the process alone, and asks an instance for a role
 * for two seconds each time where there is none. What the SDK's providers take from the process and from nowhere else
 * counts from there alone: where the metadata service is (`AWS_EC2_METADATA_SERVICE_ENDPOINT`, see `instanceRole.ts`),
 * the keys of `credential_source = Environment`, and `AWS_ENDPOINT_URL_STS` for roles.
 */
import type { fromIni } from '@aws-sdk/credential-providers';
import { loadSdk } from '../loadSdk.ts';
import { awsFiles } from './awsFiles.ts';
import { type Connection, profileOf, text } from './connection.ts';
import type { InstanceRoles } from './instanceRole.ts';
import type { NetworkHandler } from '../network.ts';

export type Identity = Awaited<ReturnType<ReturnType<typeof fromIni>>>;
export type LinkName = 'profile' | 'web-identity' | 'container' | 'instance-role';

export interface Resolved {
  readonly identity: Identity;
  /** The profile that gave them. */
  readonly profile?: string;
}

type Handler = Pick<NetworkHandler, 'metadata' | 'handle' | 'updateHttpClientConfig' | 'httpHandlerConfigs'>;

export interface LinkOptions {
  readonly connection: Connection;
  readonly handler: Handler;
  readonly instanceRoles: InstanceRoles;
  readonly askMfaCode: (serial: string) => Promise<string>;
}

/** Why a link gave nothing. */
export interface LinkFailure {
  readonly link: LinkName;
  readonly error: unknown;
}

/** No link gave credentials; holds why, in their order. */
export class NoLink extends Error {
  readonly failures: readonly LinkFailure[];

  constructor(failures: readonly LinkFailure[]) {
    super('No link gave credentials.');
    this.failures = failures;
  }
}

interface Link {
  readonly name: LinkName;
  /** Undefined: it has nothing to say. */
  readonly ask: () => Promise<Identity | undefined>;
}

/** Throws `NoLink`. */
export async function credentialsOf(options: LinkOptions): Promise<Resolved> {
  const { credentials } = options.connection;
  if (credentials.kind === 'access-keys') return { identity: credentials.keys() };
  const handler = new RecordingHandler(options.handler);
  const failures: LinkFailure[] = [];
  for (const { name, ask } of await linksOf({ ...options, handler })) {
    try {
      const identity = await ask();
      if (identity)
        return { identity, ...(name === 'profile' && { profile: profileOf(options.connection) }) };
    } catch (error) {
      failures.push({ link: name, error: handler.behind(error) });
      // As the SDK's chain does: a profile that is there and fails ends it.
      if (!(error as { tryNextLink?: boolean }).tryNextLink) break;
    }
  }
  throw new NoLink(failures);
}

/** Keeps what went wrong on the network: some providers pass on no more than its text. */
class RecordingHandler implements Handler {
  readonly metadata: Handler['metadata'];
  readonly #handler: Handler;
  #error: Error | undefined;

  constructor(handler: Handler) {
    this.#handler = handler;
    this.metadata = handler.metadata;
  }

  async handle(...asked: Parameters<Handler['handle']>): ReturnType<Handler['handle']> {
    try {
      return await this.#handler.handle(...asked);
    } catch (error) {
      this.#error = error as Error;
      throw error;
    }
  }

  updateHttpClientConfig(): void {
    this.#handler.updateHttpClientConfig();
  }

  httpHandlerConfigs(): object {
    return this.#handler.httpHandlerConfigs();
  }

  /** The network's own error where this one repeats it. */
  behind(error: unknown): unknown {
    const { message } = error as Partial<Error>;
    return this.#error?.message && message?.includes(this.#error.message) ? this.#error : error;
  }
}

async function linksOf({ connection, handler, instanceRoles, askMfaCode }: LinkOptions): Promise<Link[]> {
  const sdk = await loadSdk();
  const values = connection.variables();
  const value = (name: string) => text(values[name]);
  const { config, credentials: file } = awsFiles(values);
  // What asks STS and the sign-in portal in between, over the same network.
  const clients = {
    clientConfig: { requestHandler: handler },
    parentClientConfig: { region: connection.region.name },
  };
  // An empty string where a variable is not set, so that the process is not asked instead.
  const container = {
    awsContainerCredentialsRelativeUri: value('AWS_CONTAINER_CREDENTIALS_RELATIVE_URI') ?? '',
    awsContainerCredentialsFullUri: value('AWS_CONTAINER_CREDENTIALS_FULL_URI') ?? '',
    awsContainerAuthorizationToken: value('AWS_CONTAINER_AUTHORIZATION_TOKEN') ?? '',
    awsContainerAuthorizationTokenFile: value('AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE') ?? '',
    maxRetries: 1,
    timeout: METADATA_TIMEOUT,
  };
  const profile: Link = {
    name: 'profile',
    ask: sdk.fromIni({
      ...container,
      ...clients,
      profile: profileOf(connection),
      configFilepath: config,
      filepath: file,
      ignoreCache: true,
      mfaCodeProvider: askMfaCode,
    }),
  };
  if (connection.credentials.kind === 'profile' && connection.credentials.isChosen) return [profile];

  const webIdentityTokenFile = value('AWS_WEB_IDENTITY_TOKEN_FILE');
  const roleArn = value('AWS_ROLE_ARN');
  const roleSessionName = value('AWS_ROLE_SESSION_NAME');
  const isInContainer =
    container.awsContainerCredentialsRelativeUri || container.awsContainerCredentialsFullUri;
  return [
    profile,
    ...(webIdentityTokenFile && roleArn
      ? [
          {
            name: 'web-identity' as const,
            ask: sdk.fromTokenFile({
              ...clients,
              webIdentityTokenFile,
              roleArn,
              ...(roleSessionName && { roleSessionName }),
            }),
          },
        ]
      : []),
    isInContainer
      ? { name: 'container', ask: async () => sdk.fromHttp(container)() }
      : {
          name: 'instance-role',
          ask: async () =>
            (await instanceRoles.probe(values)) === 'none'
              ? undefined
              : sdk.fromInstanceMetadata({ timeout: METADATA_TIMEOUT })(),
        },
  ];
}

/** Milliseconds for one question to a metadata service. */
const METADATA_TIMEOUT = 1000;
