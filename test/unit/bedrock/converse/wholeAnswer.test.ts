import assert from 'node:assert/strict';
import type { ConverseCommandOutput } from '@aws-sdk/client-bedrock-runtime';
import { ToolNames } from '../../../../src/bedrock/converse/toolNames.ts';
import { partsOfWhole } from '../../../../src/bedrock/converse/wholeAnswer.ts';
import { facts } from './samples.ts';

function parts(content: object[], more: object = {}, names = new ToolNames(facts())) {
  const output = { output: { message: { role: 'assistant', content } }, ...more };
  return [...partsOfWhole(output as unknown as ConverseCommandOutput, names)];
}

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
      { type: 'text', text: 'Looking.' },
      { type: 'tool-call', id: 't1', name: 'my tool', input: { n: 1 } },
      { type: 'tool-call', id: 't2', name: 'find', input: {} },
      { type: 'stop', reason: 'tool_use' },
      { type: 'usage', usage: { input: 13, output: 5, cacheRead: 3 } },
    ]);
  });

  it('that holds no message comes from something that is not Bedrock', () => {
    const names = new ToolNames(facts());
    for (const odd of [{}, { output: {} }, { output: { message: { role: 'assistant' } } }]) {
      assert.throws(() => [...partsOfWhole(odd as unknown as ConverseCommandOutput, names)], SyntaxError);
    }
  });

  it('passes over blocks that are empty or that it does not know', () => {
    const content = [
      { text: '' },
      { reasoningContent: { redactedContent: new Uint8Array([1]) } },
      { $unknown: ['newBlock', {}] },
    ];
    assert.deepEqual(parts(content, { stopReason: 'end_turn' }), [{ type: 'stop', reason: 'end_turn' }]);
  });
});
