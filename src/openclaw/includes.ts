/**
 * Follows the `$include`s of a config as OpenClaw (2026.5.7 and 2026.9.6) does: paths are relative to the
 * including file; files lie, links resolved, in the config's folder or in one of `OPENCLAW_INCLUDE_ROOTS`.
 */
import { realpath, stat } from 'node:fs/promises';
import { delimiter, dirname, isAbsolute, normalize, relative, resolve, sep } from 'node:path';
import { baseFolder, expanded, userHome } from './configPath.ts';
import type { Environment } from './environment.ts';
import { includeError, type WrittenInclude } from './includeProblems.ts';
import { isObject, type JsonValue, type Path } from './jsonValue.ts';
import { parseValue } from './parseConfig.ts';
import { readText } from './readText.ts';

/** A file of a config. */
export interface ConfigFile {
  readonly path: string;
  readonly text: string;
  /** As written in this file. The root's is an object; an included file may hold anything. */
  readonly value: JsonValue;
  /** Where its content really lies, when the path leads through a link. */
  readonly realPath?: string;
  /** It lies outside of the config's folder: OpenClaw includes it, but leaves it to others to write. */
  readonly isOutside?: boolean;
}

/** An `$include`. */
export interface IncludeSite {
  /** The including file. */
  readonly file: string;
  /** Of the object that has the `$include`, in that file. */
  readonly path: Path;
  /** The included files, absolute; a later one overrides an earlier one. */
  readonly targets: readonly string[];
}

/** Reads the text of a file; undefined where there is none. */
export type TextReader = (path: string) => Promise<string | undefined>;

const LEVELS = 10;
const BYTES = 2 * 1024 * 1024;
/** OpenClaw's limit for a path, in UTF-16 code units. */
const PATH_LENGTH = 4096;

interface Folder {
  readonly path: string;
  readonly realPath: string;
}

/** Whether there is an `$include` anywhere in a value. */
export function hasIncludes(value: JsonValue): boolean {
  return writtenIncludes(value).length > 0;
}

/** The absolute path that an include means. */
export function includedPath(file: string, include: string): string {
  return normalize(resolve(dirname(file), include));
}

/** What an object includes, as it is written; undefined where it includes nothing. */
export function includeOf(value: JsonValue): JsonValue | undefined {
  return isObject(value) && Object.hasOwn(value, '$include') ? value['$include'] : undefined;
}

/** The paths in an `$include`, as they are written; undefined where it is neither a path nor a list of them. */
export function namesIn(include: JsonValue): readonly string[] | undefined {
  const names = [include].flat();
  return names.every(name => typeof name === 'string') ? names : undefined;
}

/** Reads all that a config's root file includes. Throws a `ProblemError` for the first thing that is wrong. */
export async function readIncludes(
  root: ConfigFile,
  environment: Environment,
  read: TextReader = readText,
): Promise<{ readonly files: readonly ConfigFile[]; readonly includes: readonly IncludeSite[] }> {
  const reader = new IncludeReader(await foldersOf(root.path, environment), read);
  await reader.follow(root, [normalize(root.path)]);
  return { files: [root, ...reader.files.values()], includes: [...reader.sites.values()].flat() };
}

class IncludeReader {
  readonly files = new Map<string, ConfigFile>();
  /** By including file. */
  readonly sites = new Map<string, readonly IncludeSite[]>();
  readonly #folders: readonly Folder[];
  readonly #read: TextReader;

  constructor(folders: readonly Folder[], read: TextReader) {
    this.#folders = folders;
    this.#read = read;
  }

  /** Follows the includes of a file; `chain` is how it was reached, itself last. */
  async follow({ path: file, text, value }: ConfigFile, chain: readonly string[]): Promise<void> {
    const sites: IncludeSite[] = [];
    for (const { path, include } of writtenIncludes(value)) {
      const names = namesIn(include);
      if (!names) throw includeError('form', { file, text });
      const targets: string[] = [];
      for (const included of names) {
        const target = await this.#load({ file, text, included }, chain);
        targets.push(target.path);
        await this.follow(target, [...chain, target.path]);
      }
      sites.push({ file, path, targets });
    }
    this.sites.set(file, sites);
  }

  async #load(include: WrittenInclude & { included: string }, chain: readonly string[]): Promise<ConfigFile> {
    const { included } = include;
    const path = includedPath(include.file, included);
    if (included.includes('\0') || Math.max(included.length, path.length) >= PATH_LENGTH) {
      throw includeError('path', include);
    }
    const realPath = await this.#confined(path, include);
    if (chain.includes(path)) throw includeError('circle', include, [...chain, path].join(' → '));
    if (chain.length > LEVELS) throw includeError('depth', include);
    const known = this.files.get(path);
    if (known) return known;
    const file = await this.#readFile(path, realPath, include);
    this.files.set(path, file);
    return file;
  }

  /** The real path of an included file; a missing one is let through. */
  async #confined(path: string, include: WrittenInclude): Promise<string> {
    if (!this.#folders.some(folder => isInside(folder.path, path)))
      throw includeError('outside', include, path);
    const realPath = await realpath(path).catch(() => undefined);
    if (realPath === undefined) return path;
    if (this.#folders.some(folder => isInside(folder.realPath, realPath))) return realPath;
    throw includeError('outside', include, realPath);
  }

  async #readFile(path: string, realPath: string, include: WrittenInclude): Promise<ConfigFile> {
    const stats = await stat(path).catch(() => undefined);
    if (stats && !(stats.isFile() && stats.size <= BYTES && stats.nlink <= 1)) {
      throw includeError('unfit', include, path);
    }
    const text = await this.#read(path).catch((error: unknown) => {
      throw includeError('unreadable', include, path, (error as Error).message);
    });
    if (text === undefined) throw includeError('missing', include, path);
    const [configFolder] = this.#folders;
    return {
      path,
      text,
      value: parseValue(text, path),
      ...(realPath !== path && { realPath }),
      ...(configFolder && !isInside(configFolder.realPath, realPath) && { isOutside: true }),
    };
  }
}

/** The folders from which a config may include: its own, then those that the environment names. */
function foldersOf(path: string, environment: Environment): Promise<Folder[]> {
  const base = baseFolder({ environment, home: userHome(environment) });
  const named = (environment['OPENCLAW_INCLUDE_ROOTS'] ?? '').split(delimiter).filter(root => root.trim());
  const folders = [dirname(path), ...named.map(root => expanded(root, base))];
  return Promise.all(
    folders.map(async folder => ({ path: folder, realPath: await realpath(folder).catch(() => folder) })),
  );
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** The includes in a file's value, in the order in which OpenClaw follows them. */
function writtenIncludes(value: JsonValue): { readonly path: Path; readonly include: JsonValue }[] {
  const found: { path: Path; include: JsonValue }[] = [];
  const way: (string | number)[] = [];
  const visit = (inner: JsonValue) => {
    if (typeof inner !== 'object' || inner === null) return;
    const include = includeOf(inner);
    if (include !== undefined) found.push({ path: [...way], include });
    for (const [step, next] of Array.isArray(inner) ? inner.entries() : Object.entries(inner)) {
      if (step === '$include') continue;
      way.push(step);
      visit(next);
      way.pop();
    }
  };
  visit(value);
  return found;
}
