/** What can be wrong with an `$include`, each naming the including file, the included one and what to do. */
import * as l10n from '@vscode/l10n';
import { ProblemError } from '../problem.ts';

/** An `$include` as it is written in a file. */
export interface WrittenInclude {
  readonly file: string;
  readonly text: string;
  /** As written; undefined where it is no path. */
  readonly included?: string | undefined;
}

type Explanation = (file: string, included: string, target: string) => string;

/** What goes wrong, by its name: {0} is the including file, {1} the path as it is written, {2} where it leads. */
const EXPLANATIONS = {
  form: (...names) =>
    l10n.t('In {0}, "$include" is neither a file’s path nor a list of paths. Correct it.', ...names),
  path: (...names) => l10n.t('{0} includes "{1}", which is not a path. Correct it.', ...names),
  outside: (...names) =>
    l10n.t(
      '{0} includes "{1}", which leads out of the config’s folder, to {2}. Move that file into the folder, or name its own folder in the environment variable OPENCLAW_INCLUDE_ROOTS.',
      ...names,
    ),
  circle: (...names) =>
    l10n.t('{0} includes "{1}", which goes in a circle: {2}. Remove one of these includes.', ...names),
  depth: (...names) =>
    l10n.t('{0} includes "{1}" more than 10 levels deep. Include it from a file further up.', ...names),
  missing: (...names) =>
    l10n.t('{0} includes "{1}", but there is no file {2}. Create it, or correct the path.', ...names),
  unfit: (...names) =>
    l10n.t(
      '{0} includes "{1}", which OpenClaw refuses: {2} has to be a file of at most 2 MB without hard links. Replace it by one.',
      ...names,
    ),
  unreadable: (...names) =>
    l10n.t(
      '{0} includes "{1}", but {2} can’t be opened, or is not UTF-8 text. Check who may read it, or correct the path.',
      ...names,
    ),
  siblings: (...names) =>
    l10n.t(
      '{0} includes "{1}" in an object that has members of its own, so {2} must hold an object too. Make it one, or include it elsewhere.',
      ...names,
    ),
} satisfies Record<string, Explanation>;

export type IncludeFault = keyof typeof EXPLANATIONS;

export function includeError(
  fault: IncludeFault,
  include: WrittenInclude,
  target = '',
  details?: string,
): ProblemError {
  return new ProblemError({
    code: 'config-include',
    title: l10n.t('A part of the OpenClaw config can’t be included'),
    explanation: EXPLANATIONS[fault](include.file, include.included ?? '', target),
    fixes: [
      {
        label: l10n.t('Open Config'),
        command: 'openclawBedrock.openConfig',
        arguments: [{ file: include.file, ...placeOf(include) }],
      },
    ],
    ...(details && { details }),
  });
}

/** Where the include is written: good enough for the cursor, so found without a syntax tree. */
function placeOf({ text, included }: WrittenInclude): { line: number; column: number } {
  const found = included ? text.indexOf(included) : -1;
  const before = text.slice(0, Math.max(found, text.indexOf('$include'), 0)).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
