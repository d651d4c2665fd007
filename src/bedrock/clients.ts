/** The clients of a connection as everyone holds them: light, until the first call loads what signs and sends. */
import type { BedrockClient } from '@aws-sdk/client-bedrock';
import type { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import type { Caller } from './connection/caller.ts';
import type { Connection } from './connection/connection.ts';
import type { InstanceRoles } from './connection/instanceRole.ts';
import type { SignedBy } from './connection/signedBy.ts';
import type { AskMfaCode } from './connection/signing.ts';
import { loadCalls } from './loadCalls.ts';
import type { Network } from './network.ts';
import type { SignedClients } from './signedClients.ts';

export type { AskMfaCode, MfaDevice } from './connection/signing.ts';

/** What the clients need from outside. */
export interface ClientContext {
  readonly network: () => Network;
  /** Asks for a code of the MFA device; undefined: dismissed. */
  readonly askMfaCode: AskMfaCode;
  readonly instanceRoles: InstanceRoles;
}

/** What each member does is said at `SignedClients`. */
export class BedrockClients {
  readonly #connection: Connection;
  readonly #context: ClientContext;
  #loading: Promise<SignedClients> | undefined;
  #loaded: SignedClients | undefined;

  constructor(connection: Connection, context: ClientContext) {
    this.#connection = connection;
    this.#context = context;
  }

  /** What signs, once something did. */
  get signedBy(): SignedBy | undefined {
    return this.#loaded?.signedBy;
  }

  async resolve(): Promise<SignedBy> {
    return (await this.#load()).resolve();
  }

  async caller(signal?: AbortSignal): Promise<Caller> {
    return (await this.#load()).caller(signal);
  }

  async control(): Promise<BedrockClient> {
    return (await this.#load()).control();
  }

  async runtime(): Promise<BedrockRuntimeClient> {
    return (await this.#load()).runtime();
  }

  async attempt<Result>(call: () => Promise<Result>): Promise<Result> {
    return (await this.#load()).attempt(call);
  }

  async quietly<Result>(call: () => Promise<Result>): Promise<Result> {
    return (await this.#load()).quietly(call);
  }

  renew(): void {
    this.#withLoaded(clients => clients.renew());
  }

  destroy(): void {
    this.#withLoaded(clients => clients.destroy());
  }

  /** At once where it can be; what was called while it is loading goes before. */
  #withLoaded(act: (clients: SignedClients) => void): void {
    if (this.#loaded) act(this.#loaded);
    else this.#loading?.then(act, () => undefined);
  }

  #load(): Promise<SignedClients> {
    this.#loading ??= loadCalls().then(
      ({ SignedClients }) => (this.#loaded = new SignedClients(this.#connection, this.#context)),
    );
    return this.#loading;
  }
}
