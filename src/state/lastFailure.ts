/** Why a list could not be had when it was last asked for, and when asking again by itself is worth a try. */
import type { Problem, ProblemCode } from '../problem.ts';

export interface Failure {
  readonly problems: readonly Problem[];
  /** What the AWS files held when it was over: what asking itself has written to them mends nothing. */
  readonly files: string;
  /** Nobody was there to be asked for the code of an MFA device. */
  readonly wasQuiet: boolean;
}

/** Milliseconds for which a failure answers for itself. */
const FAILURE_REST = 30_000;

/** What the AWS files can be to blame for. */
const ABOUT_FILES: readonly ProblemCode[] = [
  'no-credentials',
  'credentials-expired',
  'credentials-refused',
  'profile-not-found',
  'profile-invalid',
  'credential-process-failed',
  'credentials-not-given',
  'mfa-needed',
  'role-refused',
  'endpoint-invalid',
  'certificates-unreadable',
];

export class LastFailure {
  readonly #now: () => number;
  #failure: (Failure & { readonly at: number }) | undefined;

  /** `now`: milliseconds since the epoch. */
  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  set(failure: Failure): void {
    this.#failure = { ...failure, at: this.#now() };
  }

  clear(): void {
    this.#failure = undefined;
  }

  /** True when it was for want of a code that nobody was asked for. */
  get isForPerson(): boolean {
    return this.#needsCode && this.#failure?.wasQuiet === true;
  }

  /** Whether it answers for another call too. What needs a code waits for a person, however long that takes. */
  answersFor(quietly: boolean): boolean {
    if (this.#needsCode && quietly) return true;
    return this.#isResting && !this.isForPerson;
  }

  /** Whether it could be mended by AWS files that hold this now, or by what they lead to. */
  mayBeMendedBy(files: string): boolean {
    const { problems = [], files: tried } = this.#failure ?? {};
    if (!problems.some(({ code }) => ABOUT_FILES.includes(code))) return false;
    return files !== tried || !this.#isResting;
  }

  get #needsCode(): boolean {
    return this.#failure?.problems.some(({ code }) => code === 'mfa-needed') ?? false;
  }

  get #isResting(): boolean {
    return this.#failure !== undefined && this.#now() - this.#failure.at < FAILURE_REST;
  }
}
