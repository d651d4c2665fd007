import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Profile, readProfiles } from '../../../../src/bedrock/connection/profiles.ts';

const CONFIG = `
[default]
region = eu-central-1

[profile sso]
sso_session = work
sso_account_id = 111122223333
sso_role_name = Dev
region = eu-west-1
ca_bundle = /etc/company.pem

[profile sso-older]
sso_start_url = https://example.awsapps.com/start
sso_region = us-east-1
sso_account_id = 111122223333
sso_role_name = Dev

[sso-session work]
sso_start_url = https://example.awsapps.com/start
sso_region = us-east-1

[services local]
bedrock =
  endpoint_url = http://127.0.0.1:1

[profile role-on-sso]
role_arn = arn:aws:iam::111122223333:role/Bedrock
source_profile = sso

[profile role-on-role]
role_arn = arn:aws:iam::111122223333:role/Other
source_profile = role-on-sso
mfa_serial = arn:aws:iam::111122223333:mfa/ann

[profile role-on-mfa]
role_arn = arn:aws:iam::111122223333:role/Third
source_profile = role-on-role

[profile role-on-keys]
role_arn = arn:aws:iam::111122223333:role/Bedrock
source_profile = keys

[profile role-with-keys]
role_arn = arn:aws:iam::111122223333:role/Bedrock
source_profile = sso
aws_access_key_id = AKIAEXAMPLE
aws_secret_access_key = example

[profile role-on-role-with-keys]
role_arn = arn:aws:iam::111122223333:role/Bedrock
source_profile = role-with-keys

[profile role-on-itself]
role_arn = arn:aws:iam::111122223333:role/Bedrock
source_profile = role-on-itself

[profile role-on-nothing]
role_arn = arn:aws:iam::111122223333:role/Bedrock
source_profile = gone

[profile role-on-console]
role_arn = arn:aws:iam::111122223333:role/Bedrock
source_profile = console

[profile role-of-the-instance]
role_arn = arn:aws:iam::111122223333:role/Bedrock
credential_source = Ec2InstanceMetadata

[profile role-of-both]
role_arn = arn:aws:iam::111122223333:role/Bedrock
source_profile = keys
credential_source = Ec2InstanceMetadata

[profile pod]
role_arn = arn:aws:iam::111122223333:role/Bedrock
web_identity_token_file = /var/run/token

[profile "with.dot"]
credential_process = /opt/keys --json

[profile console]
login_session = arn:aws:iam::111122223333:user/ann

[profile region-only]
region = sa-east-1
`;

const CREDENTIALS = `
[default]
aws_access_key_id = AKIAEXAMPLE
aws_secret_access_key = example

[keys]
aws_access_key_id = AKIAEXAMPLE
aws_secret_access_key = example
aws_session_token = example

[half]
aws_access_key_id = AKIAEXAMPLE
`;

describe('profiles', () => {
  let folder: string;
  let environment: Record<string, string>;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'openclaw-bedrock-profiles-'));
    environment = {
      AWS_CONFIG_FILE: join(folder, 'config'),
      AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'),
    };
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const read = async (config?: string, credentials?: string) => {
    if (config !== undefined) writeFileSync(environment['AWS_CONFIG_FILE']!, config);
    if (credentials !== undefined) writeFileSync(environment['AWS_SHARED_CREDENTIALS_FILE']!, credentials);
    return (await readProfiles(environment)).list;
  };

  const role = { kind: 'role', usesMfa: false } as const;
  const sso = { name: 'sso', kind: 'sso' } as const;
  const expected: Record<string, Omit<Profile, 'name'>> = {
    default: { kind: 'static', region: 'eu-central-1', usesMfa: false },
    sso: {
      kind: 'sso',
      region: 'eu-west-1',
      signIn: 'sso',
      usesMfa: false,
      caBundle: '/etc/company.pem',
    },
    'sso-older': { kind: 'sso', signIn: 'sso-older', usesMfa: false },
    'role-on-sso': { ...role, source: 'sso', base: sso, signIn: 'sso' },
    'role-on-role': { ...role, source: 'role-on-sso', base: sso, signIn: 'sso', usesMfa: true },
    'role-on-mfa': { ...role, source: 'role-on-role', base: sso, signIn: 'sso', usesMfa: true },
    'role-on-keys': { ...role, source: 'keys', base: { name: 'keys', kind: 'static' } },
    'role-with-keys': { ...role, source: 'sso', base: sso, signIn: 'sso' },
    'role-on-role-with-keys': {
      ...role,
      source: 'role-with-keys',
      base: { name: 'role-with-keys', kind: 'static' },
    },
    'role-on-console': {
      ...role,
      source: 'console',
      base: { name: 'console', kind: 'login' },
      signIn: 'console',
    },
    'role-on-itself': { ...role, source: 'role-on-itself' },
    'role-on-nothing': { ...role, source: 'gone', base: { name: 'gone', kind: 'none' } },
    'role-of-the-instance': { ...role, credentialSource: 'Ec2InstanceMetadata' },
    'role-of-both': { ...role, kind: 'none', source: 'keys', credentialSource: 'Ec2InstanceMetadata' },
    pod: { kind: 'web-identity', usesMfa: false },
    'with.dot': { kind: 'process', usesMfa: false },
    console: { kind: 'login', signIn: 'console', usesMfa: false },
    'region-only': { kind: 'none', region: 'sa-east-1', usesMfa: false },
    keys: { kind: 'static', usesMfa: false },
    half: { kind: 'none', usesMfa: false },
  };
  for (const [name, profile] of Object.entries(expected)) {
    it(`tell what they sign with: ${name}`, async () => {
      const list = await read(CONFIG, CREDENTIALS);
      assert.deepEqual(
        list.find(each => each.name === name),
        { name, ...profile },
      );
    });
  }

  it('are all the profiles of both files, and nothing else of them', async () => {
    const names = (await read(CONFIG, CREDENTIALS)).map(({ name }) => name);
    assert.deepEqual(names.sort(), Object.keys(expected).sort());
  });

  it('are read afresh each time', async () => {
    assert.deepEqual(await read('[profile one]\nregion = eu-west-1\n'), [
      { name: 'one', kind: 'none', region: 'eu-west-1', usesMfa: false },
    ]);
    assert.deepEqual(
      (await read('[profile two]\nregion = eu-west-1\n')).map(({ name }) => name),
      ['two'],
    );
  });

  it('are none where the files are missing', async () => assert.deepEqual(await read(), []));

  it('hold no secret', async () => {
    const secret = '[keys]\naws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = wJalrXUtnFEMI\n';
    assert.doesNotMatch(JSON.stringify(await read('', secret)), /AKIA|wJalr/);
  });
});
