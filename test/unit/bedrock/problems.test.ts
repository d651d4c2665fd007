import assert from 'node:assert/strict';
import { type Attempt, noModels, type Operation, problemOf } from '../../../src/bedrock/problems.ts';
import { invalidEndpoint } from '../../../src/bedrock/connection/endpoint.ts';
import {
  type ConnectionLayer,
  detectConnection,
  processVariables,
} from '../../../src/bedrock/connection/connection.ts';
import { type Problem, type ProblemCode, ProblemError } from '../../../src/problem.ts';
import { describeRecorded } from '../../recordedData.ts';

interface ErrorShape {
  name?: string;
  message: string;
  status?: number;
  code?: string;
}

/** An error as the SDK or Node throws it. */
function failure({ name = 'Error', message, status, code }: ErrorShape): Error {
  return Object.assign(new Error(message), {
    name,
    ...(code && { code }),
    ...(status && { $metadata: { httpStatusCode: status, requestId: 'e5f8a9c0-request' } }),
  });
}

const byProfile = detectConnection(processVariables({ AWS_PROFILE: 'dev', AWS_REGION: 'eu-west-1' }), []);

function attempt(operation: Operation = 'ConverseStream', layer?: ConnectionLayer): Attempt {
  const connection = layer ? detectConnection(processVariables({}), [layer]) : byProfile;
  return { connection, operation, ...(operation.startsWith('Converse') && { modelId: 'acme.one-v1:0' }) };
}

const refused = (name: string, message: string): ErrorShape => ({ name, message, status: 400 });
const forbidden = (name: string, message: string): ErrorShape => ({ name, message, status: 403 });
const missing = (message: string): ErrorShape => ({
  name: 'ResourceNotFoundException',
  message,
  status: 404,
});
const invalid = (message: string): ErrorShape => refused('ValidationException', message);
const provider = (message: string): ErrorShape => ({ name: 'CredentialsProviderError', message });

const TEXTS: Record<string, ErrorShape[]> = {
  'credentials-expired': [
    forbidden('ExpiredTokenException', 'The security token included in the request is expired'),
    refused('ExpiredToken', 'The provided token has expired.'),
    forbidden('AccessDeniedException', 'Bearer Token has expired'),
    provider(
      "The SSO session associated with this profile has expired. To refresh this SSO session run 'aws sso login' with the corresponding profile.",
    ),
    provider(
      "The SSO session token associated with profile=dev was not found or is invalid. To refresh this SSO session run 'aws sso login' with the corresponding profile.",
    ),
    {
      name: 'TokenProviderError',
      message:
        "Token is expired. To refresh this SSO session run 'aws sso login' with the corresponding profile.",
    },
  ],
  'no-credentials': [
    provider('Could not load credentials from any providers'),
    provider('Unable to find environment variable credentials.'),
    { message: 'Resolved credential object is not valid' },
  ],
  'credentials-refused': [
    forbidden('UnrecognizedClientException', 'The security token included in the request is invalid.'),
    forbidden('InvalidClientTokenId', 'The security token included in the request is invalid'),
    forbidden(
      'InvalidSignatureException',
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.',
    ),
    forbidden(
      'InvalidSignatureException',
      'Signature expired: 20261122T190000Z is now earlier than 20261122T200000Z',
    ),
    forbidden('AccessDeniedException', 'Authentication failed: Please make sure your API Key is valid.'),
  ],
  'model-access': [
    forbidden('AccessDeniedException', "You don't have access to the model with the specified model ID."),
    forbidden('AccessDeniedException', 'You don’t have access to the model with the specified model ID.'),
    forbidden(
      'AccessDeniedException',
      'Model access is denied due to IAM user or service role is not authorized to perform the required AWS Marketplace actions (aws-marketplace:ViewSubscriptions, aws-marketplace:Subscribe) to enable access to this model.',
    ),
    missing(
      'Model use case details have not been submitted for this account. Fill out the Anthropic use case details form before using the model.',
    ),
    invalid('Access to this model is not available for channel program accounts.'),
  ],
  'permission-missing': [
    forbidden(
      'AccessDeniedException',
      'User: arn:aws:iam::123456789012:user/dev is not authorized to perform: bedrock:ListFoundationModels because no identity-based policy allows the bedrock:ListFoundationModels action',
    ),
    { message: 'Forbidden', status: 403 },
  ],
  'model-needs-profile': ["isn't", 'isn’t'].map(isNot =>
    invalid(
      `Invocation of model ID anthropic.claude-sonnet-4-20250514-v1:0 with on-demand throughput ${isNot} supported. Retry your request with the ID or ARN of an inference profile that contains this model.`,
    ),
  ),
  'model-unknown': [
    invalid('The provided model identifier is invalid.'),
    missing('Could not resolve the foundation model from the model identifier: acme.one-v1:0'),
    missing('This model version has reached the end of its life.'),
  ],
  throttled: [
    {
      name: 'ThrottlingException',
      message: 'Too many requests, please wait before trying again.',
      status: 429,
    },
    {
      name: 'ThrottlingException',
      message: 'Too many tokens, please wait before trying again.',
      status: 429,
    },
    refused('ServiceQuotaExceededException', 'Your account has reached a quota.'),
    { name: 'TooManyRequestsException', message: 'Rate exceeded' },
    { message: 'Slow down', status: 429 },
  ],
  'quota-used-up': [
    { name: 'ThrottlingException', message: 'Too many tokens per day, please wait before trying again.' },
  ],
  'reasoning-refused': [
    invalid(
      'The model returned the following errors: messages.1.content.0: Invalid `signature` in `thinking` block',
    ),
    invalid(
      'The model returned the following errors: messages.1.content.0: The block is bound to a different conversation',
    ),
    invalid(
      'The model returned the following errors: messages.3.content.0.type: Expected `thinking` or `redacted_thinking`, but found `tool_use`. When `thinking` is enabled, a final `assistant` message must start with a thinking block',
    ),
    invalid(
      'messages.1.content.0: `thinking` or `redacted_thinking` blocks in the latest assistant message cannot be modified. These blocks must remain as they were in the original response.',
    ),
  ],
  'caching-refused': [
    invalid(
      'Cache point cannot be inserted after reasoning block. Please remove the invalid cache point and try again.',
    ),
    forbidden(
      'AccessDeniedException',
      'You invoked an unsupported model or your request did not allow prompt caching. See the documentation for more information.',
    ),
  ],
  'context-overflow': [
    invalid('Input Tokens Exceeded: Number of input tokens exceeds maximum length.'),
    invalid('too many tokens: total number of tokens in the prompt cannot exceed 128000'),
    invalid("The input (140000 tokens) is longer than the model's context length (131072 tokens)."),
    invalid('The request exceeds the model’s context window.'),
    invalid('Input is too long for requested model.'),
    invalid('The model returned the following errors: prompt is too long: 208310 tokens > 200000 maximum'),
    invalid(
      'The model returned the following errors: input length and `max_tokens` exceed context limit: 198000 + 8192 > 200000, decrease input length or `max_tokens` and try again',
    ),
    invalid(
      "This model's maximum context length is 131072 tokens. Please reduce the length of the messages or completion.",
    ),
    invalid('Too many input tokens. Max input tokens: 8192, request input token count: 9000'),
  ],
  'request-refused': [
    invalid('The text field in the ContentBlock object at messages.0.content.0 is blank. Add text to it.'),
    invalid('The maximum tokens you requested exceeds the model limit of 4096.'),
    { name: 'ValidationException', message: 'Refused in mid-stream' },
    { message: 'Bad Request', status: 400 },
  ],
  'not-bedrock': [
    {
      name: 'SyntaxError',
      message:
        'Unexpected token \'<\', "<!DOCTYPE "... is not valid JSON\n  Deserialization error: to see the raw response',
      status: 200,
    },
    {
      message: 'Truncated event message received.\n  Deserialization error: to see the raw response',
      status: 200,
    },
    { name: 'SyntaxError', message: 'The answer holds no list.' },
    // A proxy's page with a status of its own.
    { name: 'SyntaxError', message: `Unexpected token '<', "<html><bod"... is not valid JSON`, status: 403 },
    { name: 'SyntaxError', message: `Unexpected token '<', "<html><bod"... is not valid JSON`, status: 404 },
    { name: 'SyntaxError', message: `Unexpected token '<', "<html><bod"... is not valid JSON`, status: 502 },
    { name: 'UnknownOperationException', message: 'UnknownError', status: 404 },
    { name: 'Unknown', message: 'UnknownError', status: 302 },
  ],
  'certificate-untrusted': [
    { message: 'certificate has expired', code: 'CERT_HAS_EXPIRED' },
    { message: 'self-signed certificate in certificate chain', code: 'SELF_SIGNED_CERT_IN_CHAIN' },
    { message: 'self-signed certificate', code: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
    { message: "Hostname/IP does not match certificate's altnames", code: 'ERR_TLS_CERT_ALTNAME_INVALID' },
    { message: 'unable to verify the first certificate', code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' },
    { message: 'unable to get local issuer certificate', code: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY' },
  ],
  'proxy-refused': [
    {
      message: 'Failed to establish tunnel to a:443 via http://proxy.corp:8080/: HTTP/1.1 403 Forbidden',
      code: 'ERR_PROXY_TUNNEL',
    },
    { message: 'Failed to establish a socket connection to proxies: PROXY proxy.corp:8080' },
    { message: 'Proxy Authentication Required', status: 407 },
    // What a proxy sends along is no JSON.
    { name: 'SyntaxError', message: `Unexpected token '<', "<html><bod"... is not valid JSON`, status: 407 },
  ],
  unreachable: [
    { message: 'connect ECONNREFUSED 127.0.0.1:9', code: 'ECONNREFUSED' },
    { name: 'AggregateError', message: '', code: 'ECONNREFUSED' },
    { message: 'read ECONNRESET', code: 'ECONNRESET' },
    { message: 'aborted\n  Deserialization error: to see the raw response', code: 'ECONNRESET' },
    { name: 'AbortError', message: 'Request aborted\n  Deserialization error: to see the raw response' },
    { message: 'getaddrinfo ENOTFOUND bedrock.nowhere-1.amazonaws.com', code: 'ENOTFOUND' },
    { message: 'getaddrinfo EAI_AGAIN bedrock.us-east-1.amazonaws.com', code: 'EAI_AGAIN' },
    { message: 'socket hang up', code: 'ECONNRESET' },
    { name: 'TimeoutError', message: 'Socket timed out without establishing a connection within 10000 ms' },
    { name: 'AbortError', message: 'Request aborted' },
  ],
  'service-error': [
    {
      name: 'InternalServerException',
      message: 'The system encountered an unexpected error during processing. Try your request again.',
      status: 500,
    },
    { name: 'ServiceUnavailableException', message: 'Too many connections, please wait', status: 503 },
    { name: 'internalServerException', message: 'In mid-stream' },
    { name: 'ModelStreamErrorException', message: 'The model stopped' },
    { name: 'ModelErrorException', message: 'The model failed', status: 424 },
    {
      name: 'ModelTimeoutException',
      message: 'Model has timed out in processing the request. Try your request again.',
      status: 408,
    },
    {
      name: 'ModelNotReadyException',
      message: 'Model is not ready for inference. Wait and try your request again.',
      status: 429,
    },
    { message: 'Bad Gateway', status: 502 },
  ],
  unexpected: [
    { name: 'TypeError', message: 'x is not a function' },
    { message: 'I am a teapot', status: 418 },
  ],
} satisfies Partial<Record<ProblemCode, ErrorShape[]>>;

describe('problems of Bedrock: the code of each error', () => {
  for (const [code, shapes] of Object.entries(TEXTS)) {
    for (const shape of shapes) {
      it(
        `${code}: ${shape.status ?? ''} ${shape.name ?? ''} ${shape.message || shape.code}`.slice(0, 110),
        () => {
          assert.equal(problemOf(failure(shape), attempt()).code, code);
        },
      );
    }
  }
});

describe('problems of Bedrock: what they say', () => {
  const say = (shape: ErrorShape, given = attempt()) => problemOf(failure(shape), given);

  it('never hold a stack, always a title without a full stop and a whole sentence', () => {
    for (const shape of Object.values(TEXTS).flat()) {
      for (const operation of ['ListFoundationModels', 'ConverseStream'] as const) {
        const problem = say(shape, attempt(operation));
        const shown = [problem.title, problem.explanation, ...problem.fixes.map(({ label }) => label)];
        for (const text of [...shown, problem.details ?? '']) {
          assert.doesNotMatch(text, /\n\s+at |node:internal|\.ts:\d+|undefined|\{\d\}|\[object/, text);
        }
        assert.match(problem.title, /^\S.*[^.]$/);
        assert.match(problem.explanation, /^\S.*[.!?]$/s);
      }
    }
  });

  it('keep the service’s own words and the request id for the log', () => {
    const { details, explanation } = say({ name: 'ThrottlingException', message: 'Slow down', status: 429 });
    assert.equal(details, 'ConverseStream · 429 · ThrottlingException · Slow down · e5f8a9c0-request');
    assert.doesNotMatch(explanation, /e5f8a9c0-request/);
  });

  it('name the permission that the operation needs', () => {
    const permissions: Record<Operation, string> = {
      ListFoundationModels: 'bedrock:ListFoundationModels',
      ListInferenceProfiles: 'bedrock:ListInferenceProfiles',
      ListProvisionedModelThroughputs: 'bedrock:ListProvisionedModelThroughputs',
      ListImportedModels: 'bedrock:ListImportedModels',
      ListPromptRouters: 'bedrock:ListPromptRouters',
      GetFoundationModelAvailability: 'bedrock:GetFoundationModelAvailability',
      Converse: 'bedrock:InvokeModel',
      ConverseStream: 'bedrock:InvokeModelWithResponseStream',
      GetCredentials: 'sts:AssumeRole',
      GetCallerIdentity: 'sts:GetCallerIdentity',
    };
    for (const [operation, permission] of Object.entries(permissions)) {
      const problem = say(forbidden('AccessDeniedException', 'No.'), attempt(operation as Operation));
      assert.equal(problem.title, `Permission missing: ${permission}`);
      assert.ok(problem.explanation.endsWith(`allow ${permission}.`), problem.explanation);
      assert.match(problem.explanation, /AWS profile "dev"/);
    }
  });

  it('name the permission that the service names, where it is another', () => {
    const text =
      'User: arn:aws:iam::123456789012:user/dev is not authorized to perform: sts:AssumeRole on resource: x';
    assert.match(say(forbidden('AccessDenied', text)).title, /: sts:AssumeRole$/);
  });

  it('tell a path that is not there from a model that is not', () => {
    const notFound = { name: 'Unknown', message: 'no such route', status: 404 };
    assert.equal(say(notFound, attempt('ListFoundationModels')).code, 'not-bedrock');
    assert.equal(say(notFound, attempt('Converse')).code, 'model-unknown');
  });

  it('say how to renew what has expired', () => {
    const expired = TEXTS['credentials-expired']![0]!;
    assert.match(say(expired).explanation, /keys of the profile "dev"/);
    const byKey = say(expired, attempt('Converse', { from: 'group', apiKey: 'secret-key' }));
    assert.doesNotMatch(byKey.explanation, /profile|secret-key/);
    assert.match(byKey.explanation, /model configuration/);
    const ofSettings = say(expired, attempt('Converse', { from: 'secret-storage', apiKey: 'secret-key' }));
    assert.equal(ofSettings.fixes[0]?.label, 'Set API Key');
    const variables = processVariables({ AWS_BEARER_TOKEN_BEDROCK: 'secret-key' });
    const ofVariable = { connection: detectConnection(variables, []), operation: 'Converse' } as const;
    assert.match(say(expired, ofVariable).explanation, /into AWS_BEARER_TOKEN_BEDROCK/);
  });

  it('change nothing but the group, for a provider group', () => {
    const elsewhere = ['selectProfile', 'selectRegion', 'setApiKey'].map(verb => `openclawBedrock.${verb}`);
    for (const own of [{ profile: 'dev' }, { apiKey: 'secret-key' }]) {
      const group = { from: 'group', region: 'eu-west-1', ...own } as const;
      const problems = Object.values(TEXTS)
        .flat()
        .flatMap(shape => [
          say(shape, attempt('Converse', group)),
          say(shape, attempt('ListFoundationModels', group)),
        ]);
      const { connection } = attempt('Converse', group);
      for (const { code, explanation, fixes } of [
        ...problems,
        noModels(connection),
        invalidEndpoint(connection),
      ]) {
        assert.doesNotMatch(explanation, /in the settings/, code);
        for (const fix of fixes) {
          if ('url' in fix) continue;
          assert.ok(!elsewhere.includes(fix.command), `${code}: ${fix.command}`);
          assert.notDeepEqual(fix.arguments, ['openclawBedrock'], code);
        }
      }
    }
  });

  it('name the proxy, and tell one that asks for a password from one that does not connect', () => {
    const proxied = (shape: ErrorShape & { syscall?: string }) =>
      problemOf(
        Object.assign(failure(shape), { proxy: 'http://proxy.corp:8080', syscall: shape.syscall }),
        attempt(),
      );
    const tunnel = (answer: string) => ({
      message: `Failed to establish tunnel to a:443 via http://proxy.corp:8080/: HTTP/1.1 ${answer}`,
      code: 'ERR_PROXY_TUNNEL',
    });
    const password = proxied(tunnel('407 Proxy Authentication Required'));
    assert.match(password.title, /password/);
    assert.match(password.explanation, /^http:\/\/proxy\.corp:8080 lets nobody/);
    assert.match(
      proxied(tunnel('403 Forbidden')).explanation,
      /^http:\/\/proxy\.corp:8080 \(HTTP\/1\.1 403 Forbidden\)/,
    );
    const refused = { message: 'connect ECONNREFUSED', code: 'ECONNREFUSED', syscall: 'connect' };
    assert.match(proxied(refused).explanation, /^http:\/\/proxy\.corp:8080 \(ECONNREFUSED\)/);
    // Once there is a tunnel, what breaks is not the proxy's doing.
    const reset = { message: 'read ECONNRESET', code: 'ECONNRESET', syscall: 'read' };
    assert.equal(proxied(reset).code, 'unreachable');
  });

  it('say with what and where Bedrock was asked', () => {
    assert.match(say(TEXTS['no-credentials']![0]!).explanation, /AWS profile "dev" \(AWS_PROFILE\)/);
    assert.match(say(TEXTS['model-unknown']![0]!).title, /eu-west-1/);
    assert.match(say(TEXTS['model-unknown']![0]!).explanation, /acme\.one-v1:0/);
    assert.match(say(TEXTS['model-needs-profile']![0]!).explanation, /acme\.one-v1:0/);
  });

  it('name the endpoint that could not be reached: of the service asked, or the configured one', () => {
    const unreachable = TEXTS['unreachable']![0]!;
    const explanation = (operation: Operation, layer?: ConnectionLayer) =>
      say(unreachable, attempt(operation, layer)).explanation;
    assert.match(explanation('ListInferenceProfiles'), / bedrock\.eu-west-1\.amazonaws\.com/);
    assert.match(explanation('Converse'), / bedrock-runtime\.eu-west-1\.amazonaws\.com/);
    const layer = { from: 'settings', endpoint: 'https://gateway.example' } as const;
    assert.match(explanation('ListFoundationModels', layer), /https:\/\/gateway\.example/);
    assert.match(explanation('Converse', layer), /https:\/\/gateway\.example/);
    const china = { from: 'settings', region: 'cn-north-1' } as const;
    assert.match(explanation('Converse', china), / bedrock-runtime\.cn-north-1\.amazonaws\.com\.cn\./);
    assert.match(explanation('GetCallerIdentity', china), / sts\.cn-north-1\.amazonaws\.com\.cn\./);
  });

  it('tell a daily quota from a moment’s throttling', () => {
    const [, moment] = TEXTS['throttled']!;
    const [day] = TEXTS['quota-used-up']!;
    assert.match(say(moment!).explanation, /Wait a moment/);
    assert.match(say(day!).explanation, /daily token quota/);
  });

  it('lead to the model catalog of the region, in its partition', () => {
    const page = (layer?: ConnectionLayer) => {
      const [fix] = say(TEXTS['model-access']![0]!, attempt('ConverseStream', layer)).fixes;
      return fix && 'url' in fix ? fix.url : undefined;
    };
    const path = (region: string) => `/bedrock/home?region=${region}#/model-catalog`;
    assert.equal(page(), `https://eu-west-1.console.aws.amazon.com${path('eu-west-1')}`);
    assert.equal(
      page({ from: 'settings', region: 'us-gov-west-1' }),
      `https://us-gov-west-1.console.amazonaws-us-gov.com${path('us-gov-west-1')}`,
    );
  });

  it('quote a refusal with one full stop', () => {
    for (const message of ['Too many tools', 'Too many tools.', ' Too many tools. ']) {
      assert.match(say(invalid(message)).explanation, /says: Too many tools\. Try/);
    }
  });

  it('name how long a conversation is: by the service’s figures, else by our estimate', () => {
    const long = invalid('prompt is too long: 208310 tokens > 200000 maximum');
    assert.match(
      say(long).explanation,
      /^It has 208,310 tokens, and the model takes 200,000\. Start a new chat/,
    );
    const estimated = { ...attempt('ConverseStream'), tokens: { sent: 9_000, window: 8_000 } };
    const plain = invalid('Input is too long for requested model.');
    assert.match(
      say(plain, estimated).explanation,
      /^It has about 9,000 tokens, and the model takes 8,000\. Start/,
    );
    assert.match(say(plain).explanation, /^Start a new chat/);
  });

  it('have only fixes that can be taken', () => {
    const commands = [
      'openclawBedrock.copyIamPolicy',
      'openclawBedrock.refreshModels',
      'openclawBedrock.selectProfile',
      'openclawBedrock.selectRegion',
      'openclawBedrock.selectRoutePolicy',
      'openclawBedrock.setApiKey',
      'workbench.action.openSettings',
      'workbench.action.chat.manage',
    ];
    for (const shape of Object.values(TEXTS).flat()) {
      for (const fix of say(shape).fixes) {
        if ('url' in fix) assert.ok(URL.canParse(fix.url), fix.url);
        else assert.ok(commands.includes(fix.command), fix.command);
      }
    }
  });
});

describe('problems of Bedrock: other things thrown', () => {
  it('keep a problem that is one already', () => {
    const problem: Problem = { code: 'stream-cut', title: 'Cut', explanation: 'Ask again.', fixes: [] };
    assert.equal(problemOf(new ProblemError(problem), attempt()), problem);
  });

  it('take anything', () => {
    for (const thrown of [undefined, null, 'text', 42, {}, new Error('')]) {
      const { code, explanation } = problemOf(thrown, attempt());
      assert.equal(code, 'unexpected');
      assert.notEqual(explanation, '');
    }
    assert.match(problemOf('text', attempt()).explanation, /^text\. /);
  });

  it('take the status from the response where the SDK has no metadata', () => {
    const error = Object.assign(new Error('odd'), { $response: { statusCode: 503 } });
    assert.equal(problemOf(error, attempt()).code, 'service-error');
  });

  it('say where there are no models, and why that can be', () => {
    const { code, title, explanation } = noModels(byProfile);
    assert.equal(code, 'no-models');
    assert.match(title, /eu-west-1/);
    assert.match(explanation, /AWS profile "dev"/);
  });
});

describeRecorded('problems of recorded refusals', 'bedrock', data => {
  for (const file of data.files('errors')) {
    it(file, () => {
      const { op, status, response } = data.json(file) as {
        op: Operation;
        status: number;
        response: { message: string };
      };
      const error = failure({ name: 'ValidationException', status, ...response });
      assert.equal(problemOf(error, attempt(op)).code, 'model-unknown');
    });
  }
});
