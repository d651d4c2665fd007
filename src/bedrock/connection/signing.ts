/** What signs the requests of one connection: found once for both clients, kept, and renewed in time. */
import { ProblemError } from '../../problem.ts';
import { credentialsOf, type Identity, type LinkOptions, NoLink, profileOf } from './links.ts';
import { readProfiles } from './profiles.ts';
import { type SignedBy, signedByOf } from './signedBy.ts';
import { mfaNeeded, signingProblem } from './signingProblems.ts';

export type { SignedBy, SignedSource } from './signedBy.ts';

/** Milliseconds before the end at which others are fetched; half their life for those that live shorter. */
const EARLY = 5 * 60_000;

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
}

interface Kept {
  readonly identity: Identity;
  readonly signedBy: SignedBy;
  refreshAt: number;
}

/** One way to credentials, from the question to the answer. */
interface Resolution {
  readonly kept: Promise<Kept>;
  /** A person is asked for a code on the way. */
  usesMfa: boolean;
}

export class SigningCredentials {
  /** For the SDK, which leaves the memory to a provider that is marked so. */
  readonly provider: { (): Promise<Identity>; readonly memoized: true };
  readonly #options: SigningOptions;
  readonly #now: () => number;
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

  /** Reads everything anew at the next call; keeps what a person's code brought, as long as it is valid. */
  renew(): void {
    if (this.#kept && !(this.#kept.usesMfa && this.#isValid(this.#kept))) this.#kept = undefined;
    if (!this.#resolution?.usesMfa) this.#resolution = undefined;
  }

  /** The same for credentials that were refused: nothing of them is kept. */
  forget(): void {
    this.#kept = this.#resolution = undefined;
  }

  /** Concurrent calls share one resolution. What is still valid serves when there is nothing newer to be had. */
  async #current(): Promise<Kept> {
    const kept = this.#kept;
    if (kept && this.#now() < kept.refreshAt) return kept;
    this.#resolution ??= this.#resolve();
    try {
      return await this.#resolution.kept;
    } catch (error) {
      if (!kept || !this.#isValid(kept)) throw error;
      kept.refreshAt = kept.signedBy.expiration?.getTime() ?? Infinity;
      return kept;
    }
  }

  #resolve(): Resolution {
    const resolution: Resolution = { kept: this.#ask(() => (resolution.usesMfa = true)), usesMfa: false };
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

  async #ask(onMfa: () => void): Promise<Kept> {
    const { connection } = this.#options;
    const askMfaCode = async (serial: string) => {
      onMfa();
      const profile = profileOf(connection);
      const code = await this.#options.askMfaCode({ serial, profile });
      if (!code) throw new ProblemError(mfaNeeded(profile));
      return code;
    };
    try {
      const resolved = await credentialsOf({ ...this.#options, askMfaCode });
      return {
        identity: resolved.identity,
        signedBy: signedByOf(resolved),
        refreshAt: this.#refreshAt(resolved.identity),
      };
    } catch (error) {
      if (!(error instanceof NoLink)) throw error;
      const profiles = await readProfiles(connection.variables());
      throw new ProblemError(signingProblem(error.failures, connection, profiles));
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
