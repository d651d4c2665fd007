import assert from 'node:assert/strict';
import {
  looksLikeKey,
  providerIdProblem,
  suggestedId,
  suggestedVariable,
  variableProblem,
} from '../../../src/commands/proxyWords.ts';

describe('the names that a proxy gets', () => {
  const ids: [url: string, id: string, variable: string][] = [
    ['https://litellm.example.com/v1', 'litellm', 'LITELLM_API_KEY'],
    ['https://api.portkey.ai/v1', 'portkey', 'PORTKEY_API_KEY'],
    ['https://www.ai-gateway.corp.example/v1', 'ai-gateway', 'AI_GATEWAY_API_KEY'],
    ['https://example.com/v1', 'example', 'EXAMPLE_API_KEY'],
    ['http://localhost:4000', 'bedrock-proxy', 'BEDROCK_PROXY_API_KEY'],
    ['http://127.0.0.1:4000/v1', 'bedrock-proxy', 'BEDROCK_PROXY_API_KEY'],
    ['http://[::1]:4000/v1', 'bedrock-proxy', 'BEDROCK_PROXY_API_KEY'],
    ['http://Proxy-ALB-42.us-west-2.elb.amazonaws.com/api/v1', 'bedrock-proxy', 'BEDROCK_PROXY_API_KEY'],
    ['https://api.ai', 'bedrock-proxy', 'BEDROCK_PROXY_API_KEY'],
    ['https://amazon-bedrock.example.com', 'bedrock-proxy', 'BEDROCK_PROXY_API_KEY'],
  ];
  for (const [url, id, variable] of ids) {
    it(`are ${id} and ${variable} for ${url}`, () => {
      assert.deepEqual([suggestedId(url), suggestedVariable(id)], [id, variable]);
      assert.equal(providerIdProblem(id), undefined);
      assert.equal(variableProblem(variable), undefined);
    });
  }

  it('are not those of Bedrock itself, nor what can’t stand in a ref', () => {
    for (const id of ['amazon-bedrock', 'Amazon-Bedrock', 'amazon-bedrock-mantle'])
      assert.match(providerIdProblem(id, [id]) ?? '', /Bedrock itself/);
    for (const id of ['', 'a/b', 'Company', 'a b', '-x', '.']) assert.ok(providerIdProblem(id), id);
    assert.equal(providerIdProblem('Company', ['Company']), undefined);
  });

  const names = [
    'BEDROCK_PROXY_API_KEY',
    'KEY',
    '_KEY',
    'A1',
    'LLM_GATEWAY_2026_PRODUCTION_KEY',
    'GATEWAYAPIKEY',
  ];
  for (const name of names)
    it(`take ${name} for a variable`, () => assert.equal(variableProblem(name), undefined));

  const keys = [
    'sk-1234',
    'sk-proj-abcdefghijklmnop',
    'pk-lf-1',
    'ABSKQmVkcm9ja0FQSUtleS0x',
    'AKIAIOSFODNN7EXAMPLE',
    'eyJhbGciOiJIUzI1NiJ9.e30.x',
    'Bearer abc',
    '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
    'ABCDEFGHIJ1234567890',
    'KEY_ABCDEFGHIJ1234567890',
  ];
  for (const key of keys) {
    it(`take ${key} for a key, and don’t repeat it`, () => {
      assert.ok(looksLikeKey(key));
      const problem = variableProblem(key) ?? '';
      assert.match(problem, /looks like the key/);
      assert.ok(!problem.includes(key), problem);
    });
  }

  it('have the letters of variables alone', () => {
    for (const name of ['', 'lower_case', 'WITH-HYPHEN', '1ST', '${KEY}', 'A B', '$KEY'])
      assert.match(variableProblem(name) ?? '', /upper-case/, name);
  });
});
