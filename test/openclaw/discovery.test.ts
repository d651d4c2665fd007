/** Our list of models against that of OpenClaw's own discovery, from the same answers of Bedrock. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AMAZON_BEDROCK_MODELS } from '../../src/bedrock/models/catalogue.ts';
import { modelsOf } from '../../src/bedrock/models/modelsOf.ts';
import { discoverySettings } from '../../src/openclaw/discoverySettings.ts';
import type { JsonObject } from '../../src/openclaw/jsonValue.ts';
import { describeRecorded } from '../recordedData.ts';
import { recordedLists } from '../recordedLists.ts';
import { Random } from '../unit/random.ts';
import type { DiscoveredModel, DiscoveryCase } from './children/discovery.ts';
import { compare, type Differences, DIFFERENCES } from './differences.ts';
import { generatedAnswers } from './generatedAnswers.ts';
import { OpenClaw } from './openclaw.ts';

/** The last version that has its discovery in itself. */
const VERSION = '2026.5.7';
const SEED = 5;
const GENERATED = 500;

/** Over all cases. */
const counts: Differences = new Map();

function ours({ region, settings, ...lists }: DiscoveryCase) {
  const config = JSON.parse(JSON.stringify({ models: { bedrockDiscovery: settings } })) as JsonObject;
  return modelsOf(lists, {
    region,
    settings: discoverySettings(config),
    catalogue: AMAZON_BEDROCK_MODELS,
  });
}

async function discovered(cases: readonly DiscoveryCase[]): Promise<readonly (readonly DiscoveredModel[])[]> {
  return (await OpenClaw.version(VERSION)).discovered(cases);
}

describeRecorded(`the models that openclaw@${VERSION} discovers`, 'bedrock', data => {
  const lists = recordedLists(data);
  const settings = [{}, { providerFilter: ['anthropic', 'amazon'] }, { defaultContextWindow: 64_000 }];

  for (const { name, ...list } of lists) {
    it(`${name}: are ours, but for what differs on purpose`, async () => {
      const cases = settings.map(each => ({ ...list, settings: each }));
      const answers = await discovered(cases);
      for (const [index, each] of cases.entries()) {
        const theirs = answers[index] ?? [];
        assert.ok(theirs.length > 20);
        compare(ours(each), theirs, each, counts);
      }
    });
  }
});

describe(`the models that openclaw@${VERSION} makes of generated answers`, () => {
  it(`are ours, but for what differs on purpose (${GENERATED} answers)`, async () => {
    const random = new Random(SEED);
    const cases = Array.from({ length: GENERATED }, () => generatedAnswers(random));
    const answers = await discovered(cases);
    for (const [index, each] of cases.entries()) {
      try {
        compare(ours(each), answers[index] ?? [], each, counts);
      } catch (error) {
        const { message } = error as Error;
        throw new Error(`Answer ${index} of seed ${SEED}: ${message}\n${JSON.stringify(each)}`, {
          cause: error,
        });
      }
    }
  });
});

describe('what differs from OpenClaw on purpose', () => {
  it('was seen, each of it, and stands in the page on models', () => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/models.md'), 'utf8');
    for (const difference of DIFFERENCES) {
      console.log(`        ${difference}: ${counts.get(difference) ?? 0}`);
      assert.ok(counts.get(difference), difference);
      assert.ok(page.includes(`| ${difference}`), `the page says nothing of "${difference}"`);
    }
  });
});
