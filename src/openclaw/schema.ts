/**
 * OpenClaw's settings that concern Bedrock, in all layouts, as data: the one place that knows their names, types,
 * ranges and defaults. OpenClaw's own schemas of 2026.5.7 and 2026.9.6 are its judges in the tests.
 */
import * as l10n from '@vscode/l10n';
import { PROVIDER_ID } from '../bedrock/models/bedrockModel.ts';
import { DEFAULT_DISCOVERY } from '../bedrock/models/discoverySettings.ts';
import type { JsonValue, Path } from './jsonValue.ts';
import { type Setting, type SettingType, wholeValueProblem } from './setting.ts';

const text = (description: () => string): Setting => ({ types: ['string'], description });
const place = (
  members: Setting['members'],
  others: readonly string[] = [],
  otherNames: Setting['otherNames'] = 'openclaw',
): Setting => ({ types: ['object'], ...(members && { members }), others, otherNames });
const cost = (description: () => string): Setting => ({ types: ['number'], description });

const DISCOVERY = {
  enabled: {
    types: ['boolean'],
    description: () =>
      l10n.t('Whether OpenClaw asks Bedrock which models there are: true always, false never.'),
    defaultWords: () => l10n.t('only with AWS credentials in its environment'),
  },
  region: {
    types: ['string'],
    names: 'region',
    description: () => l10n.t('The AWS region whose models OpenClaw lists.'),
    defaultWords: () => l10n.t('AWS_REGION, else AWS_DEFAULT_REGION, else us-east-1'),
  },
  providerFilter: {
    types: ['array'],
    every: { types: ['string'], names: 'provider' },
    description: () => l10n.t('Lists only the models of these providers, such as "anthropic" and "amazon".'),
    default: [...DEFAULT_DISCOVERY.providerFilter],
    defaultWords: () => l10n.t('all providers'),
  },
  refreshInterval: {
    types: ['integer'],
    minimum: 0,
    description: () => l10n.t('For how many seconds a list of models is kept. 0 asks every time.'),
    default: DEFAULT_DISCOVERY.refreshInterval,
  },
  defaultContextWindow: {
    types: ['integer'],
    minimum: 1,
    description: () => l10n.t('The context window, in tokens, of models whose own is not known.'),
    default: DEFAULT_DISCOVERY.defaultContextWindow,
  },
  defaultMaxTokens: {
    types: ['integer'],
    minimum: 1,
    description: () => l10n.t('The longest answer, in tokens, of models whose own limit is not known.'),
    default: DEFAULT_DISCOVERY.defaultMaxTokens,
  },
} as const satisfies Record<string, Setting>;

const discovery = (): Setting => ({
  types: ['object'],
  description: () => l10n.t('How OpenClaw finds out which models Amazon Bedrock has.'),
  members: DISCOVERY,
});

const GUARDRAIL: Setting = {
  types: ['object'],
  description: () => l10n.t('The Amazon Bedrock guardrail that every request goes through.'),
  members: {
    guardrailIdentifier: {
      ...text(() => l10n.t('The guardrail’s id or ARN.')),
      isRequired: () => true,
    },
    guardrailVersion: {
      ...text(() => l10n.t('The guardrail’s version: a number, or "DRAFT".')),
      isRequired: () => true,
    },
    streamProcessingMode: {
      types: ['string'],
      values: ['sync', 'async'],
      description: () => l10n.t('Whether an answer is checked before it is shown ("sync") or meanwhile.'),
    },
    trace: {
      types: ['string'],
      values: ['enabled', 'disabled', 'enabled_full'],
      description: () => l10n.t('Whether Bedrock says what the guardrail found.'),
    },
  },
};

const MODEL_ENTRY: Setting = {
  types: ['object'],
  description: () => l10n.t('A model that OpenClaw knows without asking Bedrock.'),
  members: {
    id: {
      types: ['string'],
      names: 'model-id',
      isRequired: () => true,
      description: () => l10n.t('What the model is invoked by: its id, or its inference profile’s.'),
    },
    name: { ...text(() => l10n.t('The name that people see.')), isRequired: () => true },
    reasoning: {
      types: ['boolean'],
      description: () => l10n.t('Whether the model can think before it answers.'),
      default: false,
    },
    input: {
      types: ['array'],
      every: { types: ['string'], values: ['text', 'image', 'video', 'audio'] },
      description: () => l10n.t('What the model takes. OpenClaw sends images only where "image" is listed.'),
      default: ['text'],
    },
    cost: {
      types: ['object'],
      description: () => l10n.t('US dollars for a million tokens, for OpenClaw’s usage figures.'),
      members: {
        input: cost(() => l10n.t('US dollars for a million tokens that are sent.')),
        output: cost(() => l10n.t('US dollars for a million tokens that are answered.')),
        cacheRead: cost(() => l10n.t('US dollars for a million tokens that are read from the prompt cache.')),
        cacheWrite: cost(() =>
          l10n.t('US dollars for a million tokens that are written to the prompt cache.'),
        ),
      },
      others: ['tieredPricing'],
    },
    contextWindow: {
      types: ['number'],
      above: 0,
      description: () => l10n.t('How many tokens the model holds, question and answer together.'),
    },
    maxTokens: {
      types: ['number'],
      above: 0,
      description: () => l10n.t('The longest answer, in tokens.'),
    },
  },
  others: [
    ...['api', 'baseUrl', 'params', 'headers', 'compat', 'contextTokens', 'metadataSource'],
    ...['thinkingLevelMap', 'agentRuntime', 'mediaInput'],
  ],
};

const PROVIDER: Setting = {
  types: ['object'],
  description: () =>
    l10n.t('Amazon Bedrock as a provider. With it, OpenClaw takes any model id, discovered or not.'),
  members: {
    baseUrl: {
      ...text(() => l10n.t('Bedrock’s address: "https://bedrock-runtime.<region>.amazonaws.com".')),
      isRequired: ({ provider }) => provider !== 'external-plugin',
    },
    api: {
      types: ['string'],
      values: ['bedrock-converse-stream'],
      otherValues: [
        ...['openai-completions', 'openai-responses', 'openai-codex-responses', 'openai-chatgpt-responses'],
        ...['anthropic-messages', 'google-generative-ai', 'google-vertex', 'github-copilot', 'ollama'],
        ...['pi-messages', 'azure-openai-responses'],
      ],
      description: () => l10n.t('How OpenClaw speaks to Bedrock: "bedrock-converse-stream".'),
    },
    auth: {
      types: ['string'],
      values: ['aws-sdk', 'api-key', 'oauth', 'token'],
      description: () =>
        l10n.t('How OpenClaw signs in: "aws-sdk" takes the AWS credentials of its environment.'),
    },
    models: {
      types: ['array'],
      every: MODEL_ENTRY,
      isRequired: ({ provider }) => provider !== 'external-plugin',
      description: () => l10n.t('Models that OpenClaw knows without asking Bedrock; the list may be empty.'),
    },
  },
  others: [
    ...[
      'apiKey',
      'headers',
      'authHeader',
      'request',
      'params',
      'timeoutSeconds',
      'injectNumCtxForOpenAICompat',
    ],
    ...['contextWindow', 'contextTokens', 'maxTokens', 'region', 'agentRuntime', 'localService'],
  ],
};

/** A model, or a model and those that are tried after it. */
const slot = (description: () => string): Setting => ({
  types: ['string', 'object'],
  ref: 'used',
  description,
  members: {
    primary: {
      types: ['string'],
      ref: 'used',
      description: () => l10n.t('The model that is asked first.'),
    },
    fallbacks: {
      types: ['array'],
      every: { types: ['string'], ref: 'used' },
      description: () => l10n.t('The models that are asked, in this order, when the primary one fails.'),
    },
  },
  others: ['timeoutMs'],
});

const MODEL_MAP: Setting = {
  types: ['object'],
  description: () =>
    l10n.t(
      'Settings of single models. Up to OpenClaw 2026.7, only the models listed here may be used, if any are.',
    ),
  hasRefsAsNames: true,
  every: {
    types: ['object'],
    members: { alias: text(() => l10n.t('A short name for the model.')) },
    others: ['params', 'streaming', 'agentRuntime', 'pickerRuntimes', 'codeMode'],
  },
};

const MODEL_POLICY: Setting = {
  types: ['object'],
  description: () => l10n.t('Which models may be used.'),
  has: ({ allowlist }) => allowlist === 'model-policy',
  members: {
    allow: {
      types: ['array'],
      every: { types: ['string'], ref: 'listed' },
      description: () =>
        l10n.t(
          'The only models that may be used, each by its ref; "amazon-bedrock/*" stands for all of Bedrock’s.',
        ),
      defaultWords: () => l10n.t('any model'),
    },
  },
};

const AGENT_MODEL = slot(() => l10n.t('This agent’s own model, which goes before the default one.'));

/** From the root of the config. */
export const SCHEMA: Setting = place({
  models: place(
    {
      bedrockDiscovery: { ...discovery(), has: layout => layout.readsCoreDiscovery },
      providers: place({ [PROVIDER_ID]: PROVIDER }, ['amazon-bedrock-mantle'], 'people'),
    },
    ['mode', 'pricing', 'catalogRefresh'],
  ),
  plugins: place(
    {
      entries: place(
        {
          [PROVIDER_ID]: {
            types: ['object'],
            description: () => l10n.t('OpenClaw’s plugin for Amazon Bedrock.'),
            has: layout => layout.discovery === 'plugin',
            members: {
              enabled: {
                types: ['boolean'],
                description: () => l10n.t('Whether OpenClaw loads the plugin.'),
              },
              config: {
                types: ['object'],
                description: () => l10n.t('The plugin’s own settings.'),
                members: { discovery: discovery(), guardrail: GUARDRAIL },
              },
            },
            others: ['hooks', 'subagent', 'llm'],
          },
        },
        ['amazon-bedrock-mantle'],
        'people',
      ),
    },
    ['enabled', 'allow', 'deny', 'load', 'slots', 'bundledDiscovery'],
  ),
  agents: place(
    {
      defaults: place(
        {
          model: slot(() => l10n.t('The model that OpenClaw uses.')),
          imageModel: slot(() => l10n.t('The model that looks at images when the primary one can’t.')),
          models: MODEL_MAP,
          modelPolicy: MODEL_POLICY,
        },
        ['modelSelectionScope', 'utilityModel', 'decisionModel', 'mediaModels', 'voiceModel', 'pdfModel'],
      ),
      list: {
        types: ['array'],
        description: () => l10n.t('The agents, each with its "id".'),
        has: ({ agents }) => agents === 'list',
        every: place({ model: AGENT_MODEL }),
      },
      entries: {
        types: ['object'],
        description: () => l10n.t('The agents, by id.'),
        has: ({ agents }) => agents === 'entries',
        every: place({ model: AGENT_MODEL, models: MODEL_MAP, modelPolicy: MODEL_POLICY }, ['utilityModel']),
      },
    },
    ['ownership'],
  ),
});

/** The setting at a path of a config; undefined where there is none of Bedrock's. */
export function settingAt(path: Path): Setting | undefined {
  return path.reduce<Setting | undefined>((setting, step) => setting && settingIn(setting, step), SCHEMA);
}

/** The setting of a member or an element. */
export function settingIn({ members, every }: Setting, step: string | number): Setting | undefined {
  return members && Object.hasOwn(members, step) ? members[step] : every;
}

export type DiscoveryName = keyof typeof DISCOVERY;
export const discoveryNames = Object.keys(DISCOVERY) as readonly DiscoveryName[];

/** What a discovery setting takes, for whoever asks a person for it. */
export interface DiscoveryRule {
  readonly type: SettingType;
  readonly minimum?: number;
  /** OpenClaw's default; undefined where that depends on its environment. */
  readonly default: JsonValue | undefined;
  /** The default as a person reads it. */
  readonly defaultWords: string;
  readonly description: string;
  /** A sentence that says what to give instead; undefined when the setting takes the value. */
  readonly problemOf: (value: unknown) => string | undefined;
}

export function discoveryRule(name: DiscoveryName): DiscoveryRule {
  const setting: Setting = DISCOVERY[name];
  return {
    type: DISCOVERY[name].types[0],
    ...(setting.minimum !== undefined && { minimum: setting.minimum }),
    default: setting.default,
    defaultWords: defaultWords(setting) ?? '',
    description: setting.description?.() ?? '',
    problemOf: value => wholeValueProblem(setting, value),
  };
}

/** What applies where the setting is not given, as a person reads it; undefined where nothing is known to. */
export function defaultWords(setting: Setting): string | undefined {
  return (
    setting.defaultWords?.() ?? (setting.default === undefined ? undefined : JSON.stringify(setting.default))
  );
}
