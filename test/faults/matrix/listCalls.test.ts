/** Faults while Bedrock is asked which models there are, over a real connection and through the real SDK. */
import assert from 'node:assert/strict';
import { type Discovered, discoverModels } from '../../../src/bedrock/models/discover.ts';
import { DEFAULT_DISCOVERY } from '../../../src/bedrock/models/discoverySettings.ts';
import { ProblemError } from '../../../src/problem.ts';
import type { Behaviour } from '../../bedrock/bedrock.ts';
import { isFullRun, Random } from '../../unit/random.ts';
import { Asker } from './asker.ts';
import { within } from './guard.ts';
import { listCalls } from './listCalls.ts';
import { seenOf } from './outcome.ts';
import { WHOLE } from './rows.ts';
import { runRows, type Take } from './tally.ts';

const LISTS = ['ListFoundationModels', 'ListInferenceProfiles'] as const;
const LIMITS = { chief: 900, optional: 900 };
const CUTS = isFullRun ? 50 : 8;
const REFUSALS = [
  [403, 'AccessDeniedException', 'You are not allowed to do this.'],
  [400, 'ValidationException', 'The request can’t be read.'],
  [429, 'ThrottlingException', 'Too many requests, please wait.'],
  [500, 'InternalServerException', 'Something broke.'],
] as const;

/** What is read of a summary. */
const MEMBERS = {
  ListFoundationModels: [
    'modelId',
    'modelArn',
    'modelName',
    'providerName',
    'inputModalities',
    'outputModalities',
    'inferenceTypesSupported',
    'modelLifecycle',
    'responseStreamingSupported',
  ],
  ListInferenceProfiles: [
    'inferenceProfileId',
    'inferenceProfileArn',
    'inferenceProfileName',
    'status',
    'type',
    'models',
  ],
} as const;

const json = (value: unknown) => Buffer.from(JSON.stringify(value));
const forGood = (behaviour: Behaviour) => Array<Behaviour>(6).fill(behaviour);
const raw = (body: Uint8Array, more: Partial<NonNullable<Behaviour['raw']>> = {}): Behaviour => ({
  raw: { body, ...more },
});

describe('fault matrix: list calls', () => {
  let asker: Asker;
  let whole: Discovered;
  before(async () => {
    asker = await Asker.start();
    whole = await discover();
  });
  after(() => asker.close());

  async function discover(its = asker): Promise<Discovered> {
    const found = discoverModels(its.connection, its.clients, DEFAULT_DISCOVERY, LIMITS);
    try {
      return await within('Discovery', found);
    } finally {
      its.bedrock.unscript();
    }
  }

  /** What is seen where both lists meet the same; fails where the models of a list that came are not there. */
  async function seen(its = asker): Promise<string[]> {
    try {
      const { models, problems } = await discover(its);
      assert.ok(models.length > 0);
      if (problems.length === 0)
        for (const { key } of whole.models)
          assert.ok(
            models.some(model => model.key === key),
            key,
          );
      return problems.length > 0 ? problems.map(seenOf) : [WHOLE];
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return [seenOf(error.problem)];
    }
  }

  async function meet(
    take: Take,
    lists: readonly (typeof LISTS)[number][],
    behaviours: readonly Behaviour[],
  ) {
    for (const list of lists) asker.bedrock.script(list, ...behaviours);
    (await seen()).forEach(take);
  }

  /** One of the two lists, the other, and both. */
  async function meetEach(take: Take, behaviours: readonly Behaviour[]) {
    for (const lists of [LISTS.slice(0, 1), LISTS.slice(1), LISTS]) await meet(take, lists, behaviours);
  }

  async function skewed(take: Take, milliseconds: number) {
    asker.bedrock.clockAhead = milliseconds;
    (await seen()).forEach(take);
    asker.bedrock.clockAhead = 0;
  }

  runRows('List calls', listCalls, {
    refused: async take => {
      for (const [status, type, message] of REFUSALS)
        await meetEach(take, forGood({ refuse: { status, type, message } }));
      const alone = await Asker.start();
      await alone.bedrock.close();
      (await seen(alone)).forEach(take);
    },
    reset: async take => {
      await meetEach(take, [{ reset: true }]);
      await meetEach(take, forGood({ reset: true }));
    },
    slow: async take => {
      await meetEach(take, [{ delayMs: 200 }]);
      await meetEach(take, forGood({ delayMs: 60_000 }));
      await meetEach(take, forGood({ raw: { body: { [Symbol.asyncIterator]: trickle } } }));
    },
    cut: async take => {
      const random = new Random(3);
      const bodies = {
        ListFoundationModels: json({ modelSummaries: [{ modelId: 'acme.one' }] }),
        ListInferenceProfiles: json({ inferenceProfileSummaries: [] }),
      };
      for (let time = 0; time < CUTS; time++)
        for (const list of LISTS) {
          const body = bodies[list].subarray(0, random.below(bodies[list].length));
          await meet(take, [list], forGood(raw(body, { end: random.chance() ? 'cut' : 'good' })));
        }
    },
    garbage: async take => {
      const random = new Random(5);
      const noise = () => Buffer.from(Array.from({ length: 1 + random.below(300) }, () => random.below(256)));
      const forms = [null, 5, [], 'text', { modelSummaries: 5, inferenceProfileSummaries: {} }];
      for (const body of [...Array.from({ length: CUTS }, noise), ...forms.map(json)])
        await meetEach(take, forGood(raw(body)));
      // Members of other types: such a summary is no model, and the others are.
      const { foundationModels, inferenceProfiles } = asker.lists;
      const odd = {
        ListFoundationModels: (more: object) => ({
          modelSummaries: [
            ...foundationModels,
            { ...foundationModels[0], modelId: 'acme.odd-v1:0', ...more },
          ],
        }),
        ListInferenceProfiles: (more: object) => ({
          inferenceProfileSummaries: [
            ...inferenceProfiles,
            { ...inferenceProfiles[0], inferenceProfileId: 'us.acme.odd-v1:0', ...more },
          ],
        }),
      };
      for (const value of [null, 5, 'text', [], {}, [[null]], { a: null }])
        for (const list of LISTS)
          for (const name of MEMBERS[list])
            await meet(take, [list], [raw(json(odd[list]({ [name]: value })))]);
    },
    'wrong content type': async take => {
      for (const status of [200, 302, 404])
        await meetEach(take, forGood({ html: { status, body: '<title>Sign in to the network</title>' } }));
    },
    oversized: async take => {
      const { foundationModels } = asker.lists;
      const nova = foundationModels.find(({ modelId }) => modelId === 'amazon.nova-pro-v1:0');
      const many = Array.from({ length: 20_000 }, (_, index) => ({
        ...nova,
        modelId: `acme.m${index}-v1:0`,
      }));
      asker.bedrock.script('ListFoundationModels', raw(json({ modelSummaries: many })));
      assert.ok((await discover()).models.length >= 20_000);
      take(WHOLE);
      await meetEach(take, forGood(raw(Buffer.alloc(4_000_000, 0x20), { end: 'never' })));
    },
    'duplicate events': async take => {
      const { foundationModels, inferenceProfiles } = asker.lists;
      await meet(
        take,
        ['ListFoundationModels'],
        [raw(json({ modelSummaries: [...foundationModels, ...foundationModels] }))],
      );
      asker.bedrock.script(
        'ListInferenceProfiles',
        ...forGood(raw(json({ inferenceProfileSummaries: inferenceProfiles, nextToken: 'again' }))),
      );
      (await seen()).forEach(take);
    },
    'clock skew': async take => {
      await skewed(take, 3_600_000);
      await skewed(take, -3_600_000);
    },
    'two windows': async take => {
      const other = await Asker.start();
      other.bedrock.script('ListFoundationModels', ...forGood({ reset: true }));
      const both = await Promise.all([seen(), seen(other)]);
      both.flat().forEach(take);
      await other.close();
    },
  });
});

async function* trickle(): AsyncGenerator<Buffer> {
  yield Buffer.from('{"modelSummaries":[');
  for (;;) {
    await new Promise(resolve => setTimeout(resolve, 50));
    yield Buffer.from(' ');
  }
}
