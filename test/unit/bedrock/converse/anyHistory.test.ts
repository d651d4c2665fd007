/** Any chat at all becomes a request that the simulated service takes, for every family, and keeps the user's words. */
import assert from 'node:assert/strict';
import { converseRequest } from '../../../../src/bedrock/converse/request.ts';
import type { BedrockModel } from '../../../../src/bedrock/models/bedrockModel.ts';
import { familyOf } from '../../../bedrock/families.ts';
import { checkRequest } from '../../../bedrock/rules/index.ts';
import type { Signed, SignedReasoning } from '../../../bedrock/signedReasoning.ts';
import { isFullRun, Random } from '../../random.ts';
import { foundationModel, models } from '../models/lists.ts';
import { Histories } from './histories.ts';
import { OPTIONS } from './samples.ts';

/** One of each family, and of each kind in it that takes something else. */
const MODELS = [
  'anthropic.claude-3-haiku-20240307-v1:0',
  'anthropic.claude-3-5-haiku-20241022-v1:0',
  'anthropic.claude-sonnet-4-5-20250929-v1:0',
  'anthropic.claude-opus-4-6-v1',
  'anthropic.claude-opus-5-1',
  'amazon.nova-micro-v1:0',
  'amazon.nova-pro-v1:0',
  'amazon.nova-2-lite-v1:0',
  'amazon.titan-text-express-v1',
  'meta.llama3-70b-instruct-v1:0',
  'meta.llama4-maverick-17b-instruct-v1:0',
  'mistral.mistral-7b-instruct-v0:2',
  'mistral.mistral-large-2402-v1:0',
  'mistral.mistral-large-3-675b-instruct',
  'deepseek.r1-v1:0',
  'deepseek.v3-v1:0',
  'cohere.command-r-plus-v1:0',
  'ai21.jamba-1-5-large-v1:0',
  'writer.palmyra-x5-v1:0',
  'openai.gpt-oss-120b-1:0',
  'qwen.qwen3-32b-v1:0',
  'moonshot.kimi-k2-thinking',
  'google.gemma-3-27b-it',
  'acme.one-v1:0',
];

describe('any chat at all', function () {
  // Thousands of chats, each for every family; how fast is not the question.
  this.timeout(600_000);

  const COUNT = isFullRun ? 5_000 : 200;

  for (const id of MODELS) {
    it(`becomes a request that ${id} takes, and loses no word of the user`, () => {
      const model = modelOf(id);
      const histories = new Histories(new Random(1), [model.key, 'another.model']);
      for (let at = 0; at < COUNT; at++) {
        const { question, words } = histories.next();
        const { input } = converseRequest(model, question, { ...OPTIONS, routeId: id });
        const { modelId: route, ...rest } = input;
        assert.equal(route, id);
        const body = onTheWire(rest);
        const text = JSON.stringify(body);
        assert.doesNotThrow(() => check(id, model, body), `chat ${at}: ${text.slice(0, 3_000)}`);
        for (const word of words) assert.ok(text.includes(word), `chat ${at} has lost ${word}`);
      }
    });
  }

  function modelOf(id: string): BedrockModel {
    const inputModalities = /claude|nova-(pro|2)|maverick|gemma|large-3/.test(id)
      ? ['TEXT', 'IMAGE']
      : ['TEXT'];
    return models({
      foundationModels: [foundationModel(id, { inputModalities })],
      inferenceProfiles: [],
    })[0]!;
  }

  function check(id: string, model: BedrockModel, body: unknown): void {
    const family = familyOf(id);
    const images = model.input.includes('image');
    const operation = model.facts.tools === 'streaming' ? 'ConverseStream' : 'Converse';
    checkRequest(body, operation, () => ({ modelId: id, family, images }), signedBy(id));
  }

  /** The signatures of the generated chats, as if the service had made them. */
  function signedBy(modelId: string): SignedReasoning {
    const signed = (text?: string): Signed => ({ modelId, prefix: '', ...(text !== undefined && { text }) });
    const all = new Map([
      ['signed Hm', signed('Hm')],
      ['signed nothing', signed('')],
      ['AQ==', signed()],
    ]);
    return { find: signature => all.get(signature) } as SignedReasoning;
  }

  /** As the SDK writes it: bytes as Base64. */
  function onTheWire(value: unknown): unknown {
    if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
    if (Array.isArray(value)) return value.map(onTheWire);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, each]) => (each === undefined ? [] : [[name, onTheWire(each)]])),
    );
  }
});
