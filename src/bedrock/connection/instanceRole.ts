/**
 * Whether this machine has an instance role: asked of the metadata service (IMDSv2) with a short limit of its own,
 * and remembered, since everywhere but in AWS nothing ever answers.
 */
import { hostname } from 'node:os';
import type { Environment } from './connection.ts';
import { metadataEndpoint, readMetadata, roleIn, ROLES_PATH } from './instanceMetadata.ts';

export type InstanceRole = { readonly role: string } | 'none';

export interface InstanceRoles {
  /** What was found last, while that counts; nothing is asked. */
  readonly known: InstanceRole | undefined;
  probe(environment: Environment): Promise<InstanceRole>;
  /** That there is none may have been a slow answer: the next probe asks again. */
  forgetNone(): void;
}

/** What one metadata service said, and when (milliseconds since the epoch). */
export interface Remembered {
  /** The machine that asked: the memory may go along to others. */
  readonly host: string;
  readonly endpoint: string;
  readonly found: InstanceRole;
  readonly at: number;
}

/** A memory that outlives the object. */
interface Memory {
  get(): Remembered | undefined;
  set(value: Remembered | undefined): unknown;
}

/** Milliseconds for token and role together. */
const LIMIT = 600;
/** Milliseconds for which an answer counts. A role rarely goes; one may be attached at any time. */
const ROLE_COUNTS = 24 * 3_600_000;
const NONE_COUNTS = 5 * 60_000;

export class RememberedInstanceRoles implements InstanceRoles {
  readonly #memory: Memory;
  /** What was written last: the editor's memory goes back to what was written before, for a moment. */
  #own: { readonly value: Remembered | undefined } | undefined;
  readonly #host: string;
  readonly #now: () => number;
  readonly #asking = new Map<string, Promise<InstanceRole>>();

  /** `place`: tells machines of one host name apart, such as the editor's name of a remote. */
  constructor(memory: Memory, place = '', now: () => number = Date.now) {
    this.#memory = memory;
    this.#host = [hostname(), place].filter(Boolean).join(' ');
    this.#now = now;
  }

  get known(): InstanceRole | undefined {
    return this.#remembered()?.found;
  }

  forgetNone(): void {
    if (this.#remembered()?.found === 'none') this.#remember(undefined);
  }

  /** Answers within a second, from memory when it can. Concurrent calls share one question. */
  probe(environment: Environment): Promise<InstanceRole> {
    const endpoint = metadataEndpoint(environment);
    if (!endpoint) return Promise.resolve('none');
    const remembered = this.#remembered();
    if (remembered?.endpoint === endpoint) return Promise.resolve(remembered.found);
    const asking =
      this.#asking.get(endpoint) ?? this.#ask(endpoint).finally(() => this.#asking.delete(endpoint));
    this.#asking.set(endpoint, asking);
    return asking;
  }

  #remembered(): Remembered | undefined {
    const remembered = this.#own ? this.#own.value : this.#memory.get();
    if (remembered?.host !== this.#host) return undefined;
    const counts = remembered.found === 'none' ? NONE_COUNTS : ROLE_COUNTS;
    return this.#now() - remembered.at < counts ? remembered : undefined;
  }

  async #ask(endpoint: string): Promise<InstanceRole> {
    const found = await askForRole(endpoint);
    this.#remember({ host: this.#host, endpoint, found, at: this.#now() });
    return found;
  }

  #remember(value: Remembered | undefined): void {
    this.#own = { value };
    this.#memory.set(value);
  }
}

async function askForRole(endpoint: string): Promise<InstanceRole> {
  try {
    const [roles] = await readMetadata(endpoint, [ROLES_PATH], LIMIT);
    const role = roleIn(roles);
    return role ? { role } : 'none';
  } catch {
    return 'none';
  }
}
