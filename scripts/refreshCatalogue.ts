// `npm run catalogue`: installs the newest version of the catalogue of models, or the one named, and prints what
// changed in it, so that whoever commits it has seen that: `npm run catalogue -- 0.88.0`.
import './plainErrors.ts';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Catalogue } from '../src/bedrock/models/figures.ts';
import { catalogueChanges } from './catalogueChanges.ts';

const PACKAGE = '@earendil-works/pi-ai';
const root = join(import.meta.dirname, '..');
const folder = join(root, 'node_modules', PACKAGE);
const [wanted = 'latest'] = process.argv.slice(2);

const before = { version: version(), models: await models() };
const { status } = spawnSync(
  'npm',
  [
    'install',
    '--save-exact',
    '--save-dev',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    `${PACKAGE}@${wanted}`,
  ],
  { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' },
);
if (status !== 0) throw new Error(`npm could not install ${PACKAGE}@${wanted}. Nothing was changed.`);

const changes = catalogueChanges(before.models, await models());
console.log(`\n${PACKAGE} ${before.version} -> ${version()}: ${changes.length} changes`);
for (const line of changes) console.log(line);

function version(): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  return manifest.version;
}

/** What the file holds now: a module that was loaded before is loaded anew. */
async function models(): Promise<Catalogue> {
  const file = join(folder, 'dist/providers/amazon-bedrock.models.js');
  const module = (await import(`${pathToFileURL(file).href}?at=${Date.now()}`)) as {
    AMAZON_BEDROCK_MODELS: Catalogue;
  };
  return module.AMAZON_BEDROCK_MODELS;
}
