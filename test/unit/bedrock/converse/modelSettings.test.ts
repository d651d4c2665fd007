import assert from 'node:assert/strict';
import { modelSettings } from '../../../../src/bedrock/converse/modelSettings.ts';

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

  it('keep all that has the right form, and nothing else', () => {
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
    const wrong = {
      guardrail: { id: 'gr' },
      serviceTier: 'fast',
      temperature: 1.5,
      topP: '1',
      maxTokens: 0,
      additionalModelRequestFields: [],
      requestMetadata: { team: 1 },
      other: true,
    };
    assert.deepEqual(modelSettings({ '*': wrong }, IDS), {});
    assert.deepEqual(modelSettings({ '*': { guardrail: { id: 'a', version: '1', trace: 'loud' } } }, IDS), {
      guardrail: { id: 'a', version: '1' },
    });
  });

  it('are none where there is nothing of use', () => {
    for (const all of [undefined, null, 'x', [], { '*': null }, { '*': 5 }]) {
      assert.deepEqual(modelSettings(all, IDS), {});
    }
  });
});
