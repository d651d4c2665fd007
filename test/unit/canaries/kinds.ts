/** Every kind of credentials that requests to Bedrock are signed with, each made of canaries. */
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startContainer } from '../../aws/container.ts';
import { startCredentialProcess } from '../../aws/credentialProcess.ts';
import { startImds } from '../../aws/imds.ts';
import type { Issuer } from '../../aws/issuer.ts';
import { mfaSerial } from '../../aws/mfa.ts';
import { startSso } from '../../aws/sso.ts';
import { roleArn, startSts } from '../../aws/sts.ts';
import type { Canary } from '../../canaries.ts';
import type { ClientsOptions, ClientsWorld } from '../bedrock/clientsWorld.ts';

/** How the clients are made that sign with it, and the secrets that are there before anybody is asked for others. */
export interface Planted {
  readonly options: ClientsOptions;
  readonly canaries: readonly Canary[];
}

export const KEYS = {
  AWS_ACCESS_KEY_ID: 'AKIAQ3EGRZLXCANARY7T',
  AWS_SECRET_ACCESS_KEY: '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',
};
export const MFA_CODE = '493817';

const SECRET_KEY = { kind: 'secret access key', value: KEYS.AWS_SECRET_ACCESS_KEY };
const KEY_FILE = `aws_access_key_id = ${KEYS.AWS_ACCESS_KEY_ID}\naws_secret_access_key = ${KEYS.AWS_SECRET_ACCESS_KEY}\n`;
const DEV: ClientsOptions = { layer: { profile: 'dev' } };
const random = (bytes: number) => randomBytes(bytes).toString('base64');

export const KINDS: Readonly<Record<string, (world: ClientsWorld) => Promise<Planted>>> = {
  'a Bedrock API key': () => {
    const value = `ABSKQmVkcm9ja0FQSUtleS${random(60)}`;
    return given({ AWS_BEARER_TOKEN_BEDROCK: value }, [{ kind: 'API key', value }]);
  },
  'a key of a gateway, which looks like nothing': () => {
    const value = 'correct-horse-battery-staple';
    return Promise.resolve({ options: { layer: { apiKey: value } }, canaries: [{ kind: 'API key', value }] });
  },
  'access keys with a session token': () => {
    const token = `IQoJb3JpZ2luX2Vj${random(120)}`;
    return given({ ...KEYS, AWS_SESSION_TOKEN: token }, [
      SECRET_KEY,
      { kind: 'session token', value: token },
    ]);
  },
  'keys in the credentials file': async world => {
    world.home.writeCredentials(
      `[dev]\n${KEY_FILE}aws_session_token = IQoJb3JpZ2luX2Vj+fromFile9Zt7kQ/sLm4wXe==\n`,
    );
    const token = { kind: 'session token', value: 'IQoJb3JpZ2luX2Vj+fromFile9Zt7kQ/sLm4wXe==' };
    return Promise.resolve({ options: DEV, canaries: [SECRET_KEY, token] });
  },
  'single sign-on': async world => {
    const sso = await world.with(startSso({ issuer: world.issuer }));
    const token = sso.signIn();
    world.home.writeConfig(sso.profile('dev', 'company'));
    world.home.writeSsoToken('company', token);
    return { options: DEV, canaries: ssoCanaries(token) };
  },
  'a credential process': async world => {
    const process = await world.with(startCredentialProcess({ issuer: world.issuer }));
    world.home.writeConfig(`[profile dev]\ncredential_process = ${process.command}\n`);
    return { options: DEV, canaries: [] };
  },
  'an instance role': async world => {
    await world.with(startImds({ issuer: world.issuer }));
    return { options: {}, canaries: [] };
  },
  'a container': async world => {
    const { tokenEnv, ...server } = await startContainer({ issuer: world.issuer });
    await world.with(Promise.resolve({ ...server, env: tokenEnv }));
    const value = tokenEnv['AWS_CONTAINER_AUTHORIZATION_TOKEN'] ?? '';
    return { options: {}, canaries: [{ kind: 'container token', value }] };
  },
  'a role with an MFA code': async world => {
    const { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret } = KEYS;
    const roles = { guarded: { needsMfa: true } };
    await world.with(
      startSts({ issuer: world.issuer, roles, accessKeys: { [id]: secret }, mfaCodes: [MFA_CODE] }),
    );
    world.home.writeConfig(
      `[profile dev]\nrole_arn = ${roleArn('guarded')}\nsource_profile = user\nmfa_serial = ${mfaSerial}\n[profile user]\n${KEY_FILE}`,
    );
    const context = { askMfaCode: () => Promise.resolve(MFA_CODE) };
    return { options: { ...DEV, context }, canaries: [SECRET_KEY] };
  },
  'a web identity': async world => {
    const value = `eyJhbGciOiJSUzI1NiJ9.${randomBytes(40).toString('base64url')}.${randomBytes(40).toString('base64url')}`;
    await world.with(startSts({ issuer: world.issuer, roles: { pod: { webIdentityToken: value } } }));
    const file = join(world.home.path, 'web-identity-token');
    writeFileSync(file, value);
    const variables = { AWS_WEB_IDENTITY_TOKEN_FILE: file, AWS_ROLE_ARN: roleArn('pod') };
    return { options: { variables }, canaries: [{ kind: 'web identity token', value }] };
  },
};

/** All that was handed out, whoever asked. */
export function issuedCanaries({ issued }: Issuer): Canary[] {
  return issued.flatMap(({ source, secretAccessKey, sessionToken }) => [
    { kind: `secret access key of ${source}`, value: secretAccessKey },
    // They all begin alike.
    { kind: `session token of ${source}`, value: sessionToken.slice(16) },
  ]);
}

export function ssoCanaries({ accessToken, refreshToken = '', clientSecret = '' }: SsoSecrets): Canary[] {
  return [
    { kind: 'SSO access token', value: accessToken },
    { kind: 'SSO refresh token', value: refreshToken },
    { kind: 'SSO client secret', value: clientSecret },
  ];
}

interface SsoSecrets {
  readonly accessToken: string;
  readonly refreshToken?: string;
  readonly clientSecret?: string;
}

function given(variables: Readonly<Record<string, string>>, canaries: readonly Canary[]): Promise<Planted> {
  return Promise.resolve({ options: { variables }, canaries });
}
