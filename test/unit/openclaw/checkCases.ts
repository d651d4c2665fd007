/** Configs with something to find in their Bedrock parts: what is found, where, and what the first fix makes of it. */
import type { BedrockModel } from '../../../src/bedrock/models/bedrockModel.ts';
import type { Finding } from '../../../src/openclaw/checkConfig.ts';
import { foundationModel, models, profile } from '../bedrock/models/lists.ts';

const PROFILES_ONLY = { inferenceTypesSupported: ['INFERENCE_PROFILE'], providerName: 'Anthropic' };

/** What Bedrock has in us-east-1. */
export const MODELS: readonly BedrockModel[] = models({
  foundationModels: [
    foundationModel('anthropic.claude-sonnet-4-5-20250929-v1:0', PROFILES_ONLY),
    foundationModel('anthropic.claude-haiku-4-5-20251001-v1:0', PROFILES_ONLY),
    foundationModel('amazon.nova-pro-v1:0', { providerName: 'Amazon' }),
    foundationModel('mistral.mistral-large-2402-v1:0', { providerName: 'Mistral AI' }),
  ],
  inferenceProfiles: [
    profile('us.anthropic.claude-sonnet-4-5-20250929-v1:0', 'anthropic.claude-sonnet-4-5-20250929-v1:0', [
      'us-east-1',
      'us-west-2',
    ]),
    profile('global.anthropic.claude-sonnet-4-5-20250929-v1:0', 'anthropic.claude-sonnet-4-5-20250929-v1:0', [
      '',
    ]),
    profile('us.anthropic.claude-haiku-4-5-20251001-v1:0', 'anthropic.claude-haiku-4-5-20251001-v1:0', [
      'us-east-1',
    ]),
    profile('us.amazon.nova-pro-v1:0', 'amazon.nova-pro-v1:0', ['us-east-1']),
  ],
});

export const SONNET = 'amazon-bedrock/us.anthropic.claude-sonnet-4-5-20250929-v1:0';
export const HAIKU = 'amazon-bedrock/us.anthropic.claude-haiku-4-5-20251001-v1:0';
const NOVA = 'amazon-bedrock/amazon.nova-pro-v1:0';

export interface CheckCase {
  readonly title: string;
  readonly text: string;
  /** Default: the newest. */
  readonly version?: string;
  readonly code: Finding['code'];
  /** Default: error. */
  readonly severity?: Finding['severity'];
  /** The characters that are marked. */
  readonly marked: string;
  readonly says: RegExp;
  /** The text after the first fix; absent where there is nothing that one click could do. */
  readonly fixed?: string;
  /** Or the command that the first fix runs. */
  readonly command?: string;
}

const discovery = (inner: string) =>
  `{ plugins: { entries: { 'amazon-bedrock': { config: { discovery: { ${inner} } } } } } }`;
const defaults = (inner: string) => `{ agents: { defaults: { ${inner} } } }`;
const provider = (inner: string) => `{ models: { providers: { "amazon-bedrock": { ${inner} } } } }`;

export const CASES: readonly CheckCase[] = [
  // Syntax
  {
    title: 'a missing comma',
    text: '{\n  a: 1\n  b: 2\n}',
    code: 'syntax',
    marked: 'b',
    says: /invalid character 'b'/,
  },
  {
    title: 'a missing bracket',
    text: '{ a: [1, 2 }',
    code: 'syntax',
    marked: '}',
    says: /invalid character '}'/,
  },
  { title: 'an end too soon', text: '{ a: 1\n', code: 'syntax', marked: '1', says: /invalid end of input/ },
  { title: 'a broken string', text: '{ a: "x\n" }', code: 'syntax', marked: 'x', says: /invalid character/ },

  {
    title: 'an empty file',
    text: '',
    code: 'syntax',
    marked: '',
    says: /refuses an empty config/,
    fixed: '{}\n',
  },
  {
    title: 'a comment alone',
    text: '// later\n',
    code: 'syntax',
    marked: '/',
    says: /Begin it with \{\}/,
    fixed: '// later\n{}\n',
  },

  // Names
  {
    title: 'a misspelt setting',
    text: discovery('enabld: true, /* kept */'),
    code: 'unknown-setting',
    marked: 'enabld',
    says: /no setting "enabld" here\. Did you mean "enabled"\?/,
    fixed: discovery('enabled: true, /* kept */'),
  },
  {
    title: 'a misspelt name in single quotes',
    text: discovery("'regoin': 'us-east-1'"),
    code: 'unknown-setting',
    marked: "'regoin'",
    says: /"region"/,
    fixed: discovery("'region': 'us-east-1'"),
  },
  {
    title: 'a misspelt name beside the right one',
    text: provider('baseUrl: "https://x", modles: [], models: []'),
    code: 'unknown-setting',
    marked: 'modles',
    says: /Remove it/,
    fixed: provider('baseUrl: "https://x", models: []'),
  },
  {
    title: 'an unknown setting',
    text: discovery('region: "us-east-1", colour: "blue"'),
    code: 'unknown-setting',
    marked: 'colour',
    says: /refuses the whole config/,
    fixed: discovery('region: "us-east-1"'),
  },
  {
    title: 'a misspelt name among OpenClaw’s own',
    text: '{ agents: { defaults: { imageModle: "openai/gpt-5", workspace: "~" } } }',
    code: 'unknown-setting',
    marked: 'imageModle',
    says: /Did you mean "imageModel"/,
    fixed: '{ agents: { defaults: { imageModel: "openai/gpt-5", workspace: "~" } } }',
  },
  {
    title: 'a misspelt provider',
    text: '{ models: { providers: { "amazon-bedrok": { models: [] } } } }',
    code: 'unknown-setting',
    severity: 'warning',
    marked: '"amazon-bedrok"',
    says: /Did you mean "amazon-bedrock"/,
    fixed: '{ models: { providers: { "amazon-bedrock": { models: [] } } } }',
  },
  {
    title: 'a setting that stands twice',
    text: '{\n  models: {\n    providers: {}, // first\n  },\n  agents: {},\n  models: {},\n}\n',
    code: 'duplicate-setting',
    severity: 'warning',
    marked: 'models',
    says: /only the last one counts/,
    fixed: '{\n  agents: {},\n  models: {},\n}\n',
  },
  {
    title: 'a setting that stands twice on one line',
    text: discovery('enabled: false, enabled: true'),
    code: 'duplicate-setting',
    severity: 'warning',
    marked: 'enabled',
    says: /Remove this one/,
    fixed: discovery('enabled: true'),
  },
  {
    title: 'a setting that a later one makes void, whatever it says',
    text: discovery('enabled: 5, enabled: true'),
    code: 'duplicate-setting',
    severity: 'warning',
    marked: 'enabled',
    says: /Remove this one/,
    fixed: discovery('enabled: true'),
  },
  {
    title: 'a provider block without an address',
    text: provider('models: []'),
    version: '2026.5.7',
    code: 'missing-setting',
    marked: '"amazon-bedrock"',
    says: /without "baseUrl"/,
    fixed: provider('models: [], baseUrl: "https://bedrock-runtime.us-east-1.amazonaws.com"'),
  },
  {
    title: 'a provider block without models',
    text: provider('baseUrl: "https://x"'),
    version: '2026.2.6-3',
    code: 'missing-setting',
    marked: '"amazon-bedrock"',
    says: /without "models"/,
    fixed: provider('baseUrl: "https://x", models: []'),
  },
  {
    title: 'a model entry without a name',
    text: provider('models: [{ id: "amazon.nova-pro-v1:0" }]'),
    code: 'missing-setting',
    marked: '{',
    says: /without "name"/,
    fixed: provider('models: [{ id: "amazon.nova-pro-v1:0", name: "amazon.nova-pro-v1:0" }]'),
  },

  // Values
  {
    title: 'a switch in quotes',
    text: discovery("enabled: 'true'"),
    code: 'wrong-type',
    marked: "'true'",
    says: /^Give true or false\.$/,
    fixed: discovery('enabled: true'),
  },
  {
    title: 'a number in quotes',
    text: discovery('refreshInterval: "60"'),
    code: 'wrong-type',
    marked: '"60"',
    says: /whole number of at least 0/,
    fixed: discovery('refreshInterval: 60'),
  },
  {
    title: 'one provider where a list is taken',
    text: discovery("providerFilter: 'amazon'"),
    code: 'wrong-type',
    marked: "'amazon'",
    says: /list of providers/,
    fixed: discovery("providerFilter: ['amazon']"),
  },
  {
    title: 'one fallback where a list is taken',
    text: defaults(`model: { primary: "${NOVA}", fallbacks: "${SONNET}" }`),
    code: 'wrong-type',
    marked: `"${SONNET}"`,
    says: /list of models/,
    fixed: defaults(`model: { primary: "${NOVA}", fallbacks: ["${SONNET}"] }`),
  },
  {
    title: 'a model that is a number',
    text: defaults('model: 5'),
    code: 'wrong-type',
    marked: '5',
    says: /"primary" and "fallbacks"/,
  },
  {
    title: 'a negative number',
    text: discovery('refreshInterval: -1'),
    code: 'out-of-range',
    marked: '-1',
    says: /at least 0/,
    fixed: discovery('refreshInterval: 3600'),
  },
  {
    title: 'half a token',
    text: discovery('defaultMaxTokens: 0.5'),
    code: 'wrong-type',
    marked: '0.5',
    says: /at least 1/,
  },
  {
    title: 'no tokens',
    text: discovery('defaultContextWindow: 0'),
    code: 'out-of-range',
    marked: '0',
    says: /at least 1/,
    fixed: discovery('defaultContextWindow: 32000'),
  },
  {
    title: 'a window of nothing',
    text: provider('models: [{ id: "x", name: "X", contextWindow: 0 }]'),
    code: 'out-of-range',
    marked: '0',
    says: /greater than 0/,
  },
  {
    title: 'a misspelt input',
    text: provider("models: [{ id: 'x', name: 'X', input: ['text', 'imgae'] }]"),
    code: 'wrong-value',
    marked: "'imgae'",
    says: /one of "text", "image"/,
    fixed: provider("models: [{ id: 'x', name: 'X', input: ['text', 'image'] }]"),
  },
  {
    title: 'a misspelt way to sign in',
    text: provider("auth: 'aws_sdk'"),
    code: 'wrong-value',
    marked: "'aws_sdk'",
    says: /"aws-sdk"/,
    fixed: provider("auth: 'aws-sdk'"),
  },
  {
    title: 'something that is no region',
    text: discovery('region: "Virginia"'),
    code: 'wrong-value',
    severity: 'warning',
    marked: '"Virginia"',
    says: /AWS region, such as "us-east-1"/,
  },
  {
    title: 'a blank id',
    text: provider("models: [{ id: '', name: 'X' }]"),
    code: 'wrong-value',
    marked: "''",
    says: /not blank/,
  },

  // Layouts
  {
    title: 'discovery in the core under a version that refuses it',
    text: '{ models: { bedrockDiscovery: { enabled: true } } }',
    code: 'other-layout',
    marked: 'bedrockDiscovery',
    says: /^OpenClaw 2026\.9\.6 refuses the whole config because of models\.bedrockDiscovery/,
    command: 'openclawBedrock.migrateDiscovery',
  },
  {
    title: 'the same under the first version that does',
    text: '{ models: { bedrockDiscovery: { enabled: true } } }',
    version: '2026.5.7',
    code: 'other-layout',
    marked: 'bedrockDiscovery',
    says: /2026\.5\.7/,
    command: 'openclawBedrock.migrateDiscovery',
  },
  {
    title: 'the plugin under a version without one',
    text: '{ plugins: { entries: { "amazon-bedrock": { config: { discovery: { enabled: true } } } } } }',
    version: '2026.2.6-3',
    code: 'other-layout',
    marked: '"amazon-bedrock"',
    says: /has no plugin/,
    fixed: '{ plugins: { entries: {} }, models: { bedrockDiscovery: { enabled: true } } }',
  },
  {
    title: 'a list of agents under a version that keeps them by id',
    text: '{ agents: { list: [{ id: "a" }] } }',
    code: 'other-layout',
    severity: 'warning',
    marked: 'list',
    says: /agents\.entries/,
  },
  {
    title: 'agents by id under a version that lists them',
    text: '{ agents: { entries: { a: {} } } }',
    version: '2026.5.7',
    code: 'other-layout',
    marked: 'entries',
    says: /agents\.list/,
  },
  {
    title: 'a model policy under a version without one',
    text: defaults(`modelPolicy: { allow: ["${NOVA}"] }`),
    version: '2026.5.7',
    code: 'other-layout',
    marked: 'modelPolicy',
    says: /agents\.defaults\.models instead/,
    fixed: defaults(`models: { "${NOVA}": {} }`),
  },
  {
    title: 'a model policy for whole providers under such a version',
    text: defaults('modelPolicy: { allow: ["amazon-bedrock/*"] }'),
    version: '2026.5.7',
    code: 'other-layout',
    marked: 'modelPolicy',
    says: /modelPolicy/,
  },

  // Models
  {
    title: 'a misspelt model',
    text: defaults("model: 'amazon-bedrock/amazon.nova-por-v1:0'"),
    code: 'unknown-model',
    severity: 'warning',
    marked: "'amazon-bedrock/amazon.nova-por-v1:0'",
    says: /no model "amazon\.nova-por-v1:0" in us-east-1/,
    fixed: defaults(`model: '${NOVA}'`),
  },
  {
    title: 'a misspelt model behind a profile’s prefix',
    text: defaults('model: { primary: "amazon-bedrock/us.anthropic.claude-sonet-4-5-20250929-v1:0" }'),
    code: 'unknown-model',
    severity: 'warning',
    marked: '"amazon-bedrock/us.anthropic.claude-sonet-4-5-20250929-v1:0"',
    says: /Choose another/,
    fixed: defaults(`model: { primary: "${SONNET}" }`),
  },
  {
    title: 'a model like no other',
    text: defaults('imageModel: "amazon-bedrock/amazon.something-else-altogether"'),
    code: 'unknown-model',
    severity: 'warning',
    marked: '"amazon-bedrock/amazon.something-else-altogether"',
    says: /refresh the models/,
    command: 'openclawBedrock.refreshModels',
  },
  {
    title: 'an unknown model in the map of models',
    text: defaults("models: { 'amazon-bedrock/amazon.nova-prov1:0': { alias: 'nova' } }"),
    code: 'unknown-model',
    severity: 'information',
    marked: "'amazon-bedrock/amazon.nova-prov1:0'",
    says: /no model/,
    fixed: defaults(`models: { '${NOVA}': { alias: 'nova' } }`),
  },
  {
    title: 'a model that the provider filter leaves out',
    text: `{ agents: { defaults: { model: "amazon-bedrock/cohere.command-r-v1:0" } }, plugins: { entries: { "amazon-bedrock": { config: { discovery: { providerFilter: ["amazon"] } } } } } }`,
    code: 'unknown-model',
    severity: 'information',
    marked: '"amazon-bedrock/cohere.command-r-v1:0"',
    says: /provider filter/,
    command: 'openclawBedrock.refreshModels',
  },
  {
    title: 'a bare id that only profiles lead to',
    text: defaults('model: "amazon-bedrock/anthropic.claude-sonnet-4-5-20250929-v1:0"'),
    code: 'model-needs-profile',
    severity: 'warning',
    marked: '"amazon-bedrock/anthropic.claude-sonnet-4-5-20250929-v1:0"',
    says: /only through an inference profile\. Use "us\.anthropic/,
    fixed: defaults(`model: "${SONNET}"`),
  },
  {
    title: 'such an id in the provider block',
    text: provider('models: [{ id: "anthropic.claude-haiku-4-5-20251001-v1:0", name: "Haiku" }]'),
    code: 'model-needs-profile',
    severity: 'warning',
    marked: '"anthropic.claude-haiku-4-5-20251001-v1:0"',
    says: /inference profile/,
    fixed: provider('models: [{ id: "us.anthropic.claude-haiku-4-5-20251001-v1:0", name: "Haiku" }]'),
  },
  {
    title: 'a profile of another geography',
    text: defaults(
      `model: { primary: "${NOVA}", fallbacks: ["amazon-bedrock/eu.anthropic.claude-haiku-4-5-20251001-v1:0"] }`,
    ),
    code: 'profile-elsewhere',
    severity: 'warning',
    marked: '"amazon-bedrock/eu.anthropic.claude-haiku-4-5-20251001-v1:0"',
    says: /us-east-1 does not have/,
    fixed: defaults(`model: { primary: "${NOVA}", fallbacks: ["${HAIKU}"] }`),
  },
  {
    title: 'a profile of another geography for a model that is not here',
    text: `{ agents: { entries: { a: { model: "amazon-bedrock/jp.anthropic.claude-haiku-9-v1:0" } } } }`,
    code: 'profile-elsewhere',
    severity: 'warning',
    marked: '"amazon-bedrock/jp.anthropic.claude-haiku-9-v1:0"',
    says: /another region/,
  },
  {
    title: 'a primary model that is not allowed by the map',
    text: defaults(`model: "${SONNET}", models: { "${NOVA}": {} }`),
    version: '2026.5.7',
    code: 'model-not-allowed',
    severity: 'warning',
    marked: `"${SONNET}"`,
    says: /Add it to them/,
    fixed: defaults(`model: "${SONNET}", models: { "${NOVA}": {}, "${SONNET}": {} }`),
  },
  {
    title: 'a fallback that is not allowed by the policy',
    text: defaults(
      `model: { primary: "${NOVA}", fallbacks: ["${HAIKU}"] }, modelPolicy: { allow: ["${NOVA}"] }`,
    ),
    code: 'model-not-allowed',
    severity: 'warning',
    marked: `"${HAIKU}"`,
    says: /Add it/,
    fixed: defaults(
      `model: { primary: "${NOVA}", fallbacks: ["${HAIKU}"] }, modelPolicy: { allow: ["${NOVA}", "${HAIKU}"] }`,
    ),
  },
  {
    title: 'an agent’s model that its own policy does not allow',
    text: `{ agents: { entries: { a: { model: "${HAIKU}", modelPolicy: { allow: ["${NOVA}"] } } } } }`,
    code: 'model-not-allowed',
    severity: 'warning',
    marked: `"${HAIKU}"`,
    says: /Add it/,
    fixed: `{ agents: { entries: { a: { model: "${HAIKU}", modelPolicy: { allow: ["${NOVA}", "${HAIKU}"] } } } } }`,
  },
  {
    title: 'a provider that was never seen',
    text: discovery("providerFilter: ['anthropc', 'amazon']"),
    code: 'unknown-provider',
    severity: 'information',
    marked: "'anthropc'",
    says: /There are: amazon, anthropic, mistral ai/,
    fixed: discovery("providerFilter: ['anthropic', 'amazon']"),
  },
];

/** Configs in which nothing is to be found, by what they show. */
export const FINE: readonly { readonly title: string; readonly text: string; readonly version?: string }[] = [
  { title: 'an empty object', text: '{}' },
  { title: 'a byte order mark', text: '\uFEFF{ agents: {} }' },
  {
    title: 'all discovery settings',
    text: discovery(
      "enabled: true, region: 'us-east-1', providerFilter: ['Anthropic', 'mistral ai'], refreshInterval: 0, defaultContextWindow: 1, defaultMaxTokens: 4096",
    ),
  },
  {
    title: 'the core’s discovery settings under a version that has them',
    text: '{ models: { bedrockDiscovery: { enabled: true } } }',
    version: '2026.4.8',
  },
  {
    title: 'models and names of others',
    text: `{ agents: { defaults: { model: { primary: 'openai/gpt-5', fallbacks: ['sonnet'], timeoutMs: 5 }, models: { 'openai/gpt-5': { what: 'ever' } }, colour: 1 } }, models: { providers: { openai: { models: 'x' }, 'amazon-bedrock2': 5 } }, plugins: { entries: { other: 5 } }, channels: 5, channels: 6 }`,
  },
  {
    title: 'known models, allowed by the whole provider',
    text: defaults(
      `model: { primary: '${SONNET}', fallbacks: ['${NOVA}'] }, modelPolicy: { allow: ['amazon-bedrock/*'] }`,
    ),
  },
  {
    title: 'a model allowed by its alias',
    text: defaults(`model: '${NOVA}', models: { '${NOVA}': { alias: 'n' } }, modelPolicy: { allow: ['n'] }`),
  },
  {
    title: 'an unknown model that has an entry',
    text: `{ agents: { defaults: { model: 'amazon-bedrock/amazon.mine-v1:0' } }, models: { providers: { 'amazon-bedrock': { models: [{ id: 'amazon.mine-v1:0', name: 'Mine' }] } } } }`,
  },
  {
    title: 'an ARN',
    text: defaults("model: 'amazon-bedrock/arn:aws:bedrock:us-east-1:111122223333:provisioned-model/abc'"),
  },
  {
    title: 'variables',
    text: `{ agents: { defaults: { model: '\${MODEL}' } }, plugins: { entries: { 'amazon-bedrock': { config: { discovery: { region: '\${REGION}', providerFilter: ['\${P}'] } } } } } }`,
  },
  { title: 'a provider block without address and models', text: provider('auth: "aws-sdk"') },
  {
    title: 'a provider block that is in another file',
    text: provider('$include: "./bedrock.json5"'),
    version: '2026.5.7',
  },
  {
    title: 'a list that is in another file',
    text: provider('baseUrl: "x", models: { $include: "./models.json5" }'),
  },
];
