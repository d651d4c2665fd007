/** The commands that edit the config, each with what it promises OpenClaw's `models status` to say afterwards. */
import { agentsOf, planAgentModel } from '../../src/openclaw/edits/agents.ts';
import { aliasOf, planAlias } from '../../src/openclaw/edits/alias.ts';
import { planDiscovery, planMigration } from '../../src/openclaw/edits/discovery.ts';
import {
  fallbackRefs,
  planAddFallback,
  planFallbacks,
  planRemoveFallback,
} from '../../src/openclaw/edits/fallbacks.ts';
import { planImageModel } from '../../src/openclaw/edits/imageModel.ts';
import { describedRefs, planAddModel, planRemoveModel } from '../../src/openclaw/edits/modelEntries.ts';
import type { Plan, Surroundings } from '../../src/openclaw/edits/plan.ts';
import { planPrimary, primaryRef } from '../../src/openclaw/edits/primaryModel.ts';
import { modelEntry } from '../../src/openclaw/edits/provider.ts';
import type { JsonObject } from '../../src/openclaw/jsonValue.ts';
import { ONE, ONE_REF, ONE_US_REF, TWO_REF } from '../unit/openclaw/edits/plans.ts';
import type { ModelsStatus } from './openclaw.ts';

/** The model that the configs use before. */
const ZERO_REF = 'amazon-bedrock/acme.zero-v1:0';
/** Nothing is known of this one. */
const ODD_REF = 'amazon-bedrock/acme.odd-v9:0';

/** What a command meets. */
export interface Setting {
  readonly config: JsonObject;
  readonly before: ModelsStatus;
  /** What OpenClaw says without any config. */
  readonly own: ModelsStatus;
  /** Its related changes were agreed to, beyond those that are implied. */
  readonly isAllAgreed: boolean;
  readonly restrictedBy: 'map' | 'policy' | undefined;
  readonly version: string;
}

export interface Command {
  /** Undefined where the config has nothing for it. */
  readonly plan: (config: JsonObject, around: Surroundings) => Plan | undefined;
  /** What changes in the status; everything else stays. */
  readonly promise: (setting: Setting) => Partial<ModelsStatus>;
  /** The agent whose status it is; the default one's where absent. */
  readonly agent?: string;
  /** Alone it writes what another command writes, but for a name. */
  readonly isOnlyForAll?: boolean;
  /** It makes a config valid that was not. */
  readonly mends?: boolean;
}

/** A policy, which an agent may have of its own, is somebody's decision; the map is added to in passing. */
function allowing(ref: string, { before, restrictedBy, isAllAgreed }: Setting) {
  const isRestricted = before.allowed.length > 0;
  const isAdded = isRestricted && (restrictedBy === 'map' || isAllAgreed);
  return isAdded && !before.allowed.includes(ref) ? [...before.allowed, ref] : before.allowed;
}

/** Without a primary model, the first one that the config describes is it. */
function defaultWith(ref: string, isDescribed: boolean, { config, before }: Setting) {
  const isFirst = primaryRef(config) === undefined && describedRefs(config).length === 0;
  return isFirst && isDescribed ? ref : before.defaultModel;
}

const without = (aliases: ModelsStatus['aliases'], ref: string) =>
  Object.fromEntries(Object.entries(aliases).filter(([, its]) => its !== ref));
const hasAgent = (config: JsonObject, id: string) => agentsOf(config).some(agent => agent.id === id);
const hasAlias = (config: JsonObject) => aliasOf(config, ZERO_REF) !== undefined;
/** Names of models by their alias are spelt out when that goes. */
const spelt = (names: readonly string[]) => names.map(name => (name === 'zero' ? ZERO_REF : name));

export const COMMANDS: Readonly<Record<string, Command>> = {
  'Set Primary Model': {
    plan: (config, around) => planPrimary(config, ONE_REF, around),
    promise: setting => ({ defaultModel: ONE_REF, allowed: allowing(ONE_REF, setting) }),
  },
  'Set Primary Model to one that is not listed': {
    plan: (config, around) => planPrimary(config, ODD_REF, around),
    isOnlyForAll: true,
    promise: setting => ({ defaultModel: ODD_REF, allowed: allowing(ODD_REF, setting) }),
  },
  'Add Fallback Model': {
    plan: (config, around) => planAddFallback(config, ONE_US_REF, around),
    promise: setting => ({
      fallbacks: [...setting.before.fallbacks, ONE_US_REF],
      allowed: allowing(ONE_US_REF, setting),
    }),
  },
  'Remove Fallback Model': {
    plan: (config, around) => {
      const [first] = fallbackRefs(config);
      return first === undefined ? undefined : planRemoveFallback(config, first, around);
    },
    promise: ({ before }) => ({ fallbacks: before.fallbacks.slice(1) }),
  },
  'Set Fallback Models': {
    plan: (config, around) => planFallbacks(config, [TWO_REF, ...fallbackRefs(config).toReversed()], around),
    promise: setting => ({
      fallbacks: [TWO_REF, ...setting.before.fallbacks.toReversed()],
      allowed: allowing(TWO_REF, setting),
    }),
  },
  'Set Image Model': {
    plan: (config, around) => planImageModel(config, ONE_REF, around),
    promise: setting => ({ imageModel: ONE_REF, allowed: allowing(ONE_REF, setting) }),
  },
  'Set Image Model to one that is not listed': {
    plan: (config, around) => planImageModel(config, ODD_REF, around),
    isOnlyForAll: true,
    promise: setting => ({
      imageModel: ODD_REF,
      allowed: allowing(ODD_REF, setting),
      defaultModel: defaultWith(ODD_REF, setting.isAllAgreed, setting),
    }),
  },
  'Set Model for Agent': {
    plan: (config, around) =>
      hasAgent(config, 'work') ? planAgentModel(config, 'work', ONE_REF, around) : undefined,
    agent: 'work',
    promise: setting => ({ defaultModel: ONE_REF, allowed: allowing(ONE_REF, setting) }),
  },
  'Set Model for Agent that has none': {
    plan: (config, around) =>
      hasAgent(config, 'play') ? planAgentModel(config, 'play', TWO_REF, around) : undefined,
    agent: 'play',
    promise: () => ({ defaultModel: TWO_REF, fallbacks: [] }),
  },
  'Set Model for Agent to the default one': {
    plan: (config, around) =>
      hasAgent(config, 'main') ? planAgentModel(config, 'main', undefined, around) : undefined,
    agent: 'main',
    promise: ({ config }) => ({ defaultModel: primaryRef(config) ?? '', fallbacks: fallbackRefs(config) }),
  },
  'Add Model to Config': {
    plan: (config, around) => {
      const price = { input: 1.5, output: 6, cacheRead: 0.15, cacheWrite: 0 };
      return planAddModel(config, ONE_REF, modelEntry(ONE, { ...ONE.routes[0], price }), around);
    },
    promise: setting => ({
      allowed: allowing(ONE_REF, setting),
      defaultModel: defaultWith(ONE_REF, true, setting),
    }),
  },
  'Remove Model from Config': {
    plan: config =>
      describedRefs(config).includes(ZERO_REF) ? planRemoveModel(config, ZERO_REF) : undefined,
    promise: ({ config, before, own, isAllAgreed }) => ({
      defaultModel: primaryRef(config) ?? own.defaultModel,
      fallbacks: before.fallbacks.filter(ref => !isAllAgreed || ref !== ZERO_REF),
    }),
  },
  'Set Alias': {
    plan: (config, around) => planAlias(config, ONE_REF, 'quick', around),
    promise: ({ before, restrictedBy, version, config }) => ({
      aliases: { ...before.aliases, quick: ONE_REF },
      allowed:
        restrictedBy === 'map'
          ? [...before.allowed, ONE_REF]
          : restrictedBy === undefined && version === '2026.5.7'
            ? [...new Set([ONE_REF, ...inUse(config, before)])]
            : before.allowed,
    }),
  },
  'Set Alias to another one': {
    plan: (config, around) => (hasAlias(config) ? planAlias(config, ZERO_REF, 'tiny', around) : undefined),
    promise: ({ before }) => ({
      aliases: { ...without(before.aliases, ZERO_REF), tiny: ZERO_REF },
      fallbacks: spelt(before.fallbacks),
    }),
  },
  'Set Alias to none': {
    plan: (config, around) => (hasAlias(config) ? planAlias(config, ZERO_REF, '', around) : undefined),
    promise: ({ before }) => ({
      aliases: without(before.aliases, ZERO_REF),
      fallbacks: spelt(before.fallbacks),
    }),
  },
  'Configure Bedrock Discovery': {
    plan: (config, around) =>
      planDiscovery(config, { region: 'eu-west-1', providerFilter: ['acme'], refreshInterval: null }, around),
    promise: () => ({}),
    mends: true,
  },
  'Migrate Discovery Settings': {
    plan: planMigration,
    promise: () => ({}),
    mends: true,
  },
};

/** All models that the config names, of which none may be shut out by naming one more. */
function inUse(config: JsonObject, { imageModel }: ModelsStatus): string[] {
  const agents = agentsOf(config).map(({ model }) => model);
  return [primaryRef(config), ...fallbackRefs(config), imageModel, ...agents].filter(
    ref => typeof ref === 'string',
  );
}
