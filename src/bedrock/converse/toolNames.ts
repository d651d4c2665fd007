/**
 * Tool names and tool call ids in the form a model takes, and back again. Bedrock takes names of
 * `[a-zA-Z0-9_-]{1,64}` and ids of `[a-zA-Z0-9_.:-]{1,64}`; some families are stricter.
 */
import { createHash } from 'node:crypto';
import type { ModelFacts } from '../models/modelFacts.ts';

/** One to one within a request: the same original always gets the same name, two originals never share one. */
export class ToolNames {
  readonly #allowed: RegExp;
  readonly #sent = new Map<string, string>();
  readonly #originals = new Map<string, string>();

  constructor(facts: ModelFacts) {
    this.#allowed = facts.hyphensInToolNames ? /^[a-zA-Z0-9_-]{1,64}$/ : /^[a-zA-Z0-9_]{1,64}$/;
  }

  /** The name to send for a tool's own name. */
  toModel(original: string): string {
    const existing = this.#sent.get(original);
    if (existing) return existing;
    const name =
      this.#allowed.test(original) && !this.#originals.has(original) ? original : this.#substitute(original);
    this.#sent.set(original, name);
    this.#originals.set(name, original);
    return name;
  }

  /** The tool's own name for one that the model used; a name the model made up stays as it is. */
  fromModel(name: string): string {
    return this.#originals.get(name) ?? name;
  }

  /** Readable, and told apart from its likes by a digest of the original. */
  #substitute(original: string): string {
    const readable = original.replace(/[^a-zA-Z0-9_]/g, '_').slice(0, 55);
    let name = `${readable}_${digest(original, 8)}`;
    while (this.#originals.has(name)) name = `${readable}_${digest(name, 8)}`;
    return name;
  }
}

/** The id to send for a tool call's own id; the same original always gives the same id. */
export function toolCallId(original: string, facts: ModelFacts): string {
  if (facts.toolCallId === 'nine-alphanumerics') {
    return /^[a-zA-Z0-9]{9}$/.test(original) ? original : digest(original, 9);
  }
  return /^[a-zA-Z0-9_.:-]{1,64}$/.test(original) ? original : `call_${digest(original, 24)}`;
}

function digest(text: string, length: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}
