/** Edits of a config's text, each checked by the reader of record before it may be written. */
import { isDeepStrictEqual } from 'node:util';
import * as l10n from '@vscode/l10n';
import { type Problem, ProblemError } from '../problem.ts';
import { isObject, type JsonObject, type JsonValue } from './jsonValue.ts';
import { isBlank, parseConfig } from './readConfig.ts';
import { loadSyntaxTree } from './loadSyntaxTree.ts';
import { type MemberPath, setMember } from './setMember.ts';

/** One member and the value it is to have. */
export interface Edit {
  readonly path: MemberPath;
  readonly value: JsonValue;
}

/**
 * The text after the edits; all else in it is unchanged. Throws a `ProblemError` when the text is malformed,
 * or when `json5` would not read exactly the intended value from the result.
 */
export async function editConfig(text: string, edits: readonly Edit[], file: string): Promise<string> {
  const syntaxTree = await loadSyntaxTree();
  const intended = structuredClone(parseConfig(text, file));
  try {
    let edited = isBlank(text) ? `${text}{\n}\n` : text;
    // `setMember` explains less well what is in the way, so it comes second.
    for (const edit of edits) assign(intended, edit);
    for (const { path, value } of edits) edited = setMember(syntaxTree, edited, path, value);
    if (isDeepStrictEqual(parseConfig(edited, file), intended)) return edited;
  } catch (error) {
    throw new ProblemError(notWritten(file, (error as Error).message));
  }
  throw new ProblemError(notWritten(file, l10n.t('it would be read otherwise afterwards')));
}

function assign(root: JsonObject, { path, value }: Edit): void {
  let object = root;
  for (const name of path.slice(0, -1)) {
    const inner = object[name] ?? (object[name] = {});
    if (!isObject(inner)) throw new TypeError(l10n.t('"{0}" is not an object', name));
    object = inner;
  }
  object[path.at(-1) ?? ''] = value;
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
