/** Model lists on disk, whole, one private file a connection, so that a reload or a second window asks nothing. */
import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Connection } from '../bedrock/connection/connection.ts';
import type { BedrockModel } from '../bedrock/models/bedrockModel.ts';
import type { DiscoverySettings } from '../bedrock/models/discoverySettings.ts';

export interface CachedModels {
  /** Milliseconds since the epoch. */
  readonly fetchedAt: number;
  readonly models: readonly BedrockModel[];
}

/** Raised when `BedrockModel` or what goes into it changes, so that older files are not read. */
const VERSION = 2;

export class ModelCache {
  readonly #folder: string;

  /** `folder` is made at the first write. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The list last written for this connection and these settings, whatever its age; undefined when there is none. */
  async read(connection: Connection, settings: DiscoverySettings): Promise<CachedModels | undefined> {
    try {
      const cached = JSON.parse(await readFile(this.#file(connection, settings), 'utf8')) as CachedModels;
      return Array.isArray(cached.models) && cached.fetchedAt <= Date.now() ? cached : undefined;
    } catch {
      return undefined;
    }
  }

  /** Throws when the disk can't be written. */
  async write(connection: Connection, settings: DiscoverySettings, cached: CachedModels): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    await writeFileAtomic(this.#file(connection, settings), JSON.stringify(cached), {
      mode: 0o600,
      fsync: false,
    });
  }

  #file(connection: Connection, settings: DiscoverySettings): string {
    // What a filter keeps from view is in the list all the same.
    const { refreshInterval, defaultContextWindow, defaultMaxTokens } = settings;
    const parts = [connection.key, refreshInterval, defaultContextWindow, defaultMaxTokens];
    const name = createHash('sha256')
      .update(JSON.stringify([VERSION, parts]))
      .digest('hex')
      .slice(0, 24);
    return join(this.#folder, `models-${name}.json`);
  }
}
