/** Model lists on disk, whole, one file a connection. */
import type { Connection } from '../bedrock/connection/connection.ts';
import type { BedrockModel } from '../bedrock/models/bedrockModel.ts';
import type { Gap } from '../bedrock/models/discover.ts';
import type { DiscoverySettings } from '../bedrock/models/discoverySettings.ts';
import { withoutDetails } from '../problem.ts';
import type { CacheFolder } from './cacheFolder.ts';

export interface CachedModels {
  /** Milliseconds since the epoch. */
  readonly fetchedAt: number;
  readonly models: readonly BedrockModel[];
  /** The kinds that could not be listed. */
  readonly gaps: readonly Gap[];
}

export class ModelCache {
  readonly #folder: CacheFolder;

  constructor(folder: CacheFolder) {
    this.#folder = folder;
  }

  /** The list last written for this connection and these settings, whatever its age; undefined when there is none. */
  async read(connection: Connection, settings: DiscoverySettings): Promise<CachedModels | undefined> {
    const cached = (await this.#folder.read('models', parts(connection, settings))) as
      Partial<CachedModels> | null | undefined;
    const { fetchedAt = Infinity, models, gaps } = cached ?? {};
    const isWhole =
      Array.isArray(models) && models.every(isModel) && Array.isArray(gaps) && fetchedAt <= Date.now();
    return isWhole ? (cached as CachedModels) : undefined;
  }

  /** Throws when the disk can't be written. */
  async write(connection: Connection, settings: DiscoverySettings, cached: CachedModels): Promise<void> {
    const gaps = cached.gaps.map(gap => ({ ...gap, problem: withoutDetails(gap.problem) }));
    await this.#folder.write('models', parts(connection, settings), { ...cached, gaps });
  }
}

/** Whether it is what others rely on; a file on disk can hold anything. */
function isModel(value: unknown): boolean {
  const { key, name, facts, routes } = (value ?? {}) as Partial<BedrockModel>;
  return (
    [key, name].every(each => typeof each === 'string') &&
    typeof facts === 'object' &&
    Array.isArray(routes) &&
    routes.length > 0 &&
    routes.every(route => typeof (route as { readonly id?: unknown } | null)?.id === 'string')
  );
}

/** What a filter keeps from view is in the list all the same. */
function parts({ key }: Connection, settings: DiscoverySettings): unknown {
  const { refreshInterval, defaultContextWindow, defaultMaxTokens } = settings;
  return [key, refreshInterval, defaultContextWindow, defaultMaxTokens];
}
