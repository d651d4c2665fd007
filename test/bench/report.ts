/** The figures as a Markdown table, its columns aligned so that it reads well in a terminal too. */
import type { Figure } from './figures.ts';

export function markdownTable(figures: readonly Figure[]): string {
  const rows = [
    ['figure', 'goal', 'value', 'met', 'peers'],
    ...figures.map(({ figure, goal, value, isMet, peers = '' }) => [
      figure,
      goal,
      value,
      isMet ? 'yes' : 'no',
      peers,
    ]),
  ];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map(row => row[column]!.length)));
  const lines = rows.map(row => line(row.map((cell, column) => cell.padEnd(widths[column]!))));
  return [lines[0], line(widths.map(width => '-'.repeat(width))), ...lines.slice(1)].join('\n');
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
