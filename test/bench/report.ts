/** What was measured as Markdown tables, their columns aligned so that they read well in a terminal too. */
import { type ConfigEdit, type ConfigEdits, SIZES, STEPS } from './configEdits.ts';
import type { Figure } from './figures.ts';
import { type ChatRequests, TURNS } from './requests.ts';
import { median } from './statistics.ts';

export function figuresTable(figures: readonly Figure[]): string {
  return table([
    ['figure', 'goal', 'value', 'met', 'peers'],
    ...figures.map(({ figure, goal, value, isMet, peers = '' }) => [
      figure,
      goal,
      value,
      isMet ? 'yes' : 'no',
      peers,
    ]),
  ]);
}

/** Where the time of setting a member goes, by the size of the config. */
export function stepsTable(edits: ConfigEdits): string {
  const times = (step: keyof ConfigEdit) =>
    SIZES.map(size => `${median(edits[size].map(edit => edit[step])).toFixed(1)} ms`);
  return table([
    ['setting a member, step by step', ...SIZES],
    ...STEPS.map(step => [step, ...times(step)]),
    ['whole, once it has been read', ...times('known')],
  ]);
}

/** How the cost of a request grows with the chat. */
export function historiesTable({ histories }: ChatRequests): string {
  return table([
    ['turns of a history, 5 KB each', ...TURNS.map(String)],
    ['made into a request', ...TURNS.map(turns => `${median(histories[turns]).toFixed(1)} ms`)],
  ]);
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => row[column]!.length)));
  const lines = rows.map(row => line(row.map((cell, column) => cell.padEnd(widths[column]!))));
  return [lines[0], line(widths.map(width => '-'.repeat(width))), ...lines.slice(1)].join('\n');
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
