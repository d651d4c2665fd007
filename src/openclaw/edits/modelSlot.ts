/** A place in the config that holds a model: a ref alone, or `{ primary, fallbacks }`. */
import type { Edit } from '../editConfig.ts';
import * as l10n from '@vscode/l10n';
import { ProblemError } from '../../problem.ts';
import { isObject, type JsonObject, type JsonValue, type Path, pathWords, valueAt } from '../jsonValue.ts';

export const DEFAULT_MODEL = ['agents', 'defaults', 'model'] as const;
export const IMAGE_MODEL = ['agents', 'defaults', 'imageModel'] as const;

/** The ref of the model that comes first, of whatever provider. */
export function primaryOf(config: JsonObject | undefined, slot: Path): string | undefined {
  const model = valueAt(config, slot);
  const primary = isObject(model) ? model['primary'] : model;
  return typeof primary === 'string' && primary ? primary : undefined;
}

/** The refs of the models that are tried after it, in order. */
export function fallbacksOf(config: JsonObject | undefined, slot: Path): readonly string[] {
  const fallbacks = valueAt(config, [...slot, 'fallbacks']);
  return Array.isArray(fallbacks) ? fallbacks.filter(ref => typeof ref === 'string') : [];
}

/** Makes a model the first: a ref alone stays one, an object keeps its fallbacks. */
export function primaryEdit(config: JsonObject, slot: Path, ref: string): Edit {
  const model = valueAt(config, slot);
  refuseOdd(slot, isModel(model));
  if (typeof model === 'string') return { path: slot, value: ref };
  return isObject(model)
    ? { path: [...slot, 'primary'], value: ref }
    : { path: slot, value: { primary: ref } };
}

/** Sets the fallbacks; a ref alone becomes an object around it. */
export function fallbacksEdit(config: JsonObject, slot: Path, refs: readonly string[]): Edit {
  const model = valueAt(config, slot);
  const fallbacks = valueAt(config, [...slot, 'fallbacks']);
  refuseOdd(slot, isModel(model) && isRefs(fallbacks));
  return typeof model === 'string'
    ? { path: slot, value: { primary: model, fallbacks: [...refs] } }
    : { path: [...slot, 'fallbacks'], value: [...refs] };
}

function isModel(value: JsonValue | undefined): boolean {
  return value === undefined || value === null || typeof value === 'string' || isObject(value);
}

function isRefs(value: JsonValue | undefined): boolean {
  if (value === undefined || value === null) return true;
  return Array.isArray(value) && value.every(ref => typeof ref === 'string');
}

/** What is not understood is not written over: somebody meant something by it. */
function refuseOdd(slot: Path, isUnderstood: boolean): void {
  if (isUnderstood) return;
  throw new ProblemError({
    code: 'config-not-written',
    title: l10n.t('The OpenClaw config was left as it is'),
    explanation: l10n.t(
      '{0} is neither a model nor "primary" with a list of "fallbacks". Correct it by hand, then try again.',
      pathWords(slot),
    ),
    fixes: [
      { label: l10n.t('Open Config'), command: 'openclawBedrock.openConfig', arguments: [{ member: slot }] },
    ],
  });
}
