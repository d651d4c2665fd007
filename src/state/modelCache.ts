/** Model lists on disk, whole, one file a connection. */
import type { Connection } from '../bedrock/connection/connection.ts';
import type { BedrockModel, Route } from '../bedrock/models/bedrockModel.ts';
import type { Gap } from '../bedrock/models/discover.ts';
import type { DiscoverySettings } from '../bedrock/models/discoverySettings.ts';
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
    const { fetchedAt, models, gaps } = cached ?? {};
    if (!isPast(fetchedAt) || !isListOf(models, isModel) || !isListOf(gaps, isGap)) return undefined;
    return { fetchedAt, models, gaps: gaps.map(withoutFixes) };
  }

  /** Throws when the disk can't be written. */
  async write(connection: Connection, settings: DiscoverySettings, cached: CachedModels): Promise<void> {
    const gaps = cached.gaps.map(withoutFixes);
    await this.#folder.write('models', parts(connection, settings), { ...cached, gaps });
  }
}

/** An id or an ARN, as Converse takes it: nothing that leads a request elsewhere. */
const ID = /^(\w[\w.:-]*|arn:[\w-]+:\w+:[\w-]*:\d*:[\w.:/-]+)$/;

/** Whether it is what others rely on; a file on disk can hold anything. */
function isModel(value: Partial<BedrockModel>): boolean {
  const { key, name, provider, facts, routes, input, contextWindow, maxTokens } = value;
  return (
    isId(key) &&
    [name, provider].every(isText) &&
    [contextWindow, maxTokens].every(Number.isSafeInteger) &&
    typeof facts === 'object' &&
    isListOf(input, isText) &&
    isListOf(routes, isRoute) &&
    routes.length > 0
  );
}

function isRoute({ kind, id, arn = id, reach, label, regions }: Partial<Route>): boolean {
  return isId(id) && isId(arn) && [kind, reach, label].every(isText) && isListOf(regions, isText);
}

function isGap({ kind, problem }: Partial<Gap>): boolean {
  return [kind, problem?.code, problem?.title, problem?.explanation].every(isText);
}

/** No command and no address comes from a file; nobody is offered a gap's. */
function withoutFixes({ kind, problem: { code, title, explanation } }: Gap): Gap {
  return { kind, problem: { code, title, explanation, fixes: [] } };
}

function isListOf<Member>(
  value: readonly Member[] | undefined,
  isMember: (member: Member) => boolean,
): value is readonly Member[] {
  return Array.isArray(value) && value.every(each => isMember((each ?? {}) as Member));
}

function isPast(time: unknown): time is number {
  return typeof time === 'number' && time <= Date.now();
}

function isId(value: unknown): boolean {
  return isText(value) && value.length <= 2048 && ID.test(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** What a filter keeps from view is in the list all the same. */
function parts({ key }: Connection, settings: DiscoverySettings): unknown {
  const { refreshInterval, defaultContextWindow, defaultMaxTokens } = settings;
  return [key, refreshInterval, defaultContextWindow, defaultMaxTokens];
}
