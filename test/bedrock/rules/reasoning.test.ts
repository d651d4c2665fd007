/** What the service signed it takes back, and only as it was; what it keeps of a request it counts. */
import assert from 'node:assert/strict';
import { type Bedrock, startBedrock } from '../bedrock.ts';
import { foundationModel, modelLists } from '../lists.ts';
import { modelRows } from '../models.ts';
import { assistant, call, result, text, tool, toolConfig, user } from './cases.ts';

const BUDGET = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';
const BINDING = 'anthropic.claude-sonnet-5-1';
const THINKING = {
  [BUDGET]: { thinking: { type: 'enabled', budget_tokens: 1_024 } },
  [BINDING]: { thinking: { type: 'adaptive' } },
};
const signed = (text: string, signature = 'sig') => ({
  reasoningContent: { reasoningText: { text, signature } },
});

describe('simulated Bedrock: reasoning given back, and prompts kept', () => {
  let bedrock: Bedrock;
  before(async () => {
    const lists = modelLists('us-east-1');
    const [row] = modelRows;
    const binding = foundationModel({ ...row!, id: BINDING, inference: 'demand' }, 'us-east-1');
    bedrock = await startBedrock({
      lists: { ...lists, foundationModels: [...lists.foundationModels, binding] },
    });
    bedrock.answer = () => ({
      content: [
        { reasoning: { text: 'I look.', signature: 'sig' } },
        { toolUse: { name: 'look', input: {}, id: 'a' } },
      ],
    });
  });
  after(() => bedrock.close());

  const send = async (model: keyof typeof THINKING, messages: object[], more: object = {}) => {
    const response = await fetch(`${bedrock.url}/model/${encodeURIComponent(model)}/converse`, {
      method: 'POST',
      headers: { authorization: `Bearer ${bedrock.bearerEnv['AWS_BEARER_TOKEN_BEDROCK'] ?? ''}` },
      body: JSON.stringify({
        messages,
        toolConfig,
        inferenceConfig: { maxTokens: 4_096 },
        additionalModelRequestFields: THINKING[model],
        ...more,
      }),
    });
    return (await response.json()) as { message?: string; usage?: Record<string, number> };
  };
  const hi = user(text('Hi'));
  const round = (...content: object[]) => [hi, assistant(...content, call('a')), user(result('a'))];

  for (const model of [BUDGET, BINDING] as const) {
    it(`takes back from ${model} what it has signed, and nothing else`, async () => {
      assert.equal((await send(model, [hi])).message, undefined);
      assert.equal((await send(model, round(signed('I look.')))).message, undefined);
      assert.match((await send(model, round(signed('I look?')))).message ?? '', /Invalid `signature`/);
      assert.match(
        (await send(model, round(signed('I look.', 'other')))).message ?? '',
        /Invalid `signature`/,
      );
    });
  }

  it('wants the first turn of a loop to begin with reasoning, where a budget is given', async () => {
    assert.match((await send(BUDGET, round())).message ?? '', /Expected `thinking` or `redacted_thinking`/);
    assert.equal((await send(BINDING, round())).message, undefined);
  });

  it('binds what the newest models think to their tools and system prompt', async () => {
    const other = { toolConfig: { tools: [tool(), tool({ name: 'listen' })] } };
    await send(BUDGET, [hi]);
    assert.equal((await send(BUDGET, round(signed('I look.')), other)).message, undefined);
    await send(BINDING, [hi]);
    assert.match(
      (await send(BINDING, round(signed('I look.')), other)).message ?? '',
      /bound to a different conversation/,
    );
  });

  it('counts what it writes into the cache, reads it the next time, and forgets it where the beginning differs', async () => {
    const point = { cachePoint: { type: 'default' } };
    const counted = async (beginning: string) => {
      const { usage } = await send(BUDGET, [user(text(beginning.repeat(2_000)), point, text('And?'))]);
      const { cacheReadInputTokens: read = 0, cacheWriteInputTokens: write = 0 } = usage ?? {};
      return { read, write };
    };
    const first = await counted('one ');
    assert.ok(first.write > 1_024);
    assert.equal(first.read, 0);
    assert.deepEqual(await counted('one '), { read: first.write, write: 0 });
    assert.equal((await counted('two ')).read, 0);
    assert.deepEqual(await counted(''), { read: 0, write: 0 });
  });
});
