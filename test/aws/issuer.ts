/** Hands out temporary credentials as AWS does, and knows afterwards from which source each key came. */
import { randomBytes, randomInt } from 'node:crypto';

import type { SigningKey } from '../bedrock/sigv4.ts';

/** The account that all sources belong to. */
export const account = '123456789012';

export interface IssuedKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  /** What the source tells its client; `Issuer.expire` does not change it. */
  readonly expiration: Date;
  /** Who hands them out, e.g. `imds`. */
  readonly source: string;
  /** Who they make of their holder. */
  readonly arn: string;
}

export interface IssueOptions {
  /** Default: a session of a role that is named after the source. */
  arn?: string;
  /** Milliseconds; default: `Issuer.lifetime`. Below zero: expired from the beginning. */
  lifetime?: number;
}

export class Issuer {
  /** Milliseconds for which keys are valid. */
  lifetime = 60 * 60_000;
  readonly #issued = new Map<string, IssuedKeys>();
  readonly #revoked = new Set<string>();

  /** In order of issue. */
  get issued(): readonly IssuedKeys[] {
    return [...this.#issued.values()];
  }

  issue(source: string, { arn, lifetime = this.lifetime }: IssueOptions = {}): IssuedKeys {
    const keys = {
      accessKeyId: `ASIA${letters(16)}`,
      secretAccessKey: randomBytes(30).toString('base64'),
      sessionToken: `IQoJb3JpZ2luX2Vj${randomBytes(120).toString('base64')}`,
      // Whole seconds, as in all of AWS's answers.
      expiration: new Date(Math.ceil((Date.now() + lifetime) / 1000) * 1000),
      source,
      arn: arn ?? `arn:aws:sts::${account}:assumed-role/${source}/session`,
    };
    this.#issued.set(keys.accessKeyId, keys);
    return keys;
  }

  /** The latest keys of a source as long as they are valid, then others: how sources that keep keys behave. */
  current(source: string, options?: IssueOptions): IssuedKeys {
    const latest = this.issued.findLast(keys => keys.source === source);
    return latest && !this.#isOver(latest) ? latest : this.issue(source, options);
  }

  find(accessKeyId: string): IssuedKeys | undefined {
    return this.#issued.get(accessKeyId);
  }

  /** Which source handed out the key that signed; undefined: none did. */
  sourceOf(accessKeyId: string | undefined): string | undefined {
    return this.#issued.get(accessKeyId ?? '')?.source;
  }

  /** Services refuse these keys from now on, whatever their holder was told about their expiration. */
  expire(accessKeyId: string): void {
    this.#revoked.add(accessKeyId);
  }

  /** The same for all keys of a source. */
  expireAll(source: string): void {
    for (const keys of this.issued) {
      if (keys.source === source) this.expire(keys.accessKeyId);
    }
  }

  /** What services verify signatures with. */
  signingKey(accessKeyId: string): SigningKey | undefined {
    const keys = this.#issued.get(accessKeyId);
    return (
      keys && {
        secret: keys.secretAccessKey,
        sessionToken: keys.sessionToken,
        expiration: this.#revoked.has(accessKeyId) ? new Date(0) : keys.expiration,
      }
    );
  }

  #isOver({ accessKeyId, expiration }: IssuedKeys): boolean {
    return this.#revoked.has(accessKeyId) || expiration <= new Date();
  }
}

function letters(count: number): string {
  return Array.from({ length: count }, () => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[randomInt(32)]).join('');
}
