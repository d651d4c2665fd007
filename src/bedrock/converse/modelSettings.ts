/** What a person has set for the requests to a model, beyond what the extension decides. */
import type { DocumentType } from '@smithy/types';

export interface Guardrail {
  readonly id: string;
  readonly version: string;
  readonly trace?: 'enabled' | 'disabled' | 'enabled_full';
}

export interface ModelSettings {
  readonly guardrail?: Guardrail;
  readonly serviceTier?: 'default' | 'flex' | 'priority' | 'reserved';
  /** Left out of requests to models that refuse them, and while they think. */
  readonly temperature?: number;
  readonly topP?: number;
  /** Tokens; counts where it is less than what the model can do. */
  readonly maxTokens?: number;
  readonly additionalModelRequestFields?: Readonly<Record<string, DocumentType>>;
  /** Goes into the account's invocation logs. */
  readonly requestMetadata?: Readonly<Record<string, string>>;
}

/**
 * The settings of a model out of those of all, by its id or one of its routes' ids; `*` stands for any run of
 * characters, and a later entry goes over an earlier one. What has the wrong form is left out.
 */
export function modelSettings(all: unknown, ids: readonly string[]): ModelSettings {
  if (!isObject(all)) return {};
  const matching = Object.entries(all).filter(([pattern]) => ids.some(id => matches(pattern, id)));
  return Object.assign({}, ...matching.map(([, settings]) => checked(settings))) as ModelSettings;
}

function matches(pattern: string, id: string): boolean {
  const parts = pattern.split('*').map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'i').test(id);
}

const TIERS = ['default', 'flex', 'priority', 'reserved'] as const;
const TRACES = ['enabled', 'disabled', 'enabled_full'] as const;

function checked(settings: unknown): ModelSettings {
  if (!isObject(settings)) return {};
  const {
    guardrail,
    serviceTier,
    temperature,
    topP,
    maxTokens,
    additionalModelRequestFields,
    requestMetadata,
  } = settings;
  return withoutAbsent({
    guardrail: guardrailIn(guardrail),
    serviceTier: TIERS.find(tier => tier === serviceTier),
    temperature: numberIn(temperature, 0, 1),
    topP: numberIn(topP, 0, 1),
    maxTokens: numberIn(maxTokens, 1, Infinity),
    additionalModelRequestFields: isObject(additionalModelRequestFields)
      ? additionalModelRequestFields
      : undefined,
    requestMetadata: isTexts(requestMetadata) ? requestMetadata : undefined,
  });
}

function guardrailIn(value: unknown): Guardrail | undefined {
  if (!isObject(value) || typeof value['id'] !== 'string' || typeof value['version'] !== 'string')
    return undefined;
  const trace = TRACES.find(each => each === value['trace']);
  return { id: value['id'], version: value['version'], ...(trace && { trace }) };
}

function numberIn(value: unknown, least: number, most: number): number | undefined {
  return typeof value === 'number' && value >= least && value <= most ? value : undefined;
}

function isTexts(value: unknown): value is Record<string, string> {
  return isObject(value) && Object.values(value).every(each => typeof each === 'string');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function withoutAbsent(object: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}
