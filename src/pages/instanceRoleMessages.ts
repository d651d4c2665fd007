/** What the Set Up Instance Role page shows, and what it and its browser code tell each other. Plain values only. */
import type { PolicyChoice } from '../setup/roleSteps.ts';

export type Action = 'run' | 'stop' | 'copy' | 'fix';

export interface PageStep {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** Blank for a step that the editor takes. */
  readonly command: string;
  readonly outcome: 'waiting' | 'running' | 'passed' | 'failed';
  readonly outcomeName: string;
  /** What came of it, in words. */
  readonly reason: string;
  /** Always the same ones, so that each keeps its place; some can’t be pressed now. */
  readonly buttons: readonly { readonly label: string; readonly action: Action; readonly isOff: boolean }[];
}

export interface Choices {
  /** What is made is called so. */
  readonly name: string;
  /** The AWS profile that the commands run with; blank: what the AWS CLI takes. */
  readonly adminProfile: string;
  readonly policy: PolicyChoice;
}

export interface RolePageState {
  /** Which instance this is. */
  readonly facts: string;
  /** What was just done, or what is wrong with the name. */
  readonly status: string;
  readonly choices: Choices;
  /** Whether a name is needed: not where nothing is made that has one. */
  readonly isNamed: boolean;
  readonly isNameWrong: boolean;
  readonly policies: readonly { readonly value: PolicyChoice; readonly label: string }[];
  readonly steps: readonly PageStep[];
}

export type FromRolePage =
  | { readonly type: 'ready' | 'copyAll' | 'openCloudShell' }
  | { readonly type: 'choose'; readonly choices: Partial<Choices> }
  | { readonly type: 'take'; readonly step: string; readonly action: Action };
