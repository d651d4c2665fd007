/**
 * Values on disk, one private file each, so that a reload or a second window asks nothing. A file that is not as it was
 * written counts as none.
 */
import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readPrivate, writePrivate } from './privateFile.ts';

export class CacheFolder {
  readonly #path: string;
  readonly #version: string;

  /** `path` is made at the first write. `version`: the extension's; what another has written is not read. */
  constructor(path: string, version: string) {
    this.#path = path;
    this.#version = version;
  }

  /** What was last written under this name and for these parts; undefined when there is nothing that can be read. */
  async read(name: string, parts: unknown): Promise<unknown> {
    try {
      const path = this.#file(name, parts);
      const [, seal, text = ''] = /^(\w+)\n(.*)$/s.exec((await readPrivate(path)) ?? '') ?? [];
      return seal === sealOf(path, text) ? (JSON.parse(text) as unknown) : undefined;
    } catch {
      return undefined;
    }
  }

  /** Throws when the disk can't be written. */
  async write(name: string, parts: unknown, value: unknown): Promise<void> {
    await mkdir(this.#path, { recursive: true, mode: 0o700 });
    const path = this.#file(name, parts);
    const text = JSON.stringify(value);
    // Its path belongs to it: another's place is not its own.
    await writePrivate(path, `${sealOf(path, text)}\n${text}`);
  }

  #file(name: string, parts: unknown): string {
    const digest = createHash('sha256')
      .update(JSON.stringify([this.#version, parts]))
      .digest('hex');
    return join(this.#path, `${name}-${digest.slice(0, 24)}.json`);
  }
}

function sealOf(path: string, text: string): string {
  return createHash('sha256').update(`${path}\0`).update(text).digest('hex');
}
