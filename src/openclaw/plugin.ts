/** OpenClaw's Bedrock plugin, which its newer versions don't bring along: whether it is there. */
import { glob, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type JsonObject, valueAt } from './jsonValue.ts';
import { PLUGIN_ID } from './layout.ts';

const PACKAGE = '@openclaw/amazon-bedrock-provider';
/** The command line that installs it: fixed text, nothing from outside is part of it. */
export const INSTALL_PLUGIN = `openclaw plugins install ${PACKAGE}`;

/** Where OpenClaw's own installer puts it, by version, under its state folder. */
const INSTALLED = [
  `npm/projects/openclaw-amazon-bedrock-provider-*/node_modules/${PACKAGE}/package.json`,
  `npm/node_modules/${PACKAGE}/package.json`,
];
/** Where people put plugins by hand, or link them in. */
const EXTENSIONS = 'extensions';

/**
 * Whether the plugin is missing, by what is on disk. A config that loads plugins from places of its own gets the
 * benefit of the doubt.
 */
export async function isPluginMissing(stateFolder: string, config: JsonObject | undefined): Promise<boolean> {
  if (valueAt(config, ['plugins', 'load', 'paths']) !== undefined) return false;
  for await (const _found of glob(INSTALLED, { cwd: stateFolder })) return false;
  const folder = join(stateFolder, EXTENSIONS);
  const names = await readdir(folder).catch(() => []);
  const manifests = await Promise.all(
    names.map(name => readFile(join(folder, name, 'openclaw.plugin.json'), 'utf8').catch(() => '')),
  );
  return !manifests.some(text => text.includes(`"${PLUGIN_ID}"`));
}
