import assert from 'node:assert/strict';
import {
  type ConnectionLayer,
  detectConnection,
  type Environment,
  processVariables,
} from '../../../../src/bedrock/connection/connection.ts';
import { explainConnection, explainRegion } from '../../../../src/bedrock/connection/explain.ts';

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
