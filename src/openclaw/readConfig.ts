/** Reads OpenClaw's config as OpenClaw does: its text, what it includes, and its variables. */
import * as l10n from '@vscode/l10n';
import { type Problem, ProblemError } from '../problem.ts';
import {
  type Environment,
  openclawEnvironment,
  type OpenClawEnvironment,
  readDotEnvs,
} from './environment.ts';
import { type ConfigFile, hasIncludes, type IncludeSite, readIncludes, type TextReader } from './includes.ts';
import { isObject, type JsonObject, type JsonValue } from './jsonValue.ts';
import { type FileSource, mergedFile } from './mergeIncludes.ts';
import { notAnObject, parseConfig } from './parseConfig.ts';
import { readText } from './readText.ts';
import { hasVariables, type MissingVariable, readWith, substituted } from './variables.ts';

export { isBlank, parseConfig } from './parseConfig.ts';
export type { ConfigFile, IncludeSite } from './includes.ts';

/** The config as it stands. A missing or malformed one has a problem and no value. */
export interface ConfigState {
  /** Of the root file, absolute. */
  readonly path: string;
  /** The root file's. */
  readonly text?: string;
  /** What OpenClaw reads: includes followed, variables replaced. */
  readonly value?: JsonObject;
  /** The root first, then every included file. */
  readonly files: readonly ConfigFile[];
  readonly includes: readonly IncludeSite[];
  readonly problem?: Problem;
  /** What OpenClaw reads a written value as; absent where nothing in the config reads otherwise. */
  readonly read?: (written: JsonValue) => JsonValue;
  /** Variables that the config names and OpenClaw does not have. */
  readonly missingVariables?: readonly MissingVariable[];
}

/** `environment` is that of this process; `read` may know newer texts of files than the disk has. */
export async function readConfig(
  path: string,
  environment: Environment = process.env,
  read: TextReader = readText,
): Promise<ConfigState> {
  const nothing = { path, files: [], includes: [] };
  let text: string | undefined;
  try {
    text = await read(path);
    if (text === undefined) return { ...nothing, problem: missing(path) };
    const root = { path, text, value: parseConfig(text, path) };
    return { path, text, ...(await resolved(root, environment, read)) };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { ...nothing, ...(text !== undefined && { text }), problem: error.problem };
  }
}

/** The environment that OpenClaw sees with this config. */
export async function environmentOf(
  state: ConfigState,
  environment: Environment = process.env,
): Promise<OpenClawEnvironment> {
  const dotEnvs = await readDotEnvs(state.path, environment);
  return openclawEnvironment(environment, dotEnvs, writtenConfig(state));
}

/** What the config says, includes followed but its variables as they are written; undefined where it can't be read. */
export function writtenConfig({ path, files }: ConfigState): JsonValue | undefined {
  return files.length > 0 ? mergedFile(path, sourceOf(files)) : undefined;
}

type Resolved = Pick<ConfigState, 'value' | 'files' | 'includes' | 'read' | 'missingVariables'>;

async function resolved(
  root: ConfigFile & { readonly value: JsonObject },
  environment: Environment,
  read: TextReader,
): Promise<Resolved> {
  const alone = { files: [root], includes: [] };
  const doesInclude = hasIncludes(root.value);
  if (!doesInclude && !hasVariables(root.value)) return { value: root.value, ...alone };

  const dotEnvs = await readDotEnvs(root.path, environment);
  const before = openclawEnvironment(environment, dotEnvs).values;
  const { files, includes } = doesInclude ? await readIncludes(root, before, read) : alone;
  const written = mergedFile(root.path, sourceOf(files));
  const { values } = openclawEnvironment(environment, dotEnvs, written);
  const { value, missing } = substituted(written, values);
  if (!isObject(value)) throw notAnObject(root.path);
  return { value, files, includes, read: readWith(values), missingVariables: missing };
}

function sourceOf(files: readonly ConfigFile[]): FileSource {
  const byPath = new Map(files.map(file => [file.path, file]));
  return path => byPath.get(path);
}

function missing(path: string): Problem {
  return {
    code: 'config-missing',
    title: l10n.t('No OpenClaw config found'),
    explanation: l10n.t('There is no file at {0}. Create it, or choose another one.', path),
    fixes: [
      { label: l10n.t('Create Config'), command: 'openclawBedrock.createConfig' },
      { label: l10n.t('Choose Config'), command: 'openclawBedrock.chooseConfig' },
    ],
  };
}
