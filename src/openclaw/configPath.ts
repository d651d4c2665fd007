/** Where OpenClaw's config is: its own rules, with a setting of ours before them. */
import { existsSync } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import type { Environment } from './environment.ts';

export interface ConfigPlace {
  /** The setting `openclawBedrock.configPath`; blank: not given. */
  readonly setting?: string | undefined;
  readonly environment: Environment;
  /** The user's home folder, absolute. */
  readonly home: string;
}

const FILE = 'openclaw.json';
const FOLDER = '.openclaw';
/** From when it was called Clawdbot; every version reads these. */
const LEGACY_FILE = 'clawdbot.json';
const LEGACY_FOLDER = '.clawdbot';
/** Read by versions up to early 2026 alone, so they come last. */
const EARLY_FILES = ['moldbot.json', 'moltbot.json'];
const EARLY_FOLDERS = ['.moldbot', '.moltbot'];

/** The folder of a profile: `.openclaw-` and a name that OpenClaw's `--profile` takes. */
const PROFILE_FOLDER = /^\.openclaw-([a-z0-9][a-z0-9_-]{0,63})$/i;

/**
 * The absolute path of the config, which need not exist: the first candidate that does, else the one that
 * OpenClaw would read once it is there.
 */
export function configPath(place: ConfigPlace, exists: (path: string) => boolean = existsSync): string {
  const candidates = configCandidates(place);
  const existing = candidates.find(exists);
  if (existing !== undefined) return existing;
  const [first = ''] = candidates;
  // A new file must lie in the folder that holds OpenClaw's state, or it would start afresh beside it.
  return explicitPath(place) ? first : join(stateFolder(place, exists), FILE);
}

/** Where the config may be, in the order in which OpenClaw looks; absolute, and at least one. */
export function configCandidates(place: ConfigPlace): readonly string[] {
  const explicit = explicitPath(place);
  if (explicit) return [explicit];
  const folder = explicitFolder(place);
  return folder ? [FILE, LEGACY_FILE, ...EARLY_FILES].map(name => join(folder, name)) : defaults(place);
}

/**
 * The folder of OpenClaw's state: `OPENCLAW_STATE_DIR`, else the first that exists of the profile's, the
 * default one and the one of its former name.
 */
export function stateFolder(place: ConfigPlace, exists: (path: string) => boolean = existsSync): string {
  const explicit = explicitFolder(place);
  if (explicit) return explicit;
  const folders = [...profileFolders(place), FOLDER, LEGACY_FOLDER].map(name =>
    join(baseFolder(place), name),
  );
  return folders.find(exists) ?? folders[0] ?? '';
}

/** The folder of OpenClaw's state with a config: a profile's config lies in its own, unless another is named. */
export function stateFolderOf(
  path: string,
  place: ConfigPlace,
  exists: (path: string) => boolean = existsSync,
): string {
  const isProfile = !explicitFolder(place) && profileOf(path) !== undefined;
  return isProfile ? dirname(resolve(path)) : stateFolder(place, exists);
}

/** Every config of this machine and user, the one in use first; for a picker. */
export async function existingConfigs(
  place: ConfigPlace,
): Promise<readonly { readonly path: string; readonly profile?: string }[]> {
  const base = baseFolder(place);
  const names = await readdir(base).catch(() => []);
  const profiles = names.filter(name => PROFILE_FOLDER.test(name)).sort();
  const paths = [
    configPath(place),
    ...configCandidates(place),
    ...defaults(place),
    ...profiles.map(name => join(base, name, FILE)),
  ];
  // One of the older folders is often a link to the newer.
  const found = new Map<string, { path: string; profile?: string }>();
  for (const path of paths) {
    const isFile = await stat(path).then(
      stats => stats.isFile(),
      () => false,
    );
    const real = isFile && (await realpath(path));
    if (!real || found.has(real)) continue;
    const profile = profileOf(path);
    found.set(real, { path, ...(profile && { profile }) });
  }
  return [...found.values()];
}

/** The profile in whose folder a config lies, by that folder's name. */
export function profileOf(path: string): string | undefined {
  return PROFILE_FOLDER.exec(basename(dirname(path)))?.[1];
}

/** The user's home folder as OpenClaw finds it: for where only the environment is at hand. */
export function userHome(environment: Environment): string {
  return resolve(folderIn(environment, 'HOME') ?? folderIn(environment, 'USERPROFILE') ?? homedir());
}

/** `OPENCLAW_HOME`, else the user's home folder. */
export function baseFolder({ environment, home }: Omit<ConfigPlace, 'setting'>): string {
  return resolve(expanded(folderIn(environment, 'OPENCLAW_HOME') ?? home, home));
}

/** A path as people write it, absolute: `~` is the home folder. */
export function expanded(path: string, home: string): string {
  return resolve(path.trim().replace(/^~(?=$|[\\/])/, () => home));
}

function explicitPath(place: ConfigPlace): string | undefined {
  const path = place.setting?.trim() || place.environment['OPENCLAW_CONFIG_PATH']?.trim();
  return path ? expanded(path, baseFolder(place)) : undefined;
}

function explicitFolder(place: ConfigPlace): string | undefined {
  const folder = place.environment['OPENCLAW_STATE_DIR']?.trim();
  return folder ? expanded(folder, baseFolder(place)) : undefined;
}

function defaults(place: ConfigPlace): string[] {
  const { environment } = place;
  const base = baseFolder(place);
  const inFolders = (folders: readonly string[], names: readonly string[]) =>
    folders.flatMap(folder => names.map(name => resolve(base, folder, name)));
  const earlyPath = environment['CLAWDBOT_CONFIG_PATH']?.trim();
  const earlyFolder = environment['CLAWDBOT_STATE_DIR']?.trim();
  return [
    ...inFolders(profileFolders(place), [FILE]),
    ...inFolders([FOLDER, LEGACY_FOLDER], [FILE, LEGACY_FILE]),
    ...(earlyPath ? [expanded(earlyPath, base)] : []),
    ...inFolders(earlyFolder ? [expanded(earlyFolder, base)] : [], [FILE, LEGACY_FILE, ...EARLY_FILES]),
    ...inFolders([FOLDER, LEGACY_FOLDER], EARLY_FILES),
    ...inFolders(EARLY_FOLDERS, [FILE, LEGACY_FILE, ...EARLY_FILES]),
  ];
}

/**
 * `OPENCLAW_PROFILE` is documented to choose this folder. Its command line only looks there when it is given
 * `--profile` (2026.5.7 and 2026.9.6 ran), so the default folder stays a candidate.
 */
function profileFolders({ environment }: ConfigPlace): string[] {
  const profile = environment['OPENCLAW_PROFILE']?.trim();
  return profile && profile.toLowerCase() !== 'default' ? [`${FOLDER}-${profile}`] : [];
}

/** A folder that a variable names; OpenClaw takes two slips of shell scripts for blank. */
function folderIn(environment: Environment, name: string): string | undefined {
  const folder = environment[name]?.trim();
  return folder && folder !== 'undefined' && folder !== 'null' ? folder : undefined;
}
