/** Whether what a list holds is what the service sends: the SDK hands on members of whatever type came. */
import { isObject } from '../isObject.ts';

const TEXT = /(Id|Arn|Name)$|^(status|type)$/;
const TEXTS = /^(inputModalities|outputModalities|inferenceTypesSupported)$/;

/** False where a member that is read is of another type: there is no telling what model that is. */
export function isSound(summary: unknown): boolean {
  if (!isObject(summary)) return false;
  return Object.entries(summary).every(([name, value]) => {
    if (value === undefined || value === null) return true;
    if (TEXT.test(name)) return typeof value === 'string';
    if (TEXTS.test(name)) return Array.isArray(value) && value.every(each => typeof each === 'string');
    if (name === 'models') return Array.isArray(value) && value.every(isSound);
    return name === 'modelLifecycle' || name === 'fallbackModel' ? isSound(value) : true;
  });
}
