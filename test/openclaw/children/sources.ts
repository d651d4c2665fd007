/**
 * What OpenClaw itself says that it signs with, case by case: its own functions load the `.env`, take what the
 * config sets, and name the source. Started in a home folder of its own, with the folder of OpenClaw's modules and
 * a file of cases; prints the names as JSON.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Combination } from '../../unit/bedrock/connection/markers.ts';

type OwnFunction = (...args: unknown[]) => unknown;

const [dist = '', cases = ''] = process.argv.slice(2);
const loadDotEnv = await ownFunction('loadCliDotEnv');
const applyConfig = await ownFunction('applyConfigEnvVars');
const resolveSource = await ownFunction('resolveApiKeyForProvider', 'plugin-sdk/provider-auth-runtime.js');

// It then asks for the AWS SDK's credentials without looking for keys of its own first, in every version.
const PROVIDER = { models: { providers: { 'amazon-bedrock': { auth: 'aws-sdk' } } } };

const before = { ...process.env };
const stateFolder = join(before['HOME'] ?? '', '.openclaw');
mkdirSync(stateFolder, { recursive: true });
const sources: string[] = [];
for (const { process: variables, dotEnv, config } of JSON.parse(
  readFileSync(cases, 'utf8'),
) as Combination[]) {
  for (const name of Object.keys(process.env)) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, before, variables);
  writeFileSync(join(stateFolder, '.env'), dotEnv);
  loadDotEnv({ quiet: true });
  applyConfig(config, process.env);
  const { source } = (await resolveSource({ provider: 'amazon-bedrock', cfg: PROVIDER })) as {
    readonly source: string;
  };
  sources.push(source);
}
process.stdout.write(JSON.stringify(sources));
// OpenClaw's modules keep timers.
process.exit(0);

/** A function of OpenClaw's by its name in the source, from whichever of its modules holds it. */
async function ownFunction(name: string, file = fileThatDefines(name)): Promise<OwnFunction> {
  const path = join(dist, file);
  const exported = new RegExp(`\\b${name}\\b(?: as (\\w+))?[^{}]*\\};?\\s*$`).exec(
    readFileSync(path, 'utf8'),
  );
  const module = (await import(pathToFileURL(path).href)) as Record<string, OwnFunction | undefined>;
  const found = module[exported?.[1] ?? name];
  if (!found) throw new Error(`${file} exports no ${name}.`);
  return found;
}

function fileThatDefines(name: string): string {
  const definition = new RegExp(`^(async )?function ${name}\\(`, 'm');
  const file = readdirSync(dist).find(
    each => /\.m?js$/.test(each) && definition.test(readFileSync(join(dist, each), 'utf8')),
  );
  if (!file) throw new Error(`OpenClaw has no ${name}.`);
  return file;
}
