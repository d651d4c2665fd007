/** The page `docs/benchmark.md`: a run, and how to read it. */
import type { Bundles } from './build.ts';
import type { ConfigEdits } from './configEdits.ts';
import { OPENCLAW } from './discovery.ts';
import type { Growth } from './growth.ts';
import { bundlesTable, figuresTable, growthTable, stepsTable } from './report.ts';
import type { Figure } from './verdict.ts';

/** The picture of a growth, as the page names it. */
export function chartOf({ id }: Growth): string {
  return `images/benchmark-${id}.svg`;
}

export interface Run {
  readonly figures: readonly Figure[];
  readonly growths: readonly Growth[];
  readonly configEdits: ConfigEdits;
  /** Of a run in the editor. */
  readonly bundles?: Bundles;
  /** What it ran on, in a sentence. */
  readonly machine: string;
}

/** The tables alone, as they are printed. */
export function tablesOf({ figures, growths, configEdits, bundles, machine }: Run): string {
  const tables = [
    figuresTable(figures),
    ...growths.map(growth => `${growth.title}, by ${growth.unit}\n\n${growthTable(growth)}`),
    stepsTable(configEdits),
    ...(bundles ? [bundlesTable(bundles)] : []),
  ];
  return [...tables, machine].join('\n\n');
}

export function benchmarkPage({ figures, growths, configEdits, bundles, machine }: Run): string {
  const unmet = figures.filter(({ isMet }) => !isMet).length;
  const sections = [
    `# Benchmark

\`npm run bench\` measures the built extension in a real VS Code, and what needs no editor in plain Node, against a
simulated Bedrock on the same machine. \`npm run bench -- --write\` writes this page and its charts,
\`npm run bench -- node\` measures the second half alone. Every number is in \`test-results/bench.json\`.

The run below: ${machine} ${figures.length - unmet} of ${figures.length} goals are met.

**How to read it.** Times are medians, with the least and the most of the run behind them. They are the machine’s as
much as the extension’s: only compare them with others of the same run. Ratios hold better, since both sides are measured
in turns: below 1, ours takes less. *SDK alone* is the smallest provider that can be made of the AWS SDK, in the same
editor. *In turn* are the same list calls by the bare SDK, one after another: their sum. *OpenClaw’s* is the discovery of
OpenClaw ${OPENCLAW}, the last version that has one in itself, with a process for each. *Cold* is with all code loaded on the way;
OpenClaw loads much else then, so the fairer comparison is where all is loaded before. *Peers* are what published
extensions for Bedrock took when this was measured of them once, on another machine. Nothing fails because a goal is
missed; it says **no** here.`,
    figuresTable(figures),
    `## How costs grow

The dashed line is linear growth from the smallest size: whatever runs below it, or alongside, grows no faster than
what there is to do. A goal takes the first line and its steepest step from one size to the next: 1 is linear, and up to 1.2 is
taken for noise.`,
    ...growths.flatMap(growth => [
      `### ${growth.title}`,
      `![${growth.title}, by ${growth.unit}](${chartOf(growth)})`,
      growthTable(growth),
    ]),
    `## Where the time of a config edit goes

Comments and layout are kept, so the text is edited, not printed anew; \`json5\` judges what comes out.`,
    stepsTable(configEdits),
    ...(bundles ? ['## Sizes', bundlesTable(bundles)] : []),
  ];
  return `${sections.join('\n\n')}\n`;
}
