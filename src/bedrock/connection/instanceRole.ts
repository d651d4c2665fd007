/**
 * Whether this machine has an instance role: asked of the metadata service (IMDSv2) with a short limit of its own,
 * and remembered, since everywhere but in AWS nothing ever answers.
 */
import { hostname } from 'node:os';
import { type Environment, text } from './connection.ts';

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
    const endpoint = isDisabled(environment) ? undefined : metadataEndpoint(process.env);
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

/** As the SDK reads it: anything but "false" disables. */
function isDisabled(environment: Environment): boolean {
  const value = text(environment['AWS_EC2_METADATA_DISABLED']);
  return value !== undefined && value !== 'false';
}

/** Of the process alone: the SDK's provider, which asks the same service for the credentials, is told no other. */
function metadataEndpoint(environment: Environment): string | undefined {
  const configured = text(environment['AWS_EC2_METADATA_SERVICE_ENDPOINT']);
  if (configured) return URL.canParse(configured) ? configured : undefined;
  const isIPv6 = /^ipv6$/i.test(text(environment['AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE']) ?? '');
  return isIPv6 ? 'http://[fd00:ec2::254]' : 'http://169.254.169.254';
}

async function askForRole(endpoint: string): Promise<InstanceRole> {
  const signal = AbortSignal.timeout(LIMIT);
  const ask = (method: 'GET' | 'PUT', path: string, headers: Record<string, string>) =>
    request(new URL(path, endpoint), { method, headers, signal });
  try {
    const token = await ask('PUT', '/latest/api/token', { 'x-aws-ec2-metadata-token-ttl-seconds': '60' });
    const roles = await ask('GET', '/latest/meta-data/iam/security-credentials/', {
      'x-aws-ec2-metadata-token': token,
    });
    const role = roles.split('\n')[0]?.trim();
    return role ? { role } : 'none';
  } catch {
    return 'none';
  }
}

/**
 * Asks the machine itself, never a proxy: the editor patches what `import` and `fetch` give to go through
 * `http.proxy`, but not Node's own module.
 */
function request(
  url: URL,
  options: { method: string; headers: Record<string, string>; signal: AbortSignal },
): Promise<string> {
  return new Promise((resolve, reject) => {
    const http = process.getBuiltinModule('node:http');
    const asked = http.request(url, { ...options, agent: false }, answer => {
      if (answer.statusCode !== 200) {
        answer.destroy();
        reject(new Error(`The metadata service answered ${String(answer.statusCode)}.`));
        return;
      }
      let body = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => (body += part));
      answer.on('end', () => resolve(body));
      answer.on('error', reject);
    });
    asked.on('error', reject);
    asked.end();
  });
}
