/** The SDK's clients for a connection, made at the first call and kept until they are renewed; sockets are kept longer. */
import type { BedrockClient, BedrockClientConfig } from '@aws-sdk/client-bedrock';
import type { BedrockRuntimeClient, BedrockRuntimeClientConfig } from '@aws-sdk/client-bedrock-runtime';
import { ProblemError } from '../problem.ts';
import type { ClientContext } from './clients.ts';
import { askForCaller, type Caller } from './connection/caller.ts';
import type { Connection } from './connection/connection.ts';
import { endpointFor, hostOptions, type Service } from './connection/endpoint.ts';
import { type SignedBy, SigningCredentials } from './connection/signing.ts';
import { refuseUnsendable } from './connection/unusable.ts';
import { loadSdk } from './loadSdk.ts';
import { NetworkHandler } from './network.ts';
import { problemOf } from './problems.ts';

type Sdk = typeof import('./sdk.ts');
type ClientOptions = BedrockClientConfig & BedrockRuntimeClientConfig;

/** Milliseconds without a byte before an answer is given up: a whole one can take minutes to be written. */
const ANSWER_TIMEOUT = 900_000;

/** Both clients of one connection, and what signs for them. `destroy` closes their sockets. */
export class SignedClients {
  readonly #connection: Connection;
  readonly #handler: NetworkHandler;
  /** What models answer through. */
  readonly #answers: NetworkHandler;
  readonly #signing: SigningCredentials;
  #control: Promise<BedrockClient> | undefined;
  #runtime: Promise<BedrockRuntimeClient> | undefined;
  /** How often credentials were given up because a service refused them. */
  #refusals = 0;

  constructor(connection: Connection, { network, askMfaCode, instanceRoles }: ClientContext) {
    this.#connection = connection;
    this.#handler = new NetworkHandler(connection, network);
    this.#answers = new NetworkHandler(connection, network, ANSWER_TIMEOUT);
    this.#signing = new SigningCredentials({ connection, handler: this.#handler, instanceRoles, askMfaCode });
  }

  /** What signs, once something did. */
  get signedBy(): SignedBy | undefined {
    return this.#isSignedByKey ? { source: 'api-key' } : this.#signing.signedBy;
  }

  /** Gets credentials without a request to Bedrock. Throws a `ProblemError` when there are none. */
  async resolve(): Promise<SignedBy> {
    return this.#isSignedByKey ? { source: 'api-key' } : this.#signing.resolve();
  }

  /** Who signs, as STS tells it. Throws a `ProblemError`, also for an API key, which STS does not know. */
  async caller(signal?: AbortSignal): Promise<Caller> {
    try {
      return await this.attempt(() => askForCaller(this.#connection, this.#signing, this.#handler, signal));
    } catch (error) {
      throw new ProblemError(
        problemOf(error, { connection: this.#connection, operation: 'GetCallerIdentity' }),
      );
    }
  }

  /** The client that lists models. */
  control(): Promise<BedrockClient> {
    this.#control ??= this.#make(
      'bedrock',
      (sdk, options) => new sdk.BedrockClient({ ...options, requestHandler: this.#handler }),
    ).catch((error: unknown) => {
      this.#control = undefined;
      throw error;
    });
    return this.#control;
  }

  /** The client that models answer through. */
  runtime(): Promise<BedrockRuntimeClient> {
    this.#runtime ??= this.#make(
      'bedrock-runtime',
      // Whoever asks for an answer tries again by itself, and says so.
      (sdk, options) =>
        new sdk.BedrockRuntimeClient({ ...options, requestHandler: this.#answers, maxAttempts: 1 }),
    ).catch((error: unknown) => {
      this.#runtime = undefined;
      throw error;
    });
    return this.#runtime;
  }

  /**
   * Makes a call. Where its token has expired, makes it once more with fresh credentials; credentials that a service
   * refused are not used again. A call that fails must have had no effect.
   */
  async attempt<Result>(call: () => Promise<Result>): Promise<Result> {
    const refusals = this.#refusals;
    try {
      return await onTime(call);
    } catch (error) {
      const refusal = this.#refusalIn(error);
      if (!refusal || !this.#canRenew) throw error;
      // Of several calls that failed together, the first one gives up what they all used.
      if (this.#refusals === refusals) this.#giveUp();
      if (refusal === 'credentials-refused') throw error;
      return await onTime(call);
    }
  }

  /** Makes a call that asks nobody for the code of an MFA device: it fails where one is needed. */
  quietly<Result>(call: () => Promise<Result>): Promise<Result> {
    return this.#signing.quietly(call);
  }

  /** Reads credentials, endpoints and authorities anew at the next call. Calls on their way go on. */
  renew(): void {
    this.#signing.renew();
    this.#handler.renew();
    this.#answers.renew();
    this.#control = this.#runtime = undefined;
  }

  destroy(): void {
    this.#handler.destroy();
    this.#answers.destroy();
    this.#control = this.#runtime = undefined;
  }

  get #isSignedByKey(): boolean {
    return this.#connection.credentials.kind === 'bearer';
  }

  /** Keys that were given as they are stay what they are. */
  get #canRenew(): boolean {
    const { kind } = this.#connection.credentials;
    return kind === 'profile' || kind === 'default-chain';
  }

  #refusalIn(error: unknown): 'credentials-expired' | 'credentials-refused' | undefined {
    // A problem is one of getting credentials: no service has seen any.
    if (error instanceof ProblemError) return undefined;
    const { code } = problemOf(error, { connection: this.#connection, operation: 'Converse' });
    return code === 'credentials-expired' || code === 'credentials-refused' ? code : undefined;
  }

  #giveUp(): void {
    this.#refusals++;
    this.#signing.forget();
  }

  async #make<Client>(service: Service, make: (sdk: Sdk, options: ClientOptions) => Client): Promise<Client> {
    const [sdk, endpoint] = await Promise.all([loadSdk(), endpointFor(this.#connection, service)]);
    const { region, variables } = this.#connection;
    return make(sdk, {
      region: region.name,
      ...(endpoint && { endpoint }),
      ignoreConfiguredEndpointUrls: true,
      ...hostOptions(variables()),
      ...this.#authentication(),
      customUserAgent: 'openclaw-bedrock',
    });
  }

  /**
   * The scheme is always named: left to itself the SDK lets `AWS_BEARER_TOKEN_BEDROCK` override a chosen profile, and
   * `AWS_PROFILE` override access keys.
   */
  #authentication(): Pick<ClientOptions, 'authSchemePreference' | 'token' | 'credentials'> {
    const { credentials } = this.#connection;
    if (credentials.kind === 'bearer') refuseUnsendable([credentials.token()], this.#connection);
    return credentials.kind === 'bearer'
      ? { authSchemePreference: ['httpBearerAuth'], token: { token: credentials.token() } }
      : { authSchemePreference: ['sigv4'], credentials: this.#signing.provider };
  }
}

/**
 * Makes a call once more where it was refused for the clock of this machine: from then on the SDK goes by the service's.
 * Its own tries, which would do the same, are off for answers.
 */
async function onTime<Result>(call: () => Promise<Result>): Promise<Result> {
  try {
    return await call();
  } catch (error) {
    // "Signature expired: 20261128T045640Z is now earlier than ...", "Signature not yet current: ..."
    if (!/Signature (expired|not yet current)/.test((error as Partial<Error> | undefined)?.message ?? ''))
      throw error;
    return await call();
  }
}
