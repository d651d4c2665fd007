/** What the text of a config file means: `json5` is the reader of record. */
import * as l10n from '@vscode/l10n';
import parseJson5 from 'json5/lib/parse.js';
import { type Problem, ProblemError } from '../problem.ts';
import { isObject, type JsonObject, type JsonValue } from './jsonValue.ts';

/** What a config's text means. Throws a `ProblemError` that names line and column when it is malformed. */
export function parseConfig(text: string, path: string): JsonObject {
  if (isBlank(text)) return {};
  const value = parseValue(text, path);
  if (!isObject(value)) throw notAnObject(path);
  return value;
}

/**
 * The same for an included file, which may hold any value, but not nothing. A large text that was read a moment ago
 * gives the same objects again: they are not to be changed.
 */
export function parseValue(text: string, path: string): JsonValue {
  const known = recent.get(text);
  if (known !== undefined) return known;
  const value = readValue(text, path);
  if (text.length < LARGE) return value;
  recent.set(text, value);
  const [oldest] = recent.keys();
  if (recent.size > 4 && oldest !== undefined) recent.delete(oldest);
  return value;
}

/** Texts that `json5` takes long for (a second for 5 MB); a config is read when it is shown, and again to edit it. */
const recent = new Map<string, JsonValue>();
const LARGE = 250_000;

function readValue(text: string, path: string): JsonValue {
  const content = text.replace(/^\uFEFF/, '');
  try {
    // To strict JSON both give the same meaning, the engine's own reader in a small part of the time.
    return JSON.parse(content) as JsonValue;
  } catch {
    // Then it is JSON5, or nothing.
  }
  try {
    return parseJson5(content);
  } catch (error) {
    throw new ProblemError(malformed(path, error as SyntaxError));
  }
}

/** Whether nothing but white space and comments stands in it yet: then nothing is set. */
export function isBlank(text: string): boolean {
  if (/^\s*\{/.test(text)) return false;
  return text.replace(/\/\/.*|\/\*[\s\S]*?\*\//g, '').trim() === '';
}

/** For a config that is something else. */
export function notAnObject(path: string): ProblemError {
  return new ProblemError(malformed(path, { message: l10n.t('an object is expected') }));
}

function malformed(
  file: string,
  error: { readonly message: string; readonly lineNumber?: number; readonly columnNumber?: number },
): Problem {
  const { lineNumber: line = 1, columnNumber: column = 1 } = error;
  return {
    code: 'config-malformed',
    title: l10n.t('The OpenClaw config has a syntax error'),
    explanation: l10n.t(
      '{0}, line {1}, column {2}: {3}. Nothing is written to it until that is corrected.',
      file,
      line,
      column,
      syntaxReason(error),
    ),
    fixes: [
      {
        label: l10n.t('Go to the Error'),
        command: 'openclawBedrock.openConfig',
        arguments: [{ file, line, column }],
      },
    ],
  };
}

/** What the parser says, without its name and the place, which are told in other words. */
export function syntaxReason({ message }: { readonly message: string }): string {
  return message.replace(/^JSON5: /, '').replace(/ at \d+:\d+$/, '');
}
