/** Signatures and API keys: what comes in and what is turned away. */
import assert from 'node:assert/strict';

import { ListFoundationModelsCommand, ListInferenceProfilesCommand } from '@aws-sdk/client-bedrock';
import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';

import { startBedrock, type Bedrock } from './bedrock.ts';
import { controlClient, runtimeClient, type ClientOptions } from './clients.ts';

const apiKey = 'ABSKsimulatedBedrockApiKey';

describe('simulated Bedrock: authentication', () => {
  let bedrock: Bedrock;

  beforeEach(async () => {
    bedrock = await startBedrock({
      accessKeys: { AKIAPLAIN: 'plain-secret', ASIATEMPORARY: 'temporary-secret' },
      sessionTokens: { ASIATEMPORARY: 'the/session+token==' },
    });
  });
  afterEach(() => bedrock.close());

  function list(options: ClientOptions = {}) {
    return controlClient(bedrock, options).send(new ListFoundationModelsCommand({}));
  }

  it('accepts a signed request', async () => {
    await list();
    assert.equal(bedrock.requests[0]!.auth, 'sigv4');
    assert.equal(bedrock.requests[0]!.status, 200);
  });

  it('accepts a signed query', async () => {
    const query = { typeEquals: 'SYSTEM_DEFINED', maxResults: 3 } as const;
    await controlClient(bedrock).send(new ListInferenceProfilesCommand(query));
    assert.deepEqual(bedrock.requests[0]!.query, { type: 'SYSTEM_DEFINED', maxResults: '3' });
  });

  it('accepts a signed path with an encoded ARN', async () => {
    const modelId = 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/k7ttp2wxy41q';
    const messages = [{ role: 'user' as const, content: [{ text: 'Hi' }] }];
    await runtimeClient(bedrock).send(new ConverseCommand({ modelId, messages }));
    assert.equal(bedrock.requests[0]!.modelId, modelId);
    assert.match(bedrock.requests[0]!.path, /inference-profile%2Fk7ttp2wxy41q\/converse$/);
  });

  it('accepts temporary credentials with their session token', async () => {
    const accessKeyId = 'ASIATEMPORARY';
    await list({ accessKeyId, secretAccessKey: 'temporary-secret', sessionToken: 'the/session+token==' });
    assert.equal(bedrock.requests[0]!.status, 200);
  });

  it('accepts an API key', async () => {
    await list({ apiKey });
    assert.equal(bedrock.requests[0]!.auth, 'bearer');
  });

  const refused: { what: string; options: ClientOptions; name: string; message: string | RegExp }[] = [
    {
      what: 'a wrong secret',
      options: { secretAccessKey: 'wrong' },
      name: 'InvalidSignatureException',
      message: /^The request signature we calculated does not match the signature you provided\./,
    },
    {
      what: 'an unknown access key',
      options: { accessKeyId: 'AKIAUNKNOWN' },
      name: 'UnrecognizedClientException',
      message: 'The security token included in the request is invalid.',
    },
    {
      what: 'temporary credentials without their session token',
      options: { accessKeyId: 'ASIATEMPORARY', secretAccessKey: 'temporary-secret' },
      name: 'UnrecognizedClientException',
      message: 'The security token included in the request is invalid.',
    },
    {
      what: 'a signature for another region',
      options: { region: 'eu-west-1' },
      name: 'InvalidSignatureException',
      message: "Credential should be scoped to a valid region, not 'eu-west-1'.",
    },
    {
      what: 'a clock that is behind',
      options: { systemClockOffset: -10 * 60_000 },
      name: 'InvalidSignatureException',
      message:
        /^Signature expired: \d{8}T\d{6}Z is now earlier than \d{8}T\d{6}Z \(\d{8}T\d{6}Z - 5 min\.\)$/,
    },
    {
      what: 'a clock that is ahead',
      options: { systemClockOffset: 10 * 60_000 },
      name: 'InvalidSignatureException',
      message: /^Signature not yet current: /,
    },
    {
      what: 'a wrong API key',
      options: { apiKey: 'wrong' },
      name: 'AccessDeniedException',
      message: 'Authentication failed: Please make sure your API Key is valid.',
    },
  ];
  for (const { what, options, name, message } of refused) {
    it(`refuses ${what}`, async () => {
      await assert.rejects(list(options), { name, message });
      assert.equal(bedrock.requests[0]!.status, 403);
      assert.equal(bedrock.requests[0]!.errorType, name);
    });
  }

  it('refuses a request with no authentication', async () => {
    const response = await fetch(`${bedrock.url}/foundation-models`);
    assert.equal(response.status, 403);
    assert.match(response.headers.get('x-amzn-errortype') ?? '', /^MissingAuthenticationTokenException:/);
    assert.deepEqual(await response.json(), { message: 'Missing Authentication Token' });
  });

  it('knows no other operations', async () => {
    const headers = { authorization: `Bearer ${apiKey}` };
    const response = await fetch(`${bedrock.url}/guardrails`, { headers });
    assert.equal(response.status, 404);
    assert.match(response.headers.get('x-amzn-errortype') ?? '', /^UnknownOperationException:/);
    assert.notEqual(response.headers.get('x-amzn-requestid'), null);
  });
});
