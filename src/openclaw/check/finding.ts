/** What the check of a config finds, and what can be done about it with one click. */
import type { Edit } from '../editConfig.ts';
import type { Path } from '../jsonValue.ts';

export type FindingCode =
  | 'syntax'
  | 'unknown-setting'
  | 'duplicate-setting'
  | 'missing-setting'
  | 'wrong-type'
  | 'wrong-value'
  | 'out-of-range'
  | 'other-layout'
  | 'unknown-model'
  | 'model-needs-profile'
  | 'profile-elsewhere'
  | 'model-not-allowed'
  | 'unknown-provider';

/**
 * `error`: OpenClaw refuses the config; `warning`: it takes the config, but something in it will not work;
 * `information`: perhaps as intended.
 */
export type Severity = 'error' | 'warning' | 'information';

/** Changes by path, characters to replace (a name, which no edit by path can change in place), or a command. */
export type FindingFix =
  | { readonly label: string; readonly edits: readonly Edit[] }
  | { readonly label: string; readonly range: readonly [start: number, end: number]; readonly text: string }
  | { readonly label: string; readonly command: string; readonly arguments?: readonly unknown[] };

export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** A whole sentence or two, the last of which says what to do. */
  readonly message: string;
  /** In the text that was checked. */
  readonly path: Path;
  /** Offsets in the text that was checked. */
  readonly range: readonly [start: number, end: number];
  /** The best first. */
  readonly fixes: readonly FindingFix[];
}
