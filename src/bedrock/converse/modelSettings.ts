/** What a person has set for the requests to a model, beyond what the extension decides. */
import type { DocumentType } from '@smithy/types';
import * as l10n from '@vscode/l10n';
import { type Problem, ProblemError } from '../../problem.ts';
import { openSettings } from '../fixes.ts';
import { isObject } from '../isObject.ts';

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
 * characters, and a later entry goes over an earlier one. Throws a `ProblemError` where one of them is not what it can
 * be: a guardrail that was misspelt must not be missing from a request.
 */
export function modelSettings(all: unknown, ids: readonly string[]): ModelSettings {
  if (all === undefined) return {};
  if (!isObject(all)) throw new ProblemError(settingsInvalid('openclawBedrock.modelSettings', all));
  const matching = Object.entries(all).filter(([pattern]) => ids.some(id => matches(pattern, id)));
  return Object.assign(
    {},
    ...matching.map(([pattern, settings]) => checked(pattern, settings)),
  ) as ModelSettings;
}

/** The ids of all guardrails that the settings name; what is not in form is left to whoever asks a model. */
export function guardrailsIn(all: unknown): string[] {
  if (!isObject(all)) return [];
  return Object.values(all).flatMap(settings => {
    const guardrail = isObject(settings) ? settings['guardrail'] : undefined;
    return isObject(guardrail) && typeof guardrail['id'] === 'string' ? guardrail['id'] : [];
  });
}

function matches(pattern: string, id: string): boolean {
  const parts = pattern.split('*').map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'i').test(id);
}

/** What each setting is in a request; undefined where it can't be that. */
const FORMS: Readonly<Record<string, (value: unknown) => unknown>> = {
  guardrail: guardrailIn,
  serviceTier: oneOf('default', 'flex', 'priority', 'reserved'),
  temperature: numberBetween(0, 1),
  topP: numberBetween(0, 1),
  maxTokens: numberBetween(1, Infinity),
  additionalModelRequestFields: value => (isObject(value) ? value : undefined),
  requestMetadata: value => (isTexts(value) ? value : undefined),
};

function checked(pattern: string, settings: unknown): ModelSettings {
  if (!isObject(settings)) throw new ProblemError(settingsInvalid(`"${pattern}"`, settings));
  const entries = Object.entries(settings).map(([name, value]) => {
    const inForm = Object.hasOwn(FORMS, name) ? FORMS[name]?.(value) : undefined;
    if (inForm === undefined) throw new ProblemError(settingsInvalid(`"${pattern}" → "${name}"`, value));
    return [name, inForm];
  });
  return Object.fromEntries(entries) as ModelSettings;
}

const traceIn = oneOf('enabled', 'disabled', 'enabled_full');

/** People write the version as a number. */
function guardrailIn(value: unknown): unknown {
  if (!isObject(value) || typeof value['id'] !== 'string') return undefined;
  const { id, version, trace, ...others } = value;
  const isVersion = typeof version === 'string' || typeof version === 'number';
  const isTrace = trace === undefined || traceIn(trace) !== undefined;
  if (!isVersion || !isTrace || Object.keys(others).length > 0) return undefined;
  return { id, version: String(version), ...(trace !== undefined && { trace }) };
}

function oneOf(...values: readonly string[]): (value: unknown) => unknown {
  return value => values.find(each => each === value);
}

function numberBetween(least: number, most: number): (value: unknown) => unknown {
  return value => (typeof value === 'number' && value >= least && value <= most ? value : undefined);
}

function isTexts(value: unknown): value is Record<string, string> {
  return isObject(value) && Object.values(value).every(each => typeof each === 'string');
}

function settingsInvalid(place: string, value: unknown): Problem {
  return {
    code: 'settings-invalid',
    title: l10n.t('A setting for this model can’t be used'),
    explanation: l10n.t(
      '{0} in openclawBedrock.modelSettings can’t be {1}. Correct it, then ask again: nothing was sent.',
      place,
      JSON.stringify(value),
    ),
    fixes: [openSettings('openclawBedrock.modelSettings')],
  };
}
