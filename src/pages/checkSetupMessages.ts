/** What the Check Setup page shows, and what it and its browser code tell each other. Plain values only. */
import type { Line } from '../setup/setupReport.ts';

export interface PageLine {
  readonly id: string;
  readonly title: string;
  readonly outcome: Line['outcome'];
  readonly outcomeName: string;
  readonly reason: string;
  /** The labels of the buttons; what they do is known outside. */
  readonly fixes: readonly string[];
}

export interface PageState {
  readonly isRunning: boolean;
  /** Where the report stands, or what was just done. */
  readonly status: string;
  readonly showsAccountIds: boolean;
  readonly lines: readonly PageLine[];
}

export type FromPage =
  | { readonly type: 'ready' | 'run' | 'cancel' | 'copy' }
  | { readonly type: 'showAccountIds'; readonly value: boolean }
  | { readonly type: 'fix'; readonly line: string; readonly index: number };
