import assert from 'node:assert/strict';
import { TOKENS_PER_IMAGE, estimateTokens as estimate } from '../../../../src/bedrock/converse/tokens.ts';
import { assistant, call, media, result, user } from './samples.ts';

/** In the tokens of one tokenizer: which, makes no difference here. */
const estimateTokens = (content: Parameters<typeof estimate>[0]) => estimate(content, 'llama');

describe('estimate of tokens', () => {
  it('counts every part of a message, and something for the message itself', () => {
    const text = 'some words to count';
    const plain = estimateTokens([user(text)]);
    assert.ok(plain > estimateTokens(text));
    assert.equal(estimateTokens([user(text), user(text)]), 2 * plain);
    assert.equal(estimateTokens([user(text, text)]), plain + estimateTokens(text));
    assert.equal(estimateTokens([user(result('c1', text))]), plain);
    const called = estimateTokens([assistant(call('c1', 'find', { text }))]);
    assert.ok(called > plain);
    assert.equal(estimateTokens([]), 0);
  });

  it('counts media by what models make of them, and nothing for marks of the editor', () => {
    const plain = estimateTokens([user()]);
    assert.equal(estimateTokens([user(media('image/png', 'x'))]) - plain, TOKENS_PER_IMAGE);
    assert.equal(estimateTokens([user(media('application/pdf', 'x'.repeat(50_001)))]) - plain, 4_000);
    assert.equal(
      estimateTokens([user(media('text/plain', 'some words'))]) - plain,
      estimateTokens('some words'),
    );
    assert.equal(estimateTokens([user(media('cache_control', 'ephemeral'))]), plain);
  });
});
