import assert from 'node:assert/strict';
import { modelSettings } from '../../../../src/bedrock/converse/modelSettings.ts';
import { ProblemError } from '../../../../src/problem.ts';

const IDS = ['anthropic.claude-x', 'eu.anthropic.claude-x'];

describe('settings of a model', () => {
  it('are those of its id, of a route’s, and of patterns, the later over the earlier', () => {
    const all = {
      '*': { temperature: 0.1, topP: 0.5 },
      'anthropic.*': { temperature: 0.2 },
      'eu.anthropic.claude-x': { maxTokens: 100 },
      'amazon.*': { temperature: 0.9 },
    };
    assert.deepEqual(modelSettings(all, IDS), { temperature: 0.2, topP: 0.5, maxTokens: 100 });
  });

  it('take a dot for a dot', () => {
    assert.deepEqual(modelSettings({ 'anthropicXclaude-x': { topP: 1 } }, IDS), {});
    assert.deepEqual(modelSettings({ 'anthropic.claude': { topP: 1 } }, IDS), {});
  });

  it('keep all that has the right form', () => {
    const whole = {
      guardrail: { id: 'gr', version: 'DRAFT', trace: 'enabled' },
      serviceTier: 'priority',
      temperature: 0,
      topP: 1,
      maxTokens: 1,
      additionalModelRequestFields: { top_k: 1 },
      requestMetadata: { team: 'a' },
    };
    assert.deepEqual(modelSettings({ '*': whole }, IDS), whole);
  });

  it('take the version of a guardrail as people write it', () => {
    assert.deepEqual(modelSettings({ '*': { guardrail: { id: 'gr', version: 1 } } }, IDS), {
      guardrail: { id: 'gr', version: '1' },
    });
  });

  const wrong: readonly [string, unknown][] = [
    ['guardrail', { id: 'gr' }],
    ['guardrail', 'gr'],
    ['guardrail', { id: 'gr', version: '1', trace: 'loud' }],
    ['guardrail', { id: 'gr', version: '1', verison: '2' }],
    ['serviceTier', 'fast'],
    ['temperature', 1.5],
    ['topP', '1'],
    ['maxTokens', 0],
    ['additionalModelRequestFields', []],
    ['requestMetadata', { team: 1 }],
    ['temprature', 1],
    ['constructor', 1],
  ];
  for (const [name, value] of wrong) {
    it(`name what can’t be used: ${name} ${JSON.stringify(value)}`, () => {
      assert.throws(
        () => modelSettings({ '*': { topP: 0.5, [name]: value } }, IDS),
        new RegExp(`"\\*" → "${name}" in openclawBedrock\\.modelSettings can’t be`),
      );
      // What is set for other models is not in the way.
      assert.deepEqual(modelSettings({ 'amazon.*': { [name]: value } }, IDS), {});
    });
  }

  it('name what is no settings at all', () => {
    for (const all of [null, 'x', [], { '*': null }, { '*': 5 }]) {
      assert.throws(() => modelSettings(all, IDS), ProblemError);
    }
  });

  it('are none where nothing is set', () => {
    for (const all of [undefined, {}, { '*': {} }]) assert.deepEqual(modelSettings(all, IDS), {});
  });
});
