import assert from 'node:assert/strict';
import { signInArguments, variablesFor } from '../../../src/commands/signInCommand.ts';

describe('signing in with the AWS CLI', () => {
  it('names the profile, and asks for a code where no browser can call back', () => {
    assert.deepEqual(signInArguments('a "b"', 'sso', false), ['sso', 'login', '--profile', 'a "b"']);
    assert.deepEqual(signInArguments('dev', 'sso', true), [
      ...['sso', 'login', '--profile', 'dev'],
      '--use-device-code',
    ]);
    assert.deepEqual(signInArguments('dev', 'login', false), ['login', '--profile', 'dev']);
    assert.deepEqual(signInArguments('dev', 'login', true), ['login', '--profile', 'dev', '--remote']);
  });

  it('gets the files and the way to AWS that OpenClaw has, and no credentials', () => {
    const passed = {
      AWS_CONFIG_FILE: '/c',
      AWS_SHARED_CREDENTIALS_FILE: '/s',
      AWS_CA_BUNDLE: '/ca.pem',
      AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
      AWS_ENDPOINT_URL_SSO_OIDC: 'http://127.0.0.1:2',
      HTTPS_PROXY: 'http://proxy',
      http_proxy: 'http://proxy',
      no_proxy: 'localhost',
    };
    const held = {
      AWS_ACCESS_KEY_ID: 'AKIA',
      AWS_SECRET_ACCESS_KEY: 'secret',
      AWS_SESSION_TOKEN: 'secret',
      AWS_BEARER_TOKEN_BEDROCK: 'secret',
      AWS_PROFILE: 'other',
      PATH: '/bin',
      AWS_CONFIG_FILE_X: '/x',
    };
    assert.deepEqual(variablesFor({ ...passed, ...held, HTTP_PROXY: undefined }), passed);
  });
});
