/** What signs the requests of one connection: found once for both clients, kept, and renewed in time. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { ProblemError } from '../../problem.ts';
import { profileOf } from './connection.ts';
import { credentialsOf, type Identity, type LinkOptions, NoLink } from './links.ts';
import { readProfiles } from './profiles.ts';
import { type SignedBy, signedByOf } from './signedBy.ts';
import { mfaNeeded, signingProblem } from './signingProblems.ts';
import { credentialsLate, refuseUnsendable } from './unusable.ts';

export type { SignedBy, SignedSource } from './signedBy.ts';

/** Milliseconds before the end at which others are fetched; half their life for those that live shorter. */
const EARLY = 5 * 60_000;
/** Milliseconds after which whatever should give credentials is taken to hang. */
const PATIENCE = 60_000;

/** A device whose code is wanted. */
export interface MfaDevice {
  /** Its serial number or ARN. */
  readonly serial: string;
  /** The profile that takes its role with the code. */
  readonly profile: string;
}

/** Undefined: dismissed. */
export type AskMfaCode = (device: MfaDevice) => Promise<string | undefined>;

export interface SigningOptions extends Omit<LinkOptions, 'askMfaCode'> {
  readonly askMfaCode: AskMfaCode;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  /** Milliseconds to wait for credentials. */
  readonly patience?: number;
}

interface Kept {
  readonly identity: Identity;
  readonly signedBy: SignedBy;
  refreshAt: number;
}

/** One way to credentials, from the question to the answer. */
interface Resolution {
  readonly kept: Promise<Kept>;
  /** Nobody is there to be asked for a code. */
  readonly isQuiet: boolean;
  /** Resolves once another has taken its place: whoever waits for this one waits for that. */
  readonly abandoned: PromiseWithResolvers<undefined>;
  /** A code is needed on the way. */
  usesMfa: boolean;
}

export class SigningCredentials {
  /** For the SDK, which leaves the memory to a provider that is marked so. */
  readonly provider: { (): Promise<Identity>; readonly memoized: true };
  readonly #options: SigningOptions;
  readonly #now: () => number;
  readonly #quiet = new AsyncLocalStorage<true>();
  #kept: (Kept & { readonly usesMfa: boolean }) | undefined;
  #resolution: Resolution | undefined;
  #signedBy: SignedBy | undefined;

  constructor(options: SigningOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
    this.provider = Object.assign(async () => (await this.#current()).identity, { memoized: true as const });
  }

  /** What signed last. */
  get signedBy(): SignedBy | undefined {
    return this.#signedBy;
  }

  async resolve(): Promise<SignedBy> {
    return (await this.#current()).signedBy;
  }

  /** Makes a call that asks nobody for a code: it fails where one is needed, unless others ask for it. */
  quietly<Result>(call: () => Promise<Result>): Promise<Result> {
    return this.#quiet.run(true, call);
  }

  /** Reads everything anew at the next call; keeps what a person's code brought, as long as it is valid. */
  renew(): void {
    if (this.#kept && !(this.#kept.usesMfa && this.#isValid(this.#kept))) this.#kept = undefined;
    this.#startOver();
  }

  /** The same for credentials that were refused: nothing of them is kept. */
  forget(): void {
    this.#kept = undefined;
    this.#startOver();
  }

  /** Concurrent calls share one resolution. What is still valid serves when there is nothing newer to be had. */
  async #current(): Promise<Kept> {
    const kept = this.#kept;
    if (kept && this.#now() < kept.refreshAt) return kept;
    const isQuiet = this.#quiet.getStore() ?? false;
    const resolution = (this.#resolution ??= this.#resolve(isQuiet));
    try {
      return (await Promise.race([resolution.kept, resolution.abandoned.promise])) ?? (await this.#current());
    } catch (error) {
      if (kept && this.#isValid(kept)) {
        kept.refreshAt = kept.signedBy.expiration?.getTime() ?? Infinity;
        return kept;
      }
      const nobodyWasAsked = resolution.isQuiet && resolution.usesMfa;
      if (nobodyWasAsked && !isQuiet) return this.#current();
      throw error;
    }
  }

  /** Another code is not asked for while a person looks for the first. */
  #startOver(): void {
    const resolution = this.#resolution;
    if (!resolution || resolution.usesMfa) return;
    this.#resolution = undefined;
    resolution.abandoned.resolve(undefined);
  }

  #resolve(isQuiet: boolean): Resolution {
    const resolution: Resolution = {
      kept: Promise.resolve().then(() => this.#ask(resolution)),
      abandoned: Promise.withResolvers(),
      isQuiet,
      usesMfa: false,
    };
    // What was renewed or forgotten on the way is not kept.
    const settle = (kept?: Kept) => {
      if (kept) this.#signedBy = kept.signedBy;
      if (this.#resolution !== resolution) return;
      this.#resolution = undefined;
      if (kept) this.#kept = { ...kept, usesMfa: resolution.usesMfa };
    };
    resolution.kept.then(settle, () => settle());
    return resolution;
  }

  async #ask(resolution: Resolution): Promise<Kept> {
    const { connection } = this.#options;
    const isOutdated = () => this.#resolution !== resolution;
    const late = Promise.withResolvers<never>();
    const { patience = PATIENCE } = this.#options;
    const timer = setTimeout(() => late.reject(new ProblemError(credentialsLate(connection))), patience);
    const askMfaCode = async (serial: string) => {
      if (isOutdated()) throw new Error('Another one asks.');
      resolution.usesMfa = true;
      // A person takes as long as it takes.
      clearTimeout(timer);
      const profile = profileOf(connection);
      const code = resolution.isQuiet ? undefined : await this.#options.askMfaCode({ serial, profile });
      if (!code) throw new ProblemError(mfaNeeded(connection));
      return code;
    };
    try {
      const resolved = await Promise.race([credentialsOf({ ...this.#options, askMfaCode }), late.promise]);
      refuseUnsendable(Object.values(resolved.identity), connection);
      return {
        identity: resolved.identity,
        signedBy: signedByOf(resolved),
        refreshAt: this.#refreshAt(resolved.identity),
      };
    } catch (error) {
      // What was renewed on its way, and fails, goes with what came after.
      if (isOutdated()) return await this.#current();
      if (!(error instanceof NoLink)) throw error;
      const profiles = await readProfiles(connection.variables());
      throw new ProblemError(signingProblem(error.failures, connection, profiles));
    } finally {
      clearTimeout(timer);
    }
  }

  #refreshAt({ expiration }: Identity): number {
    if (!expiration) return Infinity;
    const life = expiration.getTime() - this.#now();
    return expiration.getTime() - Math.min(EARLY, life / 2);
  }

  #isValid({ signedBy: { expiration } }: Kept): boolean {
    return !expiration || this.#now() < expiration.getTime();
  }
}
