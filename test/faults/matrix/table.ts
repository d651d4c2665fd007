/** The fault matrix as tables: for the console, and for the page `docs/faults.md`. */
import { BOUNDARIES, type Boundary } from './boundaries.ts';
import { FAULTS, type Row, type Rows, WHOLE } from './rows.ts';

/** How often each outcome was seen, by boundary and fault. */
export type Counts = Readonly<
  Record<string, Readonly<Partial<Record<string, Readonly<Record<string, number>>>>>>
>;

/** All rows that were run, with how often each outcome was seen. */
export function printedTable(counts: Counts): string {
  const lines = rowsOf().flatMap(({ boundary, fault, row }) => {
    const seen = counts[boundary]?.[fault];
    if ('why' in row || !seen) return [];
    const outcomes = Object.entries(seen).map(([outcome, count]) => `${count} ${outcome}`);
    return `  ${boundary.padEnd(15)} ${fault.padEnd(19)} ${String(sum(seen)).padStart(5)}  ${outcomes.join(', ')}`;
  });
  return ['', 'Fault matrix: boundary, fault, cases, what was seen', ...lines, ''].join('\n');
}

/** Markdown: a table a boundary. */
export function pageTables(counts: Counts): string {
  const sections = Object.entries<Rows>(BOUNDARIES).map(([boundary, rows]) => {
    const lines = FAULTS.map(fault => {
      const row = rows[fault];
      if ('why' in row) return `| ${fault} | — | ${row.why} | |`;
      const cases = counts[boundary]?.[fault];
      // What may come of it and never did is nothing to tell.
      const outcomes = row.sees.filter(each => !cases || each in cases);
      const done = `${row.done}${cases ? `; ${sum(cases)} cases` : ''}`;
      return `| ${fault} | ${done} | ${outcomes.map(shown).join('<br>')} | ${row.keeps} |`;
    });
    return `## ${boundary}\n\n| Fault | What is done | What you see | What is kept |\n| --- | --- | --- | --- |\n${lines.join('\n')}\n`;
  });
  return sections.join('\n');
}

function shown(outcome: string): string {
  if (outcome === WHOLE) return 'nothing of it';
  const [, code = '', title = ''] = /^([\w-]+): (.*)$/s.exec(outcome) ?? [];
  return code !== '' && code !== 'nothing' ? `[“${title}”](troubleshooting.md#${code})` : outcome;
}

function rowsOf() {
  return Object.entries<Rows>(BOUNDARIES).flatMap(([boundary, rows]) =>
    FAULTS.map(fault => ({ boundary: boundary as Boundary, fault, row: rows[fault] as Row })),
  );
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, each) => total + each, 0);
}
