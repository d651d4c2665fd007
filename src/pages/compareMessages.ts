/** What the Compare Models page shows, and what it and its browser code tell each other. Plain values only. */

/** A model as a row of the table. */
export interface CompareRow {
  /** Another one for each row. */
  readonly key: string;
  readonly name: string;
  readonly provider: string;
  /** Tokens. */
  readonly contextWindow: number;
  readonly maxTokens: number;
  /** Whether nothing is known of the model, so that the figure is discovery's default. */
  readonly contextIsDefault: boolean;
  readonly outputIsDefault: boolean;
  /** Dollars for a million tokens; absent where the catalogue has no price. */
  readonly input?: number;
  readonly output?: number;
  readonly cacheRead?: number;
  readonly cacheWrite?: number;
  readonly inputs: string;
  readonly seesImages: boolean;
  readonly usesTools: boolean;
  readonly reasons: boolean;
  readonly routes: string;
  /** In words; blank where nobody asked yet. */
  readonly access: string;
  /** What OpenClaw has it for, and whether AWS calls it legacy, in words. */
  readonly marks: string;
  readonly isPrimary: boolean;
  readonly isLegacy: boolean;
}

/** The columns, each with the member that it shows and is sorted by. */
export const COLUMNS = [
  { id: 'name', isNumber: false },
  { id: 'contextWindow', isNumber: true },
  { id: 'maxTokens', isNumber: true },
  { id: 'input', isNumber: true },
  { id: 'output', isNumber: true },
  { id: 'cacheRead', isNumber: true },
  { id: 'cacheWrite', isNumber: true },
  { id: 'inputs', isNumber: false },
  { id: 'usesTools', isNumber: false },
  { id: 'reasons', isNumber: false },
  { id: 'routes', isNumber: false },
  { id: 'access', isNumber: false },
] as const;
export type ColumnId = (typeof COLUMNS)[number]['id'];

export interface CompareState {
  readonly rows: readonly CompareRow[];
  /** The connections to choose from, by id and name; one is chosen. */
  readonly connections: readonly { readonly id: string; readonly name: string }[];
  readonly connection: string;
  /** Why there is nothing to compare, or not everything; blank where there is. */
  readonly note: string;
  /** The labels of the buttons that do something about it. */
  readonly fixes: readonly string[];
}

export type FromCompare =
  | { readonly type: 'ready' }
  | { readonly type: 'connection'; readonly id: string }
  | { readonly type: 'setPrimary' | 'test' | 'chat' | 'copyId'; readonly key: string }
  | { readonly type: 'fix'; readonly index: number };
