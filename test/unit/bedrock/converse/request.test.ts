import assert from 'node:assert/strict';
import { converseRequest } from '../../../../src/bedrock/converse/request.ts';
import type { BedrockModel } from '../../../../src/bedrock/models/bedrockModel.ts';
import { foundationModel, models, profile } from '../models/lists.ts';
import { assistant, call, question, result, system, tool, user } from './samples.ts';

function model(id: string, inferenceTypesSupported = ['ON_DEMAND']): BedrockModel {
  const inferenceProfiles = [profile(`us.${id}`, id, ['us-east-1'])];
  return models({
    foundationModels: [foundationModel(id, { inferenceTypesSupported })],
    inferenceProfiles,
  })[0]!;
}

const CLAUDE = 'anthropic.claude-sonnet-4-5-20250929-v1:0';

describe('request', () => {
  it('asks the default route, with an output limit always', () => {
    const { input } = converseRequest(model(CLAUDE, ['INFERENCE_PROFILE']), question([user('Hi')]));
    assert.deepEqual(input, {
      modelId: `us.${CLAUDE}`,
      messages: [{ role: 'user', content: [{ text: 'Hi' }] }],
      inferenceConfig: { maxTokens: 64_000 },
    });
    assert.equal(converseRequest(model('acme.one'), question([])).input.inferenceConfig?.maxTokens, 4_096);
  });

  it('holds system text, turns and tools', () => {
    const messages = [system('Be brief.'), user('Q'), assistant(call('c1', 'find')), user(result('c1'))];
    const tools = [tool('find')];
    const { input } = converseRequest(model(CLAUDE), question(messages, { tools, mustCallTool: true }));
    assert.deepEqual(input.system, [{ text: 'Be brief.' }]);
    assert.equal(input.messages?.length, 3);
    assert.equal(input.toolConfig?.tools?.[0]?.toolSpec?.name, 'find');
    assert.deepEqual(input.toolConfig.toolChoice, { any: {} });
  });

  it('names the tools of the history where none is offered', () => {
    const messages = [user('Q'), assistant(call('c1', 'find')), user(result('c1'), 'And now without tools')];
    const { input } = converseRequest(model(CLAUDE), question(messages));
    assert.equal(input.toolConfig?.tools?.[0]?.toolSpec?.name, 'find');
  });

  it('sends a tool under one name in calls and specifications, and leads it back', () => {
    const messages = [user('Q'), assistant(call('c1', 'my-tool')), user(result('c1'))];
    const { input, names } = converseRequest(
      model('amazon.nova-pro-v1:0'),
      question(messages, { tools: [tool('other-tool'), tool('my-tool')] }),
    );
    const called = input.messages?.[1]?.content?.[0]?.toolUse?.name;
    assert.match(called ?? '', /^my_tool_[0-9a-f]{8}$/);
    assert.equal(input.toolConfig?.tools?.[1]?.toolSpec?.name, called);
    assert.equal(names.fromModel(called ?? ''), 'my-tool');
  });

  it('keeps to what the family takes', () => {
    const messages = [system('Be brief.'), user('Q'), assistant(call('c1')), user(result('c1'), 'And?')];
    const asked = question(messages, { tools: [tool('find')], mustCallTool: true });

    const titan = converseRequest(model('amazon.titan-text-express-v1'), asked).input;
    assert.ok(!('system' in titan) && !('toolConfig' in titan));
    assert.deepEqual(titan.messages?.[0]?.content, [{ text: 'Be brief.' }, { text: 'Q' }]);

    const mistral = converseRequest(model('mistral.mistral-large-2402-v1:0'), asked).input;
    assert.match(mistral.messages?.[1]?.content?.[0]?.toolUse?.toolUseId ?? '', /^[a-zA-Z0-9]{9}$/);
    assert.equal(mistral.messages?.[2]?.content?.length, 1);
    assert.deepEqual(mistral.toolConfig?.toolChoice, { any: {} });

    const llama = converseRequest(model('meta.llama3-3-70b-instruct-v1:0'), asked).input;
    assert.equal(llama.toolConfig?.toolChoice, undefined);
  });

  it('is the same for the same question', () => {
    const messages = [user('Q'), assistant(call('c 1', 'my tool')), user(result('c 1'))];
    const asked = question(messages, { tools: [tool('my tool')] });
    assert.deepEqual(
      converseRequest(model(CLAUDE), asked).input,
      converseRequest(model(CLAUDE), asked).input,
    );
  });
});
