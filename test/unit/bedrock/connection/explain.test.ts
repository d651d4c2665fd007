import assert from 'node:assert/strict';
import {
  type ConnectionLayer,
  detectConnection,
  type Environment,
  processVariables,
} from '../../../../src/bedrock/connection/connection.ts';
import {
  explainConnection,
  explainRegion,
  explainSignedBy,
} from '../../../../src/bedrock/connection/explain.ts';
import type { SignedBy } from '../../../../src/bedrock/connection/signing.ts';

describe('connection in words', () => {
  const cases: [environment: Environment, layers: ConnectionLayer[], words: string][] = [
    [{}, [], 'AWS default credential chain, region us-east-1 (default)'],
    [
      { AWS_BEARER_TOKEN_BEDROCK: 'secret', AWS_REGION: 'eu-west-1' },
      [],
      'Bedrock API key (AWS_BEARER_TOKEN_BEDROCK), region eu-west-1 (AWS_REGION)',
    ],
    [
      { AWS_ACCESS_KEY_ID: 'AKID', AWS_SECRET_ACCESS_KEY: 'secret', AWS_DEFAULT_REGION: 'eu-west-3' },
      [],
      'access keys (AWS_ACCESS_KEY_ID), region eu-west-3 (AWS_DEFAULT_REGION)',
    ],
    [
      { AWS_PROFILE: 'dev' },
      [{ from: 'openclaw', region: 'sa-east-1' }],
      'AWS profile "dev" (AWS_PROFILE), region sa-east-1 (OpenClaw config)',
    ],
    [
      {},
      [{ from: 'settings', profile: 'dev', region: 'sa-east-1' }],
      'AWS profile "dev" (settings), region sa-east-1 (settings)',
    ],
    [
      {},
      [{ from: 'group', apiKey: 'secret', region: 'sa-east-1' }],
      'Bedrock API key (model configuration), region sa-east-1 (model configuration)',
    ],
  ];
  for (const [environment, layers, words] of cases) {
    it(words, () => {
      const connection = detectConnection(processVariables(environment), layers);
      assert.equal(explainConnection(connection), words);
    });
  }

  it('says which region and why', () => {
    const { region } = detectConnection(processVariables({ AWS_REGION: 'eu-west-1' }), []);
    assert.equal(explainRegion(region), 'eu-west-1 (AWS_REGION)');
  });
});

describe('what signed, in words', () => {
  const words: [SignedBy, string][] = [
    [{ source: 'api-key' }, 'Bedrock API key'],
    [{ source: 'access-keys' }, 'access keys'],
    [{ source: 'static-profile', profile: 'dev' }, 'access keys of the profile "dev"'],
    [{ source: 'sso', profile: 'dev' }, 'single sign-on of the profile "dev"'],
    [{ source: 'login', profile: 'dev' }, 'console sign-in of the profile "dev"'],
    [{ source: 'assumed-role', profile: 'dev' }, 'role of the profile "dev"'],
    [{ source: 'process', profile: 'dev' }, 'credential_process of the profile "dev"'],
    [{ source: 'web-identity', profile: 'dev' }, 'role by web identity of the profile "dev"'],
    [{ source: 'web-identity' }, 'role by web identity token'],
    [{ source: 'container' }, 'container credentials'],
    [{ source: 'instance-role' }, 'instance role of this machine'],
  ];
  for (const [signedBy, expected] of words) {
    it(expected, () => {
      assert.equal(explainSignedBy(signedBy), expected);
    });
  }

  it('with its end', () => {
    const expiration = new Date(2026, 1, 3, 14, 30);
    assert.equal(
      explainSignedBy({ source: 'container', expiration }),
      `container credentials, until ${expiration.toLocaleString()}`,
    );
  });
});
