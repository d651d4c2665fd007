/** Edits of a config's text, each checked by the reader of record before it may be written. */
import { isDeepStrictEqual } from 'node:util';
import * as l10n from '@vscode/l10n';
import parseJson5 from 'json5/lib/parse.js';
import { type Problem, ProblemError } from '../problem.ts';
import { type JsonObject, type JsonValue, valueAt } from './jsonValue.ts';
import { loadSyntaxTree } from './loadSyntaxTree.ts';
import { condense, LARGE } from './lossless/condense.ts';
import { editText } from './lossless/editText.ts';
import { type Edit, editValue } from './lossless/editValue.ts';
import { moveText } from './lossless/moveText.ts';
import { isBlank, parseConfig } from './parseConfig.ts';
import type * as SyntaxTree from './syntaxTree.ts';

export type { Edit };

export interface EditOptions {
  /** What OpenClaw reads a written value as: `${VAR}` replaced. Default: as it is written. */
  readonly read?: ((written: JsonValue) => JsonValue) | undefined;
  /** What `parseConfig` has read from this very text, where it has: a large one takes it long. */
  readonly written?: JsonObject | undefined;
}

/**
 * The text after the edits; all else in it is unchanged. Throws a `ProblemError` when the text is malformed, or when
 * `json5` would not read exactly the intended value from the result.
 */
export async function editConfig(
  text: string,
  edits: readonly Edit[],
  file: string,
  { read = value => value, written = parseConfig(text, file) }: EditOptions = {},
): Promise<string> {
  const syntaxTree = await loadSyntaxTree();
  try {
    if (isBlank(text)) return checked(syntaxTree, begun(text), {}, edits, read) ?? text;
    if (text.length < LARGE) return checked(syntaxTree, text, written, edits, read) ?? text;
    const short = condense(text, edits);
    const edited = checked(syntaxTree, short.text, readAnew(short.text), edits, read);
    return edited === undefined ? text : short.restore(edited);
  } catch (error) {
    throw new ProblemError(notWritten(file, reasonOf(error as Error)));
  }
}

/** The text after the edits, undefined where they change nothing. Throws when it would be read otherwise than intended. */
function checked(
  syntaxTree: typeof SyntaxTree,
  text: string,
  written: JsonObject,
  edits: readonly Edit[],
  read: (written: JsonValue) => JsonValue,
): string | undefined {
  const before = read(written) as JsonObject;
  const literal = (wanted: string) => literalOf(wanted, read);
  let [edited, value, hasReference] = [text, before, false];
  for (const edit of edits) {
    const isReference = 'value' in edit && edit.withVariables === true;
    const intended = editValue(value, isReference ? { ...edit, value: read(edit.value) } : edit);
    // What a variable stands for may be written in its place: that reads the same, and is not what is wanted.
    const isThere = isReference && isDeepStrictEqual(valueAt(readAnew(edited), edit.path), edit.value);
    if (isThere || (!isReference && isDeepStrictEqual(intended, value))) continue;
    edited =
      'moveTo' in edit
        ? moveText(syntaxTree, edited, value, edit)
        : editText(syntaxTree, edited, value, edit, isReference ? undefined : literal);
    value = intended;
    hasReference ||= isReference;
  }
  if (!hasReference && isDeepStrictEqual(value, before)) return undefined;
  if (isDeepStrictEqual(read(readAnew(edited)), value)) return edited;
  throw new TypeError(l10n.t('it would be read otherwise afterwards'));
}

/** What `json5` itself reads, whatever was read before. */
function readAnew(text: string): JsonObject {
  return parseJson5<JsonObject>(text.replace(/^\uFEFF/, ''));
}

/** How a string is written that OpenClaw is to read as it is: `$${NAME}` stands for `${NAME}`. */
function literalOf(wanted: string, read: (written: JsonValue) => JsonValue): string {
  const escaped = wanted.replace(/\$\{[A-Z_][A-Z0-9_]*\}/g, '$$$&');
  return escaped !== wanted && read(escaped) === wanted ? escaped : wanted;
}

/** An object behind what stands in a text so far: nothing, or comments. */
function begun(text: string): string {
  const eol = /\r\n|[\n\r]/.exec(text)?.[0] ?? '\n';
  const isInLine = text.trim() !== '' && !/[\n\r]$/.test(text);
  return `${text}${isInLine ? eol : ''}{${eol}}${eol}`;
}

function reasonOf(error: Error): string {
  return error instanceof RangeError ? l10n.t('it is nested too deeply') : error.message;
}

function notWritten(file: string, reason: string): Problem {
  return {
    code: 'config-not-written',
    title: l10n.t('The OpenClaw config was left as it is'),
    explanation: l10n.t(
      'The change can’t be made in {0} without touching anything else: {1}. Make it by hand.',
      file,
      reason,
    ),
    fixes: [{ label: l10n.t('Open Config'), command: 'openclawBedrock.openConfig' }],
  };
}
