/** Says once for each AWS profile that its sign-in has expired, however many lists and answers come upon it. */
import type { Problem } from '../problem.ts';

export class SignInPrompt {
  readonly #show: (problem: Problem) => void;
  /** The profiles of which it was said, and which have not worked since. */
  readonly #told = new Set<string>();
  /** The profile that each caller needs a sign-in for. */
  readonly #profiles = new WeakMap<object, string>();

  constructor(show: (problem: Problem) => void) {
    this.#show = show;
  }

  /** `caller`: whoever ran into the problem, such as a list of models. Problems of other kinds are passed over. */
  failed(caller: object, problem: Problem): void {
    const profile = profileToSignIn(problem);
    if (profile === undefined) return;
    this.#profiles.set(caller, profile);
    if (this.#told.has(profile)) return;
    this.#told.add(profile);
    this.#show(problem);
  }

  /** The caller's credentials are good: should they expire again, that is news. */
  worked(caller: object): void {
    const profile = this.#profiles.get(caller);
    if (profile === undefined) return;
    this.#profiles.delete(caller);
    this.#told.delete(profile);
  }
}

/** The profile that a fix of the problem signs in. */
function profileToSignIn({ code, fixes }: Problem): string | undefined {
  if (code !== 'credentials-expired') return undefined;
  const fix = fixes.find(each => 'command' in each && each.command === 'openclawBedrock.signIn');
  const [profile] = (fix && 'command' in fix && fix.arguments) || [];
  return typeof profile === 'string' ? profile : undefined;
}
