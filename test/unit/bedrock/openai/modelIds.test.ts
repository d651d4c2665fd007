import assert from 'node:assert/strict';
import { isForOtherTasks, modelIds } from '../../../../src/bedrock/openai/modelIds.ts';

describe('a list of models of OpenAI’s API', () => {
  const cases: [name: string, answer: unknown, ids: string[] | undefined][] = [
    ['of LiteLLM', { object: 'list', data: [{ id: 'b', object: 'model' }, { id: 'a' }] }, ['b', 'a']],
    ['without an envelope', [{ id: 'a' }], ['a']],
    ['with what is listed twice', { data: [{ id: 'a' }, { id: ' a ' }] }, ['a']],
    ['with routes beside models', { data: [{ id: 'bedrock/*' }, { id: '*' }, { id: 'a' }] }, ['a']],
    ['with entries that are none', { data: [null, {}, { id: 7 }, { id: '' }, { id: 'a' }] }, ['a']],
    ['that is empty', { data: [] }, []],
    ['of entries without ids', { data: [{ name: 'a' }] }, undefined],
    ['of texts', { data: ['a'] }, undefined],
    ['that is an error', { error: { message: 'no' } }, undefined],
    ['that is a text', 'a', undefined],
    ['that is nothing', null, undefined],
    ['that is no JSON', undefined, undefined],
  ];
  for (const [name, answer, ids] of cases) {
    it(name, () => assert.deepEqual(modelIds(answer), ids));
  }

  it('tells by their names which are not to talk to', () => {
    const others = [
      'titan-embed-text-v2',
      'cohere.rerank-v3-5:0',
      'amazon.titan-image-generator-v2:0',
      'tts-1',
    ];
    for (const id of others) assert.ok(isForOtherTasks(id), id);
    for (const id of ['claude-sonnet-4-5', 'imagine-1', 'llama-3-70b']) assert.ok(!isForOtherTasks(id), id);
  });
});
