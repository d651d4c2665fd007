/** What is known of one setting in OpenClaw's config, and what it says to a value that it does not take. */
import * as l10n from '@vscode/l10n';
import type { Layout } from './layout.ts';
import { isObject, type JsonValue } from './jsonValue.ts';
import { isRegionName } from '../regions.ts';

export type SettingType = 'boolean' | 'integer' | 'number' | 'string' | 'array' | 'object';

export interface Setting {
  /** Usually one; a model is a string or an object. */
  readonly types: readonly SettingType[];
  /** What it means, in a sentence or two of plain text; absent for places that only lead to settings. */
  readonly description?: () => string;
  readonly default?: JsonValue;
  /** What applies without it, where that is not a plain value. */
  readonly defaultWords?: () => string;
  /** The least number it takes. */
  readonly minimum?: number;
  /** The number it must be greater than. */
  readonly above?: number;
  /** The only texts it takes. */
  readonly values?: readonly string[];
  /** Texts that OpenClaw takes too, though they are of no use with Bedrock; never suggested. */
  readonly otherValues?: readonly string[];
  /** What its text, or each of its texts, names. */
  readonly names?: 'region' | 'provider' | 'model-id';
  /** Its text is a model's ref: of one that is used, or of one that is only listed. */
  readonly ref?: 'used' | 'listed';
  /** Settings in it, by name. */
  readonly members?: Readonly<Record<string, Setting>>;
  /** Further names that OpenClaw knows here, in any version; their values are not judged. */
  readonly others?: readonly string[];
  /** Whose the names are that are not listed here: OpenClaw's, which knows more than is kept here, or a person's. */
  readonly otherNames?: 'openclaw' | 'people';
  /** What each element of a list is, or each member of a map. */
  readonly every?: Setting;
  /** The names in this map are refs of models. */
  readonly hasRefsAsNames?: boolean;
  /** The layouts that read it; absent: all. */
  readonly has?: (layout: Layout) => boolean;
  /** The layouts that refuse its object without it; absent: none. */
  readonly isRequired?: (layout: Layout) => boolean;
}

/** Why a setting does not take a value; `undefined` when it does. What is inside the value counts for nothing. */
export function valueProblem(
  setting: Setting,
  value: unknown,
): { readonly code: 'wrong-type' | 'out-of-range' | 'wrong-value'; readonly message: string } | undefined {
  const message = expectation(setting);
  if (!setting.types.some(type => isOfType(type, value))) return { code: 'wrong-type', message };
  if (typeof value === 'number' && !isInRange(setting, value)) return { code: 'out-of-range', message };
  if (typeof value === 'string' && !isTaken(setting, value)) return { code: 'wrong-value', message };
  return undefined;
}

/** The same for the value and everything in it, as a sentence that says what to give instead. */
export function wholeValueProblem(setting: Setting, value: unknown): string | undefined {
  const { every } = setting;
  const inside = Array.isArray(value) && every ? value.map(item => wholeValueProblem(every, item)) : [];
  return valueProblem(setting, value)?.message ?? inside.find(Boolean);
}

/** What a setting takes, as a sentence: `Give a whole number of at least 1.` */
export function expectation(setting: Setting): string {
  const { types, values, names, ref, minimum, above, every, isRequired } = setting;
  const [type] = types;
  if (values) return l10n.t('Give one of {0}.', values.map(value => `"${value}"`).join(', '));
  if (names === 'region' && type === 'string') {
    return l10n.t('Give the name of an AWS region, such as "us-east-1".');
  }
  if (types.length > 1) return l10n.t('Give a model, or an object with "primary" and "fallbacks".');
  if (ref && type === 'string') return l10n.t('Give a model, such as "amazon-bedrock/<model id>".');
  switch (type) {
    case 'boolean':
      return l10n.t('Give true or false.');
    case 'integer':
      return minimum === undefined
        ? l10n.t('Give a whole number.')
        : l10n.t('Give a whole number of at least {0}.', minimum);
    case 'number':
      return above === undefined
        ? l10n.t('Give a number.')
        : l10n.t('Give a number greater than {0}.', above);
    case 'array':
      if (every?.names === 'provider') return l10n.t('Give a list of providers, such as ["anthropic"].');
      return every?.ref ? l10n.t('Give a list of models.') : l10n.t('Give a list: […].');
    case 'object':
      return l10n.t('Give an object: {…}.');
    default:
      return isRequired ? l10n.t('Give a text that is not blank.') : l10n.t('Give a text.');
  }
}

/** A value nearly of the right kind, put right: of `"true"`, `"3600"`, and of one text where a list is expected. */
export function corrected(setting: Setting, value: JsonValue): JsonValue | undefined {
  const right =
    setting.types[0] === 'array' ? [value] : typeof value === 'string' ? parsed(value) : undefined;
  return right === undefined || wholeValueProblem(setting, right) ? undefined : right;
}

function parsed(text: string): JsonValue | undefined {
  const word = text.trim().toLowerCase();
  if (word === 'true' || word === 'false') return word === 'true';
  return /^\d+(\.\d+)?$/.test(word) ? Number(word) : undefined;
}

function isOfType(type: SettingType, value: unknown): boolean {
  switch (type) {
    case 'integer':
      return typeof value === 'number' && Number.isSafeInteger(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    default:
      return typeof value === type;
  }
}

function isInRange({ minimum, above }: Setting, value: number): boolean {
  return (minimum === undefined || value >= minimum) && (above === undefined || value > above);
}

function isTaken({ values, otherValues = [], names, isRequired }: Setting, value: string): boolean {
  if (values) return values.includes(value) || otherValues.includes(value);
  if (names === 'region') return isRegionName(value.trim());
  return !isRequired || value.trim() !== '';
}
