/** The SDK's clients for a connection, made at the first call and kept, so that their sockets are reused. */
import type { BedrockClient } from '@aws-sdk/client-bedrock';
import type { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { ProblemError } from '../problem.ts';
import type { Connection } from './connection/connection.ts';
import { invalidEndpoint } from './problems.ts';

type Sdk = typeof import('./sdk.ts');

/** Loads the AWS SDK (some 60 ms the first time, then cached by the module system). */
export function loadSdk(): Promise<Sdk> {
  return import('./sdk.ts');
}

/** Milliseconds to wait for a TCP connection. */
const CONNECTION_TIMEOUT = 10_000;
/** Milliseconds without a byte before an answer is given up; models that think can be silent for a minute. */
const SOCKET_TIMEOUT = 180_000;

/** Both clients of one connection. `destroy` closes their sockets. */
export class BedrockClients {
  readonly #connection: Connection;
  #control: Promise<BedrockClient> | undefined;
  #runtime: Promise<BedrockRuntimeClient> | undefined;

  constructor(connection: Connection) {
    this.#connection = connection;
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
