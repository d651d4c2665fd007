/** Configs as people have them, for the commands to begin with. */
import type { ConfigFiles } from './openclaw.ts';

export interface Start {
  readonly files: ConfigFiles;
  /** The versions that call it valid; absent: all. */
  readonly versions?: readonly string[];
  /** Nothing in it has to do with what commands change beside what they are asked for. */
  readonly isPlain?: boolean;
  /** Which kind of allowlist is in force; absent: any model may be used. */
  readonly restrictedBy?: 'map' | 'policy';
}

const NEWEST = ['2026.9.6'];

const root = (text: string, more: Omit<Start, 'files'> = {}): Start => ({
  files: { 'openclaw.json': text },
  ...more,
});

export const STARTS: Readonly<Record<string, Start>> = {
  'no config': { files: {} },

  'an empty config': root('{\n}\n'),

  'a config as set up by OpenClaw': root(
    `{
  "meta": { "lastTouchedVersion": "2026.5.7" },
  "env": { "vars": { "AWS_REGION": "us-east-1" } },
  "gateway": { "mode": "local", "port": 18789 },
  "agents": {
    "defaults": {
      "workspace": "~/work",
      "model": { "primary": "amazon-bedrock/acme.zero-v1:0" }
    }
  }
}
`,
    { isPlain: true },
  ),

  'comments, single quotes, trailing commas and variables': root(
    `// The house: do not touch on holidays.
{
  gateway: { mode: 'local', port: 0x4965, auth: { mode: 'token', token: '\${OPENCLAW_BEDROCK_TOKEN}', }, },

  /* who answers */
  agents: {
    defaults: {
      model: 'amazon-bedrock/acme.zero-v1:0', // the cheap one
      imageModel: { primary: 'openai/gpt-5.5', timeoutMs: 30000, },
    },
  },
}
`,
    { isPlain: true },
  ),

  'files that include files': {
    isPlain: true,
    files: {
      'openclaw.json': `{
  $include: './shared/models.json5', // of the team
  gateway: { mode: 'local' },
  agents: { defaults: { $include: './agents.json5' } },
}
`,
      'shared/models.json5': `{
  models: {
    providers: {
      'amazon-bedrock': {
        baseUrl: 'https://bedrock-runtime.eu-west-1.amazonaws.com',
        api: 'bedrock-converse-stream',
        auth: 'aws-sdk',
        models: [
          { id: 'acme.zero-v1:0', name: 'Zero', contextWindow: 1000 }, // small
        ],
      },
    },
  },
}
`,
      'agents.json5': `{
  model: { primary: 'amazon-bedrock/acme.zero-v1:0', fallbacks: ['openai/gpt-5.5', 'openai/gpt-5.3'] },
}
`,
    },
  },

  'discovery of the plugin': root(`{
  plugins: {
    entries: {
      'amazon-bedrock': {
        enabled: true,
        config: {
          discovery: {
            enabled: true,
            region: 'us-east-1',
            providerFilter: ['anthropic', 'amazon'],
            refreshInterval: 3600,
            defaultContextWindow: 32000,
            defaultMaxTokens: 4096,
          },
        },
      },
    },
  },
}
`),

  'plugins turned off and left out': root(`{
  plugins: {
    allow: ['memory-core'],
    entries: { 'amazon-bedrock': { enabled: false } },
  },
  agents: { defaults: { model: 'openai/gpt-5.5' } },
}
`),

  'a map that allows': root(
    `{
  agents: {
    defaults: {
      model: { primary: 'openai/gpt-5.5', fallbacks: ['amazon-bedrock/acme.zero-v1:0'] },
      models: {
        'openai/gpt-5.5': { alias: 'gpt' },
        'amazon-bedrock/acme.zero-v1:0': { alias: 'zero' },
      },
    },
  },
}
`,
    { restrictedBy: 'map' },
  ),

  'a policy that allows': root(
    `{
  meta: { lastTouchedVersion: '2026.9.6', migrations: { modelPolicyAllowlist: true, utilityModelSeparation: true } },
  agents: {
    defaults: {
      model: { primary: 'openai/gpt-5.5', fallbacks: ['zero'] },
      models: { 'openai/gpt-5.5': { alias: 'gpt' }, 'amazon-bedrock/acme.zero-v1:0': { alias: 'Zero' } },
      modelPolicy: { allow: ['openai/*', 'zero'] },
    },
  },
}
`,
    { versions: NEWEST, restrictedBy: 'policy' },
  ),

  'agents in a list': root(`{
  agents: {
    defaults: { model: { primary: 'amazon-bedrock/acme.zero-v1:0', fallbacks: ['openai/gpt-5.5'] } },
    list: [
      { id: 'main', default: true, model: 'openai/gpt-5.3' },
      { id: 'work', model: { primary: 'openai/gpt-5.5', fallbacks: [] } },
      { id: 'play' },
    ],
  },
}
`),

  'agents by id, one with a policy': root(
    `{
  agents: {
    ownership: 'explicit',
    defaults: {
      model: { primary: 'amazon-bedrock/acme.zero-v1:0', fallbacks: ['openai/gpt-5.5'] },
      systemAgent: { agentId: 'main' },
    },
    entries: {
      main: { model: 'openai/gpt-5.3' },
      work: { model: { primary: 'openai/gpt-5.5', fallbacks: [] }, modelPolicy: { allow: ['openai/*'] } },
      play: {},
    },
  },
}
`,
    { versions: NEWEST },
  ),

  'a provider block': root(`{
\tmodels: {
\t\tmode: 'merge',
\t\tproviders: {
\t\t\t'amazon-bedrock': {
\t\t\t\tbaseUrl: 'https://bedrock-runtime.us-east-1.amazonaws.com',
\t\t\t\tapi: 'bedrock-converse-stream',
\t\t\t\tauth: 'aws-sdk',
\t\t\t\tmodels: [
\t\t\t\t\t{
\t\t\t\t\t\tid: 'acme.zero-v1:0',
\t\t\t\t\t\tname: 'Zero',
\t\t\t\t\t\treasoning: false,
\t\t\t\t\t\tinput: ['text'],
\t\t\t\t\t\tcost: { input: 0.8, output: 3.2, cacheRead: 0.2, cacheWrite: 0 },
\t\t\t\t\t\tcontextWindow: 300000,
\t\t\t\t\t\tmaxTokens: 5120,
\t\t\t\t\t},
\t\t\t\t],
\t\t\t},
\t\t},
\t},
}
`),

  'settings of the older layout': root(
    `// written for 2026.3
{
  models: {
    // ask often: we try things out
    bedrockDiscovery: { enabled: true, region: 'us-east-1', refreshInterval: 60 },
  },
}
`,
    { versions: [] },
  ),

  'both layouts': root(
    `{
  models: { mode: 'merge', bedrockDiscovery: { enabled: true, region: 'us-east-1' } },
  plugins: { entries: { 'amazon-bedrock': { config: { discovery: { region: 'us-west-2' } } } } },
}
`,
    { versions: [] },
  ),

  'an older environment': root(
    `{
  "meta": { "lastTouchedVersion": "2026.5.7", "lastTouchedAt": "2026-05-08T10:00:00.000Z" },
  "env": { "AWS_PROFILE": "default" },
  "gateway": { "mode": "local" },
  "agents": { "defaults": { "model": "amazon-bedrock/acme.zero-v1:0" } }
}
`,
    { versions: ['2026.5.7'] },
  ),
};
