import assert from 'node:assert/strict';
import { withoutSecrets } from '../../src/withoutSecrets.ts';

const SECRET = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYzEXAMPLEKEY';

const HIDDEN: readonly (readonly [what: string, text: string, left: string])[] = [
  ['an access key', 'The key AKIAIOSFODNN7EXAMPLE is not active.', 'The key ••• is not active.'],
  ['a secret', `The secret ${SECRET}, sorry`, 'The secret •••, sorry'],
  ['an API key', 'ABSKQmVkcm9ja0FQSUtleS is not valid.', '••• is not valid.'],
  ['an API key for hours', 'bedrock-api-key-YmVkcm9jay5hbWF6==', '•••'],
  ['a bearer token', 'authorization: Bearer simple.token.1 came', 'authorization: Bearer ••• came'],
  [
    'a password in a URL',
    'No way to http://jane:p@ss@proxy.example:8080/x',
    'No way to http://•••@proxy.example:8080/x',
  ],
  [
    'what signs a URL',
    'GET https://a.example/?X-Amz-Signature=0f1e&X-Amz-Date=20260101',
    'GET https://a.example/?X-Amz-Signature=•••&X-Amz-Date=20260101',
  ],
  [
    'what was signed',
    `x-amz-security-token:IQoJb3JpZ2luX2VjEHMa\n${'0f'.repeat(32)}`,
    'x-amz-security-token:•••\n•••',
  ],
  ['a code in a form', 'Action=AssumeRole&TokenCode=493817', 'Action=AssumeRole&TokenCode=•••'],
  ['a JSON web token', 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0AB.x', '•••.•••.x'],
];

/** What people need to read, and what looks random at first sight. */
const KEPT = [
  'User: arn:aws:sts::123456789012:assumed-role/AWSReservedSSO_Developer_0123456789abcdef/Jane is not authorized to perform: bedrock:InvokeModel on resource: arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-sonnet-4-5-20250929-v1:0',
  'e5f8a9c0-1234-4abc-9def-0123456789ab',
  'ListFoundationModels · 403 · UnrecognizedClientException',
  'us.anthropic.claude-sonnet-4-5-20250929-v1:0 in us-gov-west-1',
  'ENOENT: no such file or directory, open /home/jane/.aws/sso/cache/x.json',
  'String should match pattern ^[a-zA-Z0-9_-]{1,64}$ at tools.0.custom.name',
  'connect ECONNREFUSED 127.0.0.1:8080, https://bedrock-runtime.us-east-1.amazonaws.com',
  'The profile AdministratorAccess-123456789012 is not signed in, nor PowerUserAccess-123456789012',
  '/Users/Jane2/Library/Application/config could not be read',
  "open '/Users/jane/Projects2024/openclaw/openclaw.json'",
  'AWSReservedSSO_AdministratorAccess_0123456789abcdef',
  'The tool mcp_GitHub2_searchRepositories is not there',
  `~/.aws/sso/cache/${'0f'.repeat(20)}.json`,
  'max_tokens=8192, maxTokens=5, keyboard=qwerty, monkey=1',
  'The bearer token is missing; the token has expired.',
];

describe('a text without secrets', () => {
  for (const [what, text, left] of HIDDEN) {
    it(`hides ${what}`, () => assert.equal(withoutSecrets(text), left));
  }

  for (const text of KEPT) {
    it(`keeps ${text.slice(0, 50)}`, () => assert.equal(withoutSecrets(text), text));
  }

  it('takes no longer for a long text than it must', () => {
    for (const part of ['a.', 'a-', 'key', 'aB3/', '://', 'arn:', 'Bearer ']) {
      const startedAt = performance.now();
      withoutSecrets(part.repeat(100_000));
      assert.ok(performance.now() - startedAt < 2_000, part);
    }
  });

  it('hides what is known to be one, whatever it looks like', () => {
    assert.equal(withoutSecrets('open sesame, open sesame!', ['open sesame']), '•••, •••!');
  });
});
