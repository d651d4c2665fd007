/** The SDK's clients for a connection, made at the first call and kept, so that their sockets are reused. */
import type { BedrockClient } from '@aws-sdk/client-bedrock';
import type { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { ProblemError } from '../problem.ts';
import type { Caller } from './connection/caller.ts';
import type { Connection } from './connection/connection.ts';
import type { InstanceRoles } from './connection/instanceRole.ts';
import type { SignedBy } from './connection/signing.ts';
import type { Network } from './network.ts';
import { loadSdk } from './loadSdk.ts';
import { invalidEndpoint } from './problems.ts';

export { loadSdk } from './loadSdk.ts';

type Sdk = typeof import('./sdk.ts');

/** Milliseconds to wait for a TCP connection. */
const CONNECTION_TIMEOUT = 10_000;
/** Milliseconds without a byte before an answer is given up; models that think can be silent for a minute. */
const SOCKET_TIMEOUT = 180_000;

/** What the clients need from outside. */
export interface ClientContext {
  readonly network: () => Network;
  /** Asks for a code of the MFA device; undefined: dismissed. */
  readonly askMfaCode: (serial: string) => Promise<string | undefined>;
  readonly instanceRoles: InstanceRoles;
}

/** Both clients of one connection. `destroy` closes their sockets. */
export class BedrockClients {
  readonly #connection: Connection;
  readonly #context: ClientContext;
  #control: Promise<BedrockClient> | undefined;
  #runtime: Promise<BedrockRuntimeClient> | undefined;

  constructor(connection: Connection, context: ClientContext) {
    this.#connection = connection;
    this.#context = context;
  }

  /** What signed, once something was. */
  get signedBy(): SignedBy | undefined {
    return undefined;
  }

  /** Gets credentials without a request to Bedrock. */
  resolve(): Promise<SignedBy> {
    return Promise.reject(new Error(this.#context.network().proxy));
  }

  /** Who signs, as STS tells it; a `ProblemError` for an API key. */
  caller(_signal?: AbortSignal): Promise<Caller> {
    return Promise.reject(new Error());
  }

  /** Makes a call; where a token has expired, once more with fresh credentials. */
  attempt<Result>(call: () => Promise<Result>): Promise<Result> {
    return call();
  }

  /** The client that lists models. */
  control(): Promise<BedrockClient> {
    this.#control ??= loadSdk().then(
      sdk => new sdk.BedrockClient(configuration(sdk, this.#connection, this.#connection.endpoints.control)),
    );
    return this.#control;
  }

  /** The client that models answer through. */
  runtime(): Promise<BedrockRuntimeClient> {
    this.#runtime ??= loadSdk().then(
      sdk =>
        new sdk.BedrockRuntimeClient(
          configuration(sdk, this.#connection, this.#connection.endpoints.runtime),
        ),
    );
    return this.#runtime;
  }

  /**
   * Makes new clients from the next call on: the old ones remember their credentials for good. Answers on
   * their way through those still come.
   */
  renew(): void {
    this.#control = this.#runtime = undefined;
  }

  destroy(): void {
    for (const client of [this.#control, this.#runtime]) {
      client?.then(made => made.destroy()).catch(() => undefined);
    }
    this.renew();
  }
}

function configuration(sdk: Sdk, { region, credentials }: Connection, endpoint: string | undefined) {
  if (endpoint && !/^https?:\/\/[^/]/.test(endpoint)) throw new ProblemError(invalidEndpoint());
  return {
    region: region.name,
    ...(endpoint && { endpoint }),
    ...authentication(sdk, credentials),
    // HTTP/1.1 with keep-alive: the SDK's HTTP/2 default opens a connection an answer, and ends a stream that
    // was aborted or has stalled as if it were complete.
    requestHandler: new sdk.NodeHttpHandler({
      connectionTimeout: CONNECTION_TIMEOUT,
      socketTimeout: SOCKET_TIMEOUT,
    }),
    customUserAgent: 'openclaw-bedrock',
  };
}

/**
 * Files are read anew by each client, so that renewed credentials are found. The scheme is always named: left to
 * itself the SDK lets `AWS_BEARER_TOKEN_BEDROCK` override a chosen profile, and `AWS_PROFILE` override access keys.
 */
function authentication(sdk: Sdk, credentials: Connection['credentials']) {
  const sigv4 = { authSchemePreference: ['sigv4'] };
  switch (credentials.kind) {
    case 'bearer':
      return { authSchemePreference: ['httpBearerAuth'], token: { token: credentials.token() } };
    case 'access-keys':
      return { ...sigv4, credentials: credentials.keys() };
    case 'profile': {
      const options = { profile: credentials.profile, ignoreCache: true };
      const provider = credentials.isChosen ? sdk.fromIni(options) : sdk.fromNodeProviderChain(options);
      return { ...sigv4, credentials: provider };
    }
    case 'default-chain':
      return { ...sigv4, credentials: sdk.fromNodeProviderChain({ ignoreCache: true }) };
  }
}
