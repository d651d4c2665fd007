import assert from 'node:assert/strict';
import {
  type ConnectionLayer,
  detectConnection,
  type Environment,
  processVariables,
} from '../../../../src/bedrock/connection/connection.ts';
import { differencesOf } from '../../../../src/bedrock/connection/differences.ts';
import type { Problem } from '../../../../src/problem.ts';

const BEARER = { AWS_BEARER_TOKEN_BEDROCK: 'bedrock-api-key-abc' };

function differences(environment: Environment, layer: ConnectionLayer, its?: ConnectionLayer): Problem[] {
  const variables = processVariables(environment);
  const layers = its ? [its] : [];
  return differencesOf(detectConnection(variables, [layer, ...layers]), detectConnection(variables, layers));
}

function only(...world: Parameters<typeof differences>): Problem {
  const [problem, ...others] = differences(...world);
  assert.deepEqual(others, []);
  return problem!;
}

const actions = ({ fixes }: Problem) =>
  fixes.map(fix => ('command' in fix ? [fix.command, fix.arguments] : fix.url));

describe('differences between the editor and OpenClaw', () => {
  it('are none where both use the same', () => {
    assert.deepEqual(differences({ AWS_PROFILE: 'dev' }, { from: 'settings' }), []);
    assert.deepEqual(differences({ AWS_PROFILE: 'dev' }, { from: 'settings', profile: 'dev' }), []);
    assert.deepEqual(differences(BEARER, { from: 'group', apiKey: 'bedrock-api-key-abc' }), []);
    assert.deepEqual(differences({}, { from: 'group', region: 'us-east-1' }), []);
    assert.deepEqual(
      differences(
        { AWS_ENDPOINT_URL: 'https://one.example' },
        { from: 'settings', endpoint: 'https://one.example' },
      ),
      [],
    );
  });

  it('are regions', () => {
    const its: ConnectionLayer = { from: 'openclaw', region: 'sa-east-1' };
    const problem = only({}, { from: 'settings', region: 'eu-west-1' }, its);
    assert.equal(problem.code, 'region-differs');
    assert.match(problem.explanation, /eu-west-1 \(settings\), OpenClaw uses sa-east-1 \(OpenClaw config\)/);
    assert.deepEqual(actions(problem), [
      ['openclawBedrock.configureDiscovery', [{ region: 'eu-west-1' }, { ask: true }]],
      ['openclawBedrock.selectRegion', ['sa-east-1']],
    ]);
  });

  it('are regions of groups, which no setting changes', () => {
    const problem = only({}, { from: 'group', region: 'eu-west-1' });
    assert.deepEqual(actions(problem), [
      ['openclawBedrock.configureDiscovery', [{ region: 'eu-west-1' }, { ask: true }]],
    ]);
  });

  for (const from of ['secret-storage', 'group'] as const) {
    it(`are API keys that OpenClaw does not have: ${from}`, () => {
      const problem = only(BEARER, { from, apiKey: 'another-key' });
      assert.equal(problem.code, 'credentials-differ');
      assert.match(problem.explanation, /AWS_BEARER_TOKEN_BEDROCK in OpenClaw’s \.env/);
      assert.deepEqual(actions(problem), ['https://docs.openclaw.ai/help/environment']);
      assert.doesNotMatch(JSON.stringify(problem), /another-key|abc/);
    });
  }

  it('are profiles, which OpenClaw can be given', () => {
    const problem = only({ AWS_PROFILE: 'prod' }, { from: 'group', profile: 'dev' });
    assert.equal(problem.code, 'credentials-differ');
    assert.match(problem.explanation, /"dev" \(model configuration\), OpenClaw uses AWS profile "prod"/);
    assert.deepEqual(actions(problem), [['openclawBedrock.setOpenClawProfile', ['dev']]]);
  });

  it('are profiles that OpenClaw’s API key goes before', () => {
    const problem = only(BEARER, { from: 'settings', profile: 'dev' });
    assert.match(problem.explanation, /OpenClaw’s API key goes before anything else until you remove it\./);
    assert.deepEqual(actions(problem), ['https://docs.openclaw.ai/help/environment']);
  });

  it('are profiles where OpenClaw signs with keys', () => {
    const keys = { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI' };
    const problem = only(keys, { from: 'settings', profile: 'dev' });
    assert.deepEqual(actions(problem), [['openclawBedrock.setOpenClawProfile', ['dev']]]);
  });

  it('are endpoints, of which only the host is told', () => {
    const endpoint = 'https://user:pass@gateway.example:8443/bedrock?key=secret';
    const problem = only({}, { from: 'settings', endpoint });
    assert.equal(problem.code, 'endpoint-differs');
    assert.match(
      problem.explanation,
      /at gateway\.example:8443, OpenClaw at bedrock-runtime\.us-east-1\.amazonaws\.com\..* AWS_ENDPOINT_URL_BEDROCK_RUNTIME /,
    );
  });

  it('are endpoints for lists alone', () => {
    const endpoint = 'https://vpce-1.bedrock.us-east-1.vpce.amazonaws.com';
    const problem = only({}, { from: 'settings', endpoint });
    assert.match(problem.explanation, /vpce-1\.bedrock\..*at bedrock\.us-east-1.* AWS_ENDPOINT_URL_BEDROCK /);
  });
});
