import assert from 'node:assert/strict';
import { estimateTokens } from '../../../../src/bedrock/converse/tokens.ts';
import { assistant, call, result, user } from './samples.ts';

describe('estimate of tokens', () => {
  it('is nothing for nothing, at least one for anything, and grows with the text', () => {
    assert.equal(estimateTokens(''), 0);
    assert.equal(estimateTokens('a'), 1);
    assert.equal(estimateTokens('a'.repeat(36)), 10);
    assert.equal(estimateTokens('a'.repeat(37)), 11);
  });

  it('is rather too high than too low for English and code, by less than half', () => {
    // Counts of a common tokenizer.
    const samples: [text: string, tokens: number][] = [
      ['The quick brown fox jumps over the lazy dog. It was not amused, and it said so at some length.', 22],
      ['export function add(a: number, b: number): number {\n  return a + b;\n}\n', 22],
    ];
    for (const [text, tokens] of samples) {
      const estimate = estimateTokens(text);
      assert.ok(estimate >= tokens * 0.85 && estimate <= tokens * 1.5, `${estimate} for ${tokens}`);
    }
  });

  it('counts every part of a message, and something for the message itself', () => {
    const text = 'a'.repeat(36);
    const plain = estimateTokens([user(text)]);
    assert.ok(plain > estimateTokens(text));
    assert.equal(estimateTokens([user(text), user(text)]), 2 * plain);
    assert.equal(estimateTokens([user(text, text)]), plain + estimateTokens(text));
    assert.equal(estimateTokens([user(result('c1', text))]), plain);
    const called = estimateTokens([assistant(call('c1', 'find', { text }))]);
    assert.ok(called > plain);
    assert.equal(estimateTokens([]), 0);
  });
});
