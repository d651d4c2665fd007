/** What was measured as Markdown tables, their columns aligned so that they read well in a terminal too. */
import type { Bundles } from './build.ts';
import { type ConfigEdit, type ConfigEdits, SIZES, STEPS } from './configEdits.ts';
import type { Growth } from './growth.ts';
import { median } from './statistics.ts';
import { type Figure, kibibytes, milliseconds } from './verdict.ts';

export function figuresTable(figures: readonly Figure[]): string {
  return table([
    ['Figure', 'Goal', 'Value', 'Met', 'Peers'],
    ...figures.map(({ figure, goal, value, isMet, peers = '' }) => [
      figure,
      goal,
      value,
      isMet ? 'yes' : '**no**',
      peers,
    ]),
  ]);
}

export function growthTable({ unit, sizes, lines }: Growth): string {
  return table([
    [unit, ...sizes.map(size => size.toLocaleString('en'))],
    ...lines.map(({ name, times }) => [name, ...times.map(milliseconds)]),
  ]);
}

/** Where the time of setting a member goes, by the size of the config. */
export function stepsTable(edits: ConfigEdits): string {
  const times = (step: keyof ConfigEdit) =>
    SIZES.map(size => milliseconds(median(edits[size].map(edit => edit[step]))));
  return table([
    ['Step', ...SIZES],
    ...STEPS.map(step => [step, ...times(step)]),
    ['whole, once it has been read', ...times('known')],
  ]);
}

export function bundlesTable(bundles: Bundles): string {
  return table([
    ['Bundle', 'Size', 'Compressed'],
    ...Object.entries(bundles).map(([name, { bytes, compressed }]) => [
      `\`${name}\``,
      kibibytes(bytes),
      kibibytes(compressed),
    ]),
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
