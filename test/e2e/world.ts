/** What the end-to-end tests stand on: a person's home with an OpenClaw config, a workspace, a simulator. */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Bedrock, type BedrockOptions, startBedrock } from '../bedrock/bedrock.ts';
import { openWorkbench, type Workbench, type WorkbenchOptions } from './workbench/index.ts';

/** Comments, trailing commas, single quotes, bare keys and variables: what people's own configs look like. */
export const CONFIG = `// The gateway of the living room. Do not lose this comment!
{
  gateway: {
    mode: 'local',
    port: 18789, // the default
    auth: { mode: 'token', token: '\${OPENCLAW_GATEWAY_TOKEN}' },
  },
  /* agents */
  agents: {
    defaults: {
      model: {
        primary: 'anthropic/claude-sonnet-4-5', // answers first
        fallbacks: ['openai/gpt-5.4',],
      },
      models: {
        'anthropic/claude-sonnet-4-5': { alias: 'sonnet' },
        'openai/gpt-5.4': {}, // second opinion
      },
    },
  },
}
`;

export interface World {
  readonly workbench: Workbench;
  readonly configPath: string;
  /** The folder that the editor has open. */
  readonly folder: string;
  config(): string;
  close(): Promise<void>;
}

export interface WorldOptions {
  readonly name: string;
  /** The environment that reaches Bedrock; none: no credentials anywhere. */
  readonly env?: Readonly<Record<string, string>>;
  /** The text of the config; undefined: there is none. */
  readonly config?: string;
  readonly colorTheme?: string;
  readonly language?: string;
  readonly userSettings?: WorkbenchOptions['userSettings'];
  readonly builtInsToLeaveOut?: WorkbenchOptions['builtInsToLeaveOut'];
  readonly workspaceTrust?: WorkbenchOptions['workspaceTrust'];
  /** A home folder with files in it; default: an empty one. */
  readonly home?: string;
  /** A package to install; none: the extension in its source folder. */
  readonly vsix?: string;
  /** What else is in the folder that the editor has open: texts by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** A folder of commands that come before all others. */
  readonly commands?: string;
}

export async function openWorld({
  name,
  env = {},
  config,
  home = mkdtempSync(join(tmpdir(), 'openclaw-bedrock-home-')),
  commands,
  files = {},
  vsix,
  ...options
}: WorldOptions): Promise<World> {
  const configPath = join(home, '.openclaw/openclaw.json');
  if (config !== undefined) {
    mkdirSync(join(home, '.openclaw'), { recursive: true });
    writeFileSync(configPath, config, { mode: 0o600 });
  }
  // The editor takes the PATH from a login shell.
  if (commands !== undefined) writeFileSync(join(home, '.profile'), `PATH="${commands}:$PATH"\n`);
  const folder = join(home, 'project');
  const poem = 'A layer of rock beneath the stream\nholds up the water and the dream.\n';
  for (const [path, text] of Object.entries({ 'poem.txt': poem, ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }

  const workbench = await openWorkbench({
    name,
    folder,
    home,
    env: { AWS_EC2_METADATA_DISABLED: 'true', ...env },
    extension: vsix ? { vsix } : { developmentPath: join(import.meta.dirname, '../..') },
    ...options,
  });
  return {
    workbench,
    configPath,
    folder,
    config: () => readFileSync(configPath, 'utf8'),
    close: () => workbench.close(),
  };
}

/** A simulator and a world that reaches it. */
export async function openBedrockWorld(
  options: WorldOptions & { readonly bedrock?: BedrockOptions },
): Promise<World & { readonly bedrock: Bedrock }> {
  const bedrock = await startBedrock(options.bedrock);
  const world = await openWorld({ ...options, env: bedrock.env });
  return {
    ...world,
    bedrock,
    close: async () => {
      await world.close();
      await bedrock.close();
    },
  };
}

/** Closes the world after the test, of whose end there is a picture where it fails. */
export async function within(world: World, test: () => Promise<void>): Promise<void> {
  try {
    await test();
  } catch (error) {
    await world.workbench.screenshot('failed');
    throw error;
  } finally {
    await world.close();
  }
}
