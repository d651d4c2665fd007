/** Which rows of the Compare Models page are shown, and in what order. Runs on the page. */
import type { ColumnId, CompareRow } from './compareMessages.ts';

export interface CompareFilter {
  /** Words that a row has in its name, provider or routes. */
  readonly words: string;
  /** Blank: all. */
  readonly provider: string;
  readonly seesImages: boolean;
  readonly usesTools: boolean;
  readonly reasons: boolean;
}

export const NO_FILTER: CompareFilter = {
  words: '',
  provider: '',
  seesImages: false,
  usesTools: false,
  reasons: false,
};

export interface CompareSorting {
  readonly column: ColumnId;
  readonly isDescending: boolean;
}

export function filtered(rows: readonly CompareRow[], filter: CompareFilter): CompareRow[] {
  const words = filter.words.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(row => {
    const all = `${row.name}\n${row.provider}\n${row.key}\n${row.routes}\n${row.marks}`.toLowerCase();
    return (
      words.every(word => all.includes(word)) &&
      (!filter.provider || row.provider === filter.provider) &&
      (['seesImages', 'usesTools', 'reasons'] as const).every(ability => !filter[ability] || row[ability])
    );
  });
}

/** What is not known comes last, whichever way; equal rows by name. */
export function ordered(rows: readonly CompareRow[], { column, isDescending }: CompareSorting): CompareRow[] {
  const sign = isDescending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [left, right] = [valueOf(a, column), valueOf(b, column)];
    if (left === undefined || right === undefined)
      return Number(left === undefined) - Number(right === undefined);
    return sign * compare(left, right) || compare(a.name, b.name) || compare(a.key, b.key);
  });
}

/** The first click on a column shows what people look for in it: much room, small prices, what a model can do. */
export function firstIsDescending(column: ColumnId): boolean {
  return ['contextWindow', 'maxTokens', 'usesTools', 'reasons'].includes(column);
}

function valueOf(row: CompareRow, column: ColumnId): string | number | undefined {
  const value = row[column];
  if (value === '') return undefined;
  return typeof value === 'boolean' ? Number(value) : value;
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b), undefined, { numeric: true, sensitivity: 'base' });
}
