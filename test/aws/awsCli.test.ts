/** The stand-in for the AWS CLI: the SDK uses what it caches. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { fromSSO } from '@aws-sdk/credential-providers';

import { assertIssued } from './assertIssued.ts';
import { installAwsCli, type AwsCli } from './awsCli.ts';
import { makeAwsHome, type AwsHome } from './awsHome.ts';
import { withEnvironment } from './environment.ts';
import { Issuer } from './issuer.ts';
import { startSso, type Sso } from './sso.ts';

describe('local AWS: the command aws', () => {
  const issuer = new Issuer();
  let sso: Sso;
  let home: AwsHome;
  let cli: AwsCli;

  before(async () => {
    sso = await startSso({ issuer });
    home = makeAwsHome({ config: sso.profile('new', 'cli-session') + sso.profile('old') });
    cli = installAwsCli({ ...home.env, ...sso.env });
  });
  after(() => {
    cli.remove();
    home.remove();
    return sso.close();
  });

  /** By name, so that it is found on the PATH. */
  const aws = (...args: string[]) =>
    promisify(execFile)('aws', args, { env: cli.env, shell: process.platform === 'win32' });
  const provide = (profile: string) =>
    withEnvironment({ ...home.env, ...sso.env }, () => fromSSO({ profile })());

  it('says a version', async () => {
    assert.match((await aws('--version')).stdout, /^aws-cli\/2\.\d+\.\d+ /);
  });

  it('signs in to a session, for the SDK to use and to refresh', async () => {
    await assert.rejects(provide('new'), { message: /was not found or is invalid/ });
    const { stdout } = await aws('sso', 'login', '--profile', 'new', '--use-device-code');
    assert.match(stdout, /Then enter the code:\n\n[A-Z]{4}-[A-Z]{4}\n/);
    assert.match(stdout, /Successfully logged into Start URL: https:\/\/example\.awsapps\.com\/start\n$/);
    assertIssued(issuer, 'sso:Developer', await provide('new'));

    const token = home.ssoToken('cli-session')!;
    assert.deepEqual(Object.keys(token).sort(), Object.keys(sso.signIn()).sort());
    const { clientId, clientSecret, refreshToken } = token;
    const body = JSON.stringify({ clientId, clientSecret, refreshToken, grantType: 'refresh_token' });
    assert.equal((await fetch(`${sso.url}/token`, { method: 'POST', body })).status, 200);
  });

  it('signs in to a portal of a profile of the old form, without a refresh token', async () => {
    await aws('sso', 'login', '--profile', 'old');
    assertIssued(issuer, 'sso:Developer', await provide('old'));
    const token = home.ssoToken(sso.startUrl)!;
    assert.equal(token.refreshToken, undefined);
    assert.match(token.expiresAt, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  it('keeps the token from others', () => {
    const [name = ''] = readdirSync(home.ssoCache);
    assert.equal(statSync(join(home.ssoCache, name)).mode & 0o777, 0o600);
  });

  it('waits for a person to approve', async () => {
    sso.oidc.approvesAtOnce = false;
    const login = aws('sso', 'login', '--profile', 'new', '--no-browser');
    await sso.waitFor(
      ({ path, body, status }) => path === '/token' && body.includes('device_code') && status === 400,
    );
    sso.approve();
    assert.match((await login).stdout, /^Browser will not be automatically opened\.\n/);
    sso.oidc.approvesAtOnce = true;
  });

  it('fails in words', async () => {
    const fails = async (args: string[], stderr: RegExp) => {
      await assert.rejects(aws(...args), { code: 255, stderr });
    };
    await fails(['sso', 'login', '--profile', 'none'], /The config profile \(none\) could not be found/);
    await fails(['s3', 'ls'], /The stand-in does not know: aws s3 ls/);
  });

  it('tells how it was called', async () => {
    const before = cli.calls().length;
    await aws('--version');
    assert.deepEqual(cli.calls().slice(before), [['--version']]);
  });
});
