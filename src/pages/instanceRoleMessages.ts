/** What the Set Up Instance Role page shows, and what it and its browser code tell each other. Plain values only. */

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
  readonly buttons: readonly { readonly label: string; readonly action: Action }[];
}

export interface Choices {
  /** What is made is called so. */
  readonly name: string;
  /** The AWS profile that the commands run with; blank: what the AWS CLI takes. */
  readonly adminProfile: string;
  readonly policy: PolicyChoice;
}

/** Any model and nothing else; those that were chosen; AWS's own policy for all of Bedrock. */
export type PolicyChoice = 'any' | 'chosen' | 'managed';

export interface RolePageState {
  /** Which instance this is. */
  readonly facts: string;
  /** What was just done. */
  readonly status: string;
  readonly choices: Choices;
  /** Whether a name is needed: not where there is a role already. */
  readonly isNamed: boolean;
  /** What is wrong with the choices, by name; blank: nothing. */
  readonly nameProblem: string;
  readonly policies: readonly { readonly value: PolicyChoice; readonly label: string }[];
  readonly steps: readonly PageStep[];
}

export type FromRolePage =
  | { readonly type: 'ready' | 'copyAll' | 'openCloudShell' }
  | { readonly type: 'choose'; readonly choices: Partial<Choices> }
  | { readonly type: 'take'; readonly step: string; readonly action: Action };
