/**
 * Checks a value against the shape that the service's model gives it: the types, the constraints, the members.
 * The texts are those of the service's request validation, which lists every broken constraint at once.
 */
import { isObject } from '../converse.ts';
import { invalid, unreadable, type Refusal } from '../refusal.ts';

export type Shape =
  | { kind: 'string'; min?: number; max?: number; pattern?: string; oneOf?: readonly string[] }
  | { kind: 'number'; min?: number; max?: number }
  | { kind: 'boolean' }
  | { kind: 'anything' }
  | { kind: 'list'; of: Shape; min?: number }
  | { kind: 'structure'; members: Members; required: readonly string[] }
  | { kind: 'union'; name: string; members: Members };

export type Members = Readonly<Record<string, Shape>>;

/** `structure` with the names of its required members after the members. */
export function structure(members: Members, ...required: string[]): Shape {
  return { kind: 'structure', members, required };
}

export function union(name: string, members: Members): Shape {
  return { kind: 'union', name, members };
}

export function list(of: Shape, min = 0): Shape {
  return { kind: 'list', of, min };
}

type Path = readonly (string | number)[];

type Shown = string | number | readonly unknown[] | null;

interface Findings {
  /** Broken constraints, in the service's words. */
  constraints: string[];
  /** Unions with no member, or with several. */
  unions: string[];
}

/** Throws a refusal for the first kind of fault that is found: types, then constraints, then unions. */
export function checkShape(value: unknown, shape: Shape): void {
  const findings: Findings = { constraints: [], unions: [] };
  inspect(value, shape, [], findings);
  const { constraints, unions } = findings;
  if (constraints.length > 0) {
    const errors = constraints.length === 1 ? 'error' : 'errors';
    throw invalid(`${constraints.length} validation ${errors} detected: ${constraints.join('; ')}`);
  }
  if (unions[0] !== undefined) {
    throw invalid(unions[0]);
  }
}

function inspect(value: unknown, shape: Shape, path: Path, findings: Findings): void {
  const report = (value: Shown, faults: readonly string[]) =>
    findings.constraints.push(...faults.map(fault => broken(value, path, fault)));

  switch (shape.kind) {
    case 'anything':
      return;
    case 'boolean':
      if (typeof value !== 'boolean') {
        throw mistyped(value, 'Boolean');
      }
      return;
    case 'string':
      if (typeof value !== 'string') {
        throw mistyped(value, 'String');
      }
      report(value, stringFaults(value, shape));
      return;
    case 'number':
      if (typeof value !== 'number') {
        throw mistyped(value, 'Number');
      }
      report(value, rangeFaults(value, 'value', shape));
      return;
    case 'list':
      if (!Array.isArray(value)) {
        throw mistyped(value, 'List');
      }
      report(value, rangeFaults(value.length, 'length', shape));
      value.forEach((item, index) => inspect(item, shape.of, [...path, index], findings));
      return;
    default:
      inspectMembers(value, shape, path, findings);
  }
}

function inspectMembers(
  value: unknown,
  shape: Extract<Shape, { members: Members }>,
  path: Path,
  findings: Findings,
): void {
  if (!isObject(value)) {
    throw mistyped(value, 'Structure');
  }
  const given = new Map(Object.entries(value).filter(([, member]) => member !== null));
  const known = [...given.keys()].filter(name => Object.hasOwn(shape.members, name));
  if (shape.kind === 'union') {
    if (known.length !== 1 || given.size !== 1) {
      const at = [shape.name, 'object at', path.join('.'), 'must set one of the following keys:'].join(' ');
      findings.unions.push(`${at} ${Object.keys(shape.members).join(', ')}.`);
    }
  } else {
    // The service reads over members of structures that it doesn't know. Here they are faults, since they are
    // slips of whoever wrote the request.
    const unknown = [...given.keys()].filter(name => !known.includes(name));
    const missing = shape.required.filter(name => !given.has(name));
    findings.constraints.push(
      ...unknown.map(
        name => `Value at '${dotted([...path, name])}' failed to satisfy constraint: Member is unknown`,
      ),
      ...missing.map(name => broken(null, [...path, name], 'Member must not be null')),
    );
  }
  for (const name of known) {
    inspect(given.get(name), shape.members[name]!, [...path, name], findings);
  }
}

function stringFaults(
  text: string,
  { pattern, oneOf, ...length }: Extract<Shape, { kind: 'string' }>,
): string[] {
  return [
    ...(pattern !== undefined && !new RegExp(`^(?:${pattern})$`).test(text)
      ? [`Member must satisfy regular expression pattern: ${pattern}`]
      : []),
    ...rangeFaults(text.length, 'length', length),
    ...(oneOf && !oneOf.includes(text) ? [`Member must satisfy enum value set: [${oneOf.join(', ')}]`] : []),
  ];
}

function rangeFaults(
  size: number,
  of: 'value' | 'length',
  { min = -Infinity, max = Infinity }: { min?: number; max?: number },
): string[] {
  return [
    ...(size < min ? [`Member must have ${of} greater than or equal to ${min}`] : []),
    ...(size > max ? [`Member must have ${of} less than or equal to ${max}`] : []),
  ];
}

/** The service repeats plain values, but no lists and nothing of what a conversation says. */
function broken(value: Shown, path: Path, fault: string): string {
  const isShown = (typeof value === 'string' || typeof value === 'number') && path[0] !== 'messages';
  const shown = value === null ? ' null' : isShown ? ` '${value}'` : '';
  return `Value${shown} at '${dotted(path)}' failed to satisfy constraint: ${fault}`;
}

/** In these texts the items of a list are counted from 1, and followed by `member`. */
function dotted(path: Path): string {
  return path.flatMap(step => (typeof step === 'number' ? [step + 1, 'member'] : [step])).join('.');
}

function mistyped(value: unknown, type: string): Refusal {
  if (typeof value === 'object') {
    const start = Array.isArray(value) ? 'list' : 'structure or map';
    return unreadable(`Start of ${start} found where not expected.`);
  }
  return unreadable(`${(typeof value).toUpperCase()}_VALUE cannot be converted to ${type}`);
}
