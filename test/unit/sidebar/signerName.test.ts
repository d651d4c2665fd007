import assert from 'node:assert/strict';
import {
  type ConnectionLayer,
  detectConnection,
  type Environment,
  processVariables,
} from '../../../src/bedrock/connection/connection.ts';
import type { SignedBy } from '../../../src/bedrock/connection/signing.ts';
import { signerName } from '../../../src/sidebar/signerName.ts';

const KEYS = { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE', AWS_SECRET_ACCESS_KEY: 'secret' };

describe('what signs, in a few words', () => {
  const foreseen = (environment: Environment, layers: ConnectionLayer[] = []) =>
    signerName(detectConnection(processVariables(environment), layers), undefined);

  it('is foreseen where something says so', () => {
    assert.equal(foreseen({ AWS_BEARER_TOKEN_BEDROCK: 'key' }), 'API key');
    assert.equal(foreseen(KEYS), 'access keys');
    assert.equal(foreseen({ AWS_PROFILE: 'dev' }), 'profile dev');
    assert.equal(foreseen({}, [{ from: 'settings', profile: 'default' }]), 'profile default');
  });

  it('is left open where only the first request tells', () => {
    assert.equal(foreseen({}), '');
    assert.equal(foreseen({ AWS_PROFILE: 'default' }), '');
  });

  it('is what signed, once something did', () => {
    const signed = (signedBy: SignedBy) =>
      signerName(detectConnection(processVariables({ AWS_PROFILE: 'default' }), []), signedBy);
    assert.equal(signed({ source: 'instance-role' }), 'instance role');
    assert.equal(signed({ source: 'container' }), 'role of the container');
    assert.equal(signed({ source: 'web-identity' }), 'web identity');
    assert.equal(signed({ source: 'web-identity', profile: 'pod' }), 'profile pod');
    assert.equal(signed({ source: 'static-profile' }), 'profile default');
  });
});
