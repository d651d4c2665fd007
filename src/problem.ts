/**
 * What a person can meet when something goes wrong: one type on every floor, shown the same way in the tree,
 * in chat, in notifications and in the log.
 */

/** Stable names of everything that can go wrong. They are public: documentation and tests refer to them. */
export type ProblemCode =
  // Reaching Bedrock
  | 'no-credentials'
  | 'credentials-expired'
  | 'credentials-refused'
  | 'credentials-malformed'
  | 'proxy-invalid'
  | 'profile-not-found'
  | 'profile-invalid'
  | 'api-key-invalid'
  | 'no-caller'
  | 'aws-cli-missing'
  | 'sign-in-failed'
  | 'nothing-to-sign-in'
  | 'connection-exists'
  | 'credential-process-failed'
  | 'credentials-not-given'
  | 'mfa-needed'
  | 'role-refused'
  | 'permission-missing'
  | 'unreachable'
  | 'proxy-refused'
  | 'certificate-untrusted'
  | 'certificates-unreadable'
  | 'not-an-instance'
  | 'endpoint-invalid'
  | 'region-invalid'
  | 'not-bedrock'
  | 'throttled'
  | 'quota-used-up'
  | 'service-error'
  | 'discovery-disabled'
  | 'no-models'
  // Reaching a proxy that speaks OpenAI's API in front of Bedrock
  | 'not-openai'
  | 'key-missing'
  // What a connection would surprise with
  | 'access-keys-incomplete'
  | 'keys-beside-profile'
  | 'api-key-overrides'
  | 'profile-region-ignored'
  | 'config-variables-ignored'
  | 'openclaw-needs-marker'
  | 'region-differs'
  | 'credentials-differ'
  | 'endpoint-differs'
  // Using a model
  | 'model-unknown'
  | 'model-needs-profile'
  | 'model-access'
  | 'request-refused'
  | 'context-overflow'
  | 'reasoning-refused'
  | 'caching-refused'
  | 'attachment-refused'
  | 'settings-invalid'
  | 'stream-cut'
  | 'stream-silent'
  | 'stream-damaged'
  // The OpenClaw config
  | 'config-missing'
  | 'config-malformed'
  | 'config-include'
  | 'config-unreadable'
  | 'config-not-written'
  | 'config-read-only'
  | 'config-changed-since'
  | 'nothing-to-undo'
  | 'setting-invalid'
  | 'agent-unknown'
  | 'openclaw-missing'
  // The editor and our own commands
  | 'editor-unsupported'
  | 'reference-invalid'
  | 'unexpected';

/** A next step that a person can take with one click: a command of the editor, or a page to open. */
export type Fix =
  | { readonly label: string; readonly command: string; readonly arguments?: readonly unknown[] }
  | { readonly label: string; readonly url: string };

export interface Problem {
  readonly code: ProblemCode;
  /** What went wrong, in a few words; no full stop. */
  readonly title: string;
  /** Why, and what to do next, in one or two sentences. Never a stack, a secret or an instruction to read a log. */
  readonly explanation: string;
  readonly fixes: readonly Fix[];
  /** For the log only: the service's own words, a request id. */
  readonly details?: string;
}

/**
 * Carries a `Problem` through code that throws. Its message is readable as it stands, and it has no stack,
 * because the editor's chat shows both to the user.
 */
export class ProblemError extends Error {
  readonly problem: Problem;

  /** Each bundle has a class of its own, and errors cross from one to another: what they carry tells. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && 'problem' in value;
  }

  constructor(problem: Problem) {
    super(sentence(problem));
    this.name = '';
    this.stack = '';
    this.problem = problem;
  }
}

/** The problem as other extensions may see it: details are for the log alone. */
export function withoutDetails({ code, title, explanation, fixes }: Problem): Problem {
  return { code, title, explanation, fixes };
}

/** Each problem once: what was met may have been foreseen as well. The first of its code and title stays. */
export function distinct(problems: readonly Problem[]): Problem[] {
  const keyOf = ({ code, title }: Problem) => JSON.stringify([code, title]);
  return problems.filter(
    (problem, at) => problems.findIndex(other => keyOf(other) === keyOf(problem)) === at,
  );
}

/** The problem as one line of text, for places that show no buttons. */
export function sentence({ title, explanation }: Problem): string {
  return `${title}. ${explanation}`;
}
