/** Values on disk, one private file each, so that a reload or a second window asks nothing. */
import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

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
      return JSON.parse(await readFile(this.#file(name, parts), 'utf8')) as unknown;
    } catch {
      return undefined;
    }
  }

  /** Throws when the disk can't be written. */
  async write(name: string, parts: unknown, value: unknown): Promise<void> {
    await mkdir(this.#path, { recursive: true });
    const { writeAtomically } = await import('./writeAtomically.ts');
    const options = { mode: 0o600, fsync: false };
    await writeAtomically(this.#file(name, parts), JSON.stringify(value), options);
  }

  #file(name: string, parts: unknown): string {
    const digest = createHash('sha256')
      .update(JSON.stringify([this.#version, parts]))
      .digest('hex');
    return join(this.#path, `${name}-${digest.slice(0, 24)}.json`);
  }
}
