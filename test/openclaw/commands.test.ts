/**
 * The real OpenClaw judges the config before and after each command: what was valid stays valid, and the models are
 * what the command promised. All combinations with FULL=1, else a sample in which each start and each command is.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { editConfig } from '../../src/openclaw/editConfig.ts';
import type { Edit } from '../../src/openclaw/editConfig.ts';
import { editsOf, type RelatedChange } from '../../src/openclaw/edits/plan.ts';
import type { JsonObject } from '../../src/openclaw/jsonValue.ts';
import { layoutOf } from '../../src/openclaw/layout.ts';
import { placeEdits } from '../../src/openclaw/placeEdits.ts';
import { readConfig } from '../../src/openclaw/readConfig.ts';
import { updateConfig } from '../../src/openclaw/updateConfig.ts';
import { ONE, TWO } from '../unit/openclaw/edits/plans.ts';
import { around } from '../unit/openclaw/planned.ts';
import { isFullRun, Random } from '../unit/random.ts';
import { type Command, COMMANDS } from './commands.ts';
import {
  AWS_MARKERS,
  type ConfigFiles,
  type ModelsStatus,
  OpenClaw,
  readFiles,
  VERSIONS,
  writeFiles,
} from './openclaw.ts';
import { type Start, STARTS } from './starts.ts';

/** What is agreed to, and whether the environment names credentials. */
const WAYS = {
  'with all that goes with it': { isAllAgreed: true, environment: {} },
  'alone, with credentials': { isAllAgreed: false, environment: AWS_MARKERS },
} as const;

interface Case {
  readonly version: string;
  readonly startName: string;
  readonly start: Start;
  readonly commandName: string;
  readonly command: Command;
  readonly way: (typeof WAYS)[keyof typeof WAYS];
  readonly wayName: string;
  readonly config: JsonObject;
  readonly edits: readonly Edit[];
}

/** A folder of its own with the config, as long as the work takes. */
async function withConfig<Result>(files: ConfigFiles, work: (folder: string) => Promise<Result>) {
  const folder = await mkdtemp(join(tmpdir(), 'openclaw-bedrock-start-'));
  try {
    writeFiles(folder, files);
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const read = (folder: string) => readConfig(join(folder, 'openclaw.json'), { HOME: folder });

const CONFIGS = new Map(
  await Promise.all(
    Object.entries(STARTS).map(
      async ([name, { files }]) =>
        [name, (await withConfig(files, read)).value ?? {}] satisfies [string, JsonObject],
    ),
  ),
);

function isIn({ versions }: Start, version: string): boolean {
  return versions?.includes(version) ?? true;
}

/** Every command on every start that has something for it, each set of edits once. */
function casesOf(version: string): Case[] {
  const seen = new Set<string>();
  return Object.entries(STARTS).flatMap(([startName, start]) =>
    Object.entries(COMMANDS).flatMap(([commandName, command]) =>
      Object.entries(WAYS).flatMap(([wayName, way]): Case[] => {
        if (!isIn(start, version) && !(command.mends && start.versions?.length === 0)) return [];
        if (command.isOnlyForAll && !way.isAllAgreed) return [];
        const config = CONFIGS.get(startName) ?? {};
        const plan = command.plan(
          config,
          around(version, {
            models: [ONE, TWO],
            hasCredentialMarker: way.environment === AWS_MARKERS,
            isPluginMissing: layoutOf(version).provider === 'external-plugin',
          }),
        );
        // Alone, a member is as good in one config as in another, unless something is implied.
        const isTold = plan?.related.some(({ consent }) => consent !== 'optional');
        if (!way.isAllAgreed && !isTold && !start.isPlain) return [];
        const isAgreed = ({ consent }: RelatedChange) => way.isAllAgreed || consent === 'implied';
        const edits = plan ? editsOf(plan, isAgreed) : [];
        const key = JSON.stringify([startName, commandName, edits]);
        if (edits.length === 0 || seen.has(key)) return [];
        seen.add(key);
        return [{ version, startName, start, commandName, command, way, wayName, config, edits }];
      }),
    ),
  );
}

/** As few of the cases as have each start and each command among them. */
function sampleOf(cases: readonly Case[]): Case[] {
  const random = new Random(2026);
  const namesOf = ({ startName, commandName }: Case) => [startName, commandName];
  const shuffled = cases.map(its => ({ its, at: random.next() })).sort((a, b) => a.at - b.at);
  const left = new Set(cases.flatMap(namesOf));
  // First those that bring both a new start and a new command.
  return [2, 1].flatMap(count =>
    shuffled.flatMap(({ its }) => {
      const names = namesOf(its).filter(name => left.has(name));
      if (names.length < count) return [];
      for (const name of names) left.delete(name);
      return [its];
    }),
  );
}

/** The files after the edits, written as the extension writes them. */
async function filesAfter({ start, edits }: Case): Promise<ConfigFiles> {
  return withConfig(start.files, async folder => {
    const state = await read(folder);
    const placed = placeEdits(state, edits);
    for (const [path, its] of placed) {
      await updateConfig(path, before => editConfig(before ?? '', its, path, { read: state.read }));
    }
    const names = [...placed.keys()].map(path => relative(folder, path));
    return readFiles(folder, [...new Set([...Object.keys(start.files), ...names])]);
  });
}

/**
 * What OpenClaw says before and after. Both of its commands refuse what is not valid, so that one of them does for
 * the many cases of a full run.
 */
async function judged(its: Case, isValidated: boolean) {
  const { version, start, command, way } = its;
  const openclaw = await OpenClaw.version(version);
  const after = await filesAfter(its);
  const nothing = openclaw.models('{}', way.environment);
  const statusOf = (files: ConfigFiles) => openclaw.models(files, way.environment, command.agent);
  const [verdict, verdictAfter, own, status, statusAfter] = await Promise.all([
    'openclaw.json' in start.files ? openclaw.validate(start.files, way.environment) : undefined,
    isValidated ? openclaw.validate(after, way.environment) : undefined,
    nothing,
    isIn(start, version) ? statusOf(start.files) : nothing,
    statusOf(after),
  ]);
  return { after, verdict, verdictAfter, own, status, statusAfter };
}

/** What the commands promise; in allowlists the order means nothing. */
function modelsIn({ defaultModel, fallbacks, imageModel, imageFallbacks, aliases, allowed }: ModelsStatus) {
  return { defaultModel, fallbacks, imageModel, imageFallbacks, aliases, allowed: [...allowed].sort() };
}

for (const version of VERSIONS) {
  describe(`openclaw@${version} on what the commands write`, function () {
    this.timeout(1_800_000);
    const all = casesOf(version);
    const sample = sampleOf(all);
    const cases = isFullRun ? all : sample;
    const verdicts = new Map<Case, ReturnType<typeof judged>>();
    before(async () => {
      await OpenClaw.version(version);
      for (const its of cases) {
        const verdict = judged(its, sample.includes(its));
        // Thrown again in its own test.
        verdict.catch(() => undefined);
        verdicts.set(its, verdict);
      }
    });

    for (const its of cases) {
      const { startName, start, commandName, command, wayName, way, config } = its;
      it(`${startName}: ${commandName}, ${wayName}`, async () => {
        const judgement = await verdicts.get(its);
        assert.ok(judgement);
        const { after, verdict, verdictAfter, own, status, statusAfter } = judgement;
        const texts = Object.values(after).join('\n');
        if (verdict) assert.equal(verdict.valid, isIn(start, version), JSON.stringify(verdict));
        assert.ok(verdictAfter?.valid ?? !sample.includes(its), `${JSON.stringify(verdictAfter)}\n${texts}`);
        const { isAllAgreed } = way;
        const { restrictedBy } = start;
        const promise = command.promise({ config, before: status, own, isAllAgreed, restrictedBy, version });
        assert.deepEqual(modelsIn(statusAfter), modelsIn({ ...status, ...promise }), texts);
      });
    }

    it('has every command and every start among its cases', () => {
      const named = new Set(cases.flatMap(each => [each.startName, each.commandName]));
      const starts = Object.keys(STARTS).filter(name => {
        const { versions } = STARTS[name] ?? {};
        return versions === undefined || versions.length === 0 || versions.includes(version);
      });
      for (const name of [...starts, ...Object.keys(COMMANDS)]) assert.ok(named.has(name), name);
    });
  });
}
