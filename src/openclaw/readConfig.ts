/** Reads OpenClaw's config: its text, and the value `json5` (the reader of record) makes of it. */
import * as l10n from '@vscode/l10n';
import JSON5 from 'json5';
import { type Problem, ProblemError } from '../problem.ts';
import { isObject, type JsonObject } from './jsonValue.ts';
import { readText } from './readText.ts';

/** The file as it stands. A missing or malformed one has a problem and no value. */
export interface ConfigState {
  readonly path: string;
  readonly text?: string;
  readonly value?: JsonObject;
  readonly problem?: Problem;
}

export async function readConfig(path: string): Promise<ConfigState> {
  let text: string | undefined;
  try {
    text = await readText(path);
    if (text === undefined) return { path, problem: missing(path) };
    return { path, text, value: parseConfig(text, path) };
  } catch (error) {
    return { path, ...(text !== undefined && { text }), problem: (error as ProblemError).problem };
  }
}

/** What a config's text means. Throws a `ProblemError` that names line and column when it is malformed. */
export function parseConfig(text: string, path: string): JsonObject {
  if (isBlank(text)) return {};
  let value: unknown;
  try {
    value = JSON5.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new ProblemError(
      malformed(path, error as SyntaxError & { lineNumber?: number; columnNumber?: number }),
    );
  }
  if (!isObject(value)) throw new ProblemError(malformed(path, { message: l10n.t('an object is expected') }));
  return value;
}

/** Whether nothing but white space and comments stands in it yet: then nothing is set. */
export function isBlank(text: string): boolean {
  return text.replace(/\/\/.*|\/\*[\s\S]*?\*\//g, '').trim() === '';
}

function missing(path: string): Problem {
  return {
    code: 'config-missing',
    title: l10n.t('No OpenClaw config found'),
    explanation: l10n.t('There is no file at {0}. It is created when you set a primary model.', path),
    fixes: [
      { label: l10n.t('Set Primary Model'), command: 'openclawBedrock.setPrimaryModel' },
      { label: l10n.t('Choose Config'), command: 'openclawBedrock.chooseConfig' },
    ],
  };
}

function malformed(
  path: string,
  error: { message: string; lineNumber?: number; columnNumber?: number },
): Problem {
  const { lineNumber: line = 1, columnNumber: column = 1 } = error;
  return {
    code: 'config-malformed',
    title: l10n.t('The OpenClaw config has a syntax error'),
    explanation: l10n.t(
      '{0}, line {1}, column {2}: {3}. Nothing is written to it until that is corrected.',
      path,
      line,
      column,
      error.message.replace(/^JSON5: /, '').replace(/ at \d+:\d+$/, ''),
    ),
    fixes: [
      {
        label: l10n.t('Go to the Error'),
        command: 'openclawBedrock.openConfig',
        arguments: [{ line, column }],
      },
    ],
  };
}
