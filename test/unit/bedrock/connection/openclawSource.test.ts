import assert from 'node:assert/strict';
import { type Environment, processVariables } from '../../../../src/bedrock/connection/connection.ts';
import { openclawSource } from '../../../../src/bedrock/connection/openclawSource.ts';

// What the real OpenClaw says of all combinations is asked in test/openclaw/credentials.test.ts.
describe('the source that OpenClaw names', () => {
  const cases: [environment: Environment, kind: string, label: string][] = [
    [{}, 'default-chain', 'aws-sdk default chain'],
    [{ AWS_PROFILE: ' dev ' }, 'profile', 'env: AWS_PROFILE'],
    [{ AWS_PROFILE: ' \t' }, 'default-chain', 'aws-sdk default chain'],
    [
      { AWS_PROFILE: 'dev', AWS_ACCESS_KEY_ID: 'AKID', AWS_SECRET_ACCESS_KEY: 'secret' },
      'access-keys',
      'env: AWS_ACCESS_KEY_ID + AWS_SECRET_ACCESS_KEY',
    ],
    [
      { AWS_PROFILE: 'dev', AWS_ACCESS_KEY_ID: 'AKID', AWS_SECRET_ACCESS_KEY: ' ' },
      'profile',
      'env: AWS_PROFILE',
    ],
    [{ AWS_PROFILE: 'dev', AWS_BEARER_TOKEN_BEDROCK: 'key' }, 'bearer', 'env: AWS_BEARER_TOKEN_BEDROCK'],
  ];
  for (const [environment, kind, label] of cases) {
    it(`is "${label}" for ${JSON.stringify(environment)}`, () => {
      assert.deepEqual(openclawSource(processVariables(environment)), { kind, label });
    });
  }
});
