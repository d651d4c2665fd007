import assert from 'node:assert/strict';
import type { ConverseCommandOutput } from '@aws-sdk/client-bedrock-runtime';
import { ProblemError } from '../../../../src/problem.ts';
import { ToolNames } from '../../../../src/bedrock/converse/toolNames.ts';
import { partsOfWhole } from '../../../../src/bedrock/converse/wholeAnswer.ts';
import { facts, record } from './samples.ts';

function parts(content: object[], more: object = {}, names = new ToolNames(facts())) {
  const output = { output: { message: { role: 'assistant', content } }, stopReason: 'end_turn', ...more };
  return [...partsOfWhole(output as unknown as ConverseCommandOutput, names, record())];
}

const kept = (block: object) => ({
  type: 'kept-reasoning',
  reasoning: { answer: 'an-answer', model: 'a-model', prefix: 'a-prefix', blocks: [block] },
});

describe('whole answer', () => {
  it('gives the same parts as a stream, in their order', () => {
    const names = new ToolNames(facts());
    const content = [
      { reasoningContent: { reasoningText: { text: 'Hm', signature: 'c2ln' } } },
      { text: 'Looking.' },
      { toolUse: { toolUseId: 't1', name: names.toModel('my tool'), input: { n: 1 } } },
      { toolUse: { toolUseId: 't2', name: 'find' } },
    ];
    const usage = { inputTokens: 10, outputTokens: 5, totalTokens: 15, cacheReadInputTokens: 3 };
    assert.deepEqual(parts(content, { stopReason: 'tool_use', usage }, names), [
      { type: 'reasoning', text: 'Hm' },
      kept({ textBefore: 0, callsBefore: 0, text: 'Hm', signature: 'c2ln' }),
      { type: 'text', text: 'Looking.' },
      { type: 'tool-call', id: 't1', name: 'my tool', input: { n: 1 } },
      { type: 'tool-call', id: 't2', name: 'find', input: {} },
      { type: 'stop', reason: 'tool_use' },
      { type: 'usage', usage: { input: 13, output: 5, cacheRead: 3, cacheWrite: 0 } },
    ]);
  });

  it('says that an answer is damaged where its blocks are not what they should be', () => {
    for (const block of [
      { text: 5 },
      'text',
      { toolUse: { name: 'find' } },
      { reasoningContent: { reasoningText: { text: 5 } } },
      { citationsContent: { content: { text: 'a' } } },
      { citationsContent: { content: [{ text: 5 }] } },
    ]) {
      assert.throws(
        () => parts([{ text: 'a' }, block as object]),
        (error: unknown) => error instanceof ProblemError && error.problem.code === 'stream-damaged',
        JSON.stringify(block),
      );
    }
    assert.throws(() => parts({ length: 1 } as never), SyntaxError);
    assert.throws(() => parts([{ text: 'a' }], { stopReason: undefined }), SyntaxError);
  });

  it('hands broken arguments on as they came', () => {
    for (const input of ['{"a":', [1]]) {
      assert.deepEqual(parts([{ toolUse: { toolUseId: 't1', name: 'find', input } }])[0], {
        type: 'tool-call',
        id: 't1',
        name: 'find',
        input: { invalidArguments: input },
      });
    }
  });

  it('that holds no message comes from something that is not Bedrock', () => {
    const names = new ToolNames(facts());
    for (const odd of [{}, { output: {} }, { output: { message: { role: 'assistant' } } }]) {
      assert.throws(
        () => [...partsOfWhole(odd as unknown as ConverseCommandOutput, names, record())],
        SyntaxError,
      );
    }
  });

  it('keeps encrypted reasoning, and gives what is cited', () => {
    const content = [
      { reasoningContent: { redactedContent: new Uint8Array([1]) } },
      {
        citationsContent: {
          content: [{ text: 'Said.' }],
          citations: [{ title: 'AWS', location: { web: { url: 'https://aws.amazon.com/' } } }],
        },
      },
    ];
    assert.deepEqual(parts(content, { stopReason: 'end_turn' }), [
      kept({ textBefore: 0, callsBefore: 0, redacted: 'AQ==' }),
      { type: 'text', text: 'Said.' },
      { type: 'citation', citation: { title: 'AWS', url: 'https://aws.amazon.com/' } },
      { type: 'stop', reason: 'end_turn' },
    ]);
  });

  it('passes over blocks that are empty or that it does not know', () => {
    const content = [
      { text: '' },
      { toolUse: { toolUseId: 's1', name: 'search', type: 'server_tool_use' } },
      { $unknown: ['newBlock', {}] },
    ];
    assert.deepEqual(parts(content, { stopReason: 'end_turn' }), [{ type: 'stop', reason: 'end_turn' }]);
  });
});
