/** The commands about connections, called with arguments, on real files and a simulated Bedrock. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import * as vscode from 'vscode';
import { type Bedrock, simulatedAccessKey } from '../bedrock/bedrock.ts';
import { run, useBedrock, useConfig } from './world.ts';

interface Result {
  changed?: boolean;
  problem?: { code: string; explanation: string };
}

const API_KEY = 'ABSKsimulatedBedrockApiKey';
const KEYS = [
  `aws_access_key_id = ${simulatedAccessKey.AWS_ACCESS_KEY_ID}`,
  `aws_secret_access_key = ${simulatedAccessKey.AWS_SECRET_ACCESS_KEY}`,
].join('\n');
const AWS_CONFIG = `[profile keys]
${KEYS}
region = eu-west-1

[profile sso]
sso_start_url = https://example.awsapps.com/start
sso_region = us-east-1
sso_account_id = 123456789012
sso_role_name = Dev

[profile role]
role_arn = arn:aws:iam::123456789012:role/Dev
source_profile = sso
`;

describe('commands about connections', () => {
  const folder = mkdtempSync(join(tmpdir(), 'openclaw-bedrock-connections-'));
  const restored: (() => void)[] = [];
  let bedrock: Bedrock;

  /** Sets a variable of the extension's own process until the tests are over. */
  function setVariable(name: string, value: string): void {
    const before = process.env[name];
    restored.push(() => {
      if (before === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = before;
    });
    process.env[name] = value;
  }

  before(async () => {
    writeFileSync(join(folder, 'config'), AWS_CONFIG);
    setVariable('AWS_CONFIG_FILE', join(folder, 'config'));
    setVariable('AWS_SHARED_CREDENTIALS_FILE', join(folder, 'credentials'));
    setVariable('OPENCLAW_STATE_DIR', join(folder, 'state'));
    bedrock = await useBedrock();
    await useConfig('{}');
  });
  after(async () => {
    for (const restore of restored.reverse()) restore();
    await useConfig('{}');
    await bedrock.close();
  });

  const latest = async () => {
    await run('refreshModels');
    return bedrock.requests.at(-1)!;
  };

  describe('API key', () => {
    it('is kept, signs from then on, and is gone when it is removed', async () => {
      assert.equal((await latest()).auth, 'sigv4');
      const answer = await run<Result>('setApiKey', ` ${API_KEY} `);
      assert.deepEqual(answer, { changed: true });
      assert.deepEqual(await run<Result>('setApiKey', API_KEY), { changed: false });
      const { auth, status } = await latest();
      assert.deepEqual([auth, status], ['bearer', 200]);

      assert.deepEqual(await run<Result>('removeApiKey'), { changed: true });
      assert.deepEqual(await run<Result>('removeApiKey'), { changed: false });
      assert.equal((await latest()).auth, 'sigv4');
    });

    it('is refused where it can’t be one, without being told', async () => {
      const answer = await run<Result>('setApiKey', 'not a key');
      assert.equal(answer.problem?.code, 'api-key-invalid');
      assert.doesNotMatch(JSON.stringify(answer), /not a key/);
      assert.deepEqual(await run<Result>('removeApiKey'), { changed: false });
    });
  });

  describe('profile', () => {
    after(() => run('selectProfile', ''));

    it('is chosen among those of the AWS files, and given up', async () => {
      setVariable('AWS_ACCESS_KEY_ID', 'AKIANOBODY');
      assert.deepEqual(await run('selectProfile', 'keys'), { profile: 'keys', changed: true });
      assert.equal((await latest()).accessKeyId, simulatedAccessKey.AWS_ACCESS_KEY_ID);
      assert.deepEqual(await run('selectProfile', 'keys'), { profile: 'keys', changed: false });
      assert.deepEqual(await run('selectProfile', ''), { profile: '', changed: true });
      assert.equal((await latest()).accessKeyId, 'AKIANOBODY');
      restored.pop()?.();
    });

    it('has to be there', async () => {
      const { problem } = await run<Result>('selectProfile', 'nobody');
      assert.equal(problem?.code, 'profile-not-found');
      assert.equal(setting('profile'), '');
    });
  });

  it('point out a stored key that goes before the profile chosen', async () => {
    await run('setApiKey', API_KEY);
    await run('selectProfile', 'keys');
    const { problems } = await run<Connection>('showConnection', 'json');
    await run('removeApiKey');
    await run('selectProfile', '');
    const { explanation = '' } = problems.find(({ code }) => code === 'api-key-overrides') ?? {};
    assert.match(explanation, /the profile "keys" of the setting openclawBedrock\.profile/);
  });

  describe('region', () => {
    after(() => run('selectRegion', ''));

    it('is chosen, and given up', async () => {
      const region = async () => rowOf((await run<Connection>('showConnection', 'json')).rows, 'region');
      const before = await region();
      assert.deepEqual(await run('selectRegion', 'eu-central-1'), { region: 'eu-central-1', changed: true });
      assert.deepEqual(await region(), ['eu-central-1', 'Found in: settings']);
      assert.deepEqual(await run('selectRegion', ''), { region: '', changed: true });
      assert.deepEqual(await region(), before);
    });

    it('has to have the form of one', async () => {
      const { problem } = await run<Result>('selectRegion', 'Frankfurt');
      assert.equal(problem?.code, 'region-invalid');
      assert.equal(setting('region'), '');
    });

    it('that OpenClaw does not use is warned of when a model is set', async () => {
      await useConfig('{}');
      await run('selectRegion', 'us-east-1');
      const ref = 'amazon-bedrock/amazon.nova-pro-v1:0';
      const same = await run<{ warnings: string[] }>('setPrimaryModel', ref);
      assert.ok(!same.warnings.some(text => text.includes('another region')));
      await useConfig(`{ models: { bedrockDiscovery: { region: 'eu-west-1' } } }`);
      const { warnings } = await run<{ warnings: string[] }>('setPrimaryModel', ref);
      assert.ok(warnings.some(text => /OpenClaw uses another region\. .*us-east-1.*eu-west-1/.test(text)));
      await useConfig('{}');
    });
  });

  describe('connection of its own', () => {
    it('is not added in a region that is none', async () => {
      const { problem } = await run<Result>('addConnection', { name: 'X', region: 'Frankfurt' });
      assert.equal(problem?.code, 'region-invalid');
    });

    it('is not added with an endpoint or a key that can be none', async () => {
      const endpoint = await run<Result>('addConnection', { name: 'X', endpoint: 'bedrock.example.com' });
      assert.equal(endpoint.problem?.code, 'endpoint-invalid');
      const key = await run<Result>('addConnection', { name: 'X', apiKey: 'not a key' });
      assert.equal(key.problem?.code, 'api-key-invalid');
      assert.doesNotMatch(JSON.stringify(key), /not a key/);
    });
  });

  describe('sign-in', () => {
    /** Puts a command `aws` with this shell script first on the PATH; resolves to the file it can write to. */
    function useAws(script: string): string {
      const bin = mkdtempSync(join(tmpdir(), 'openclaw-bedrock-aws-'));
      const record = join(bin, 'record');
      writeFileSync(join(bin, 'aws'), `#!/bin/sh\nRECORD='${record}'\n${script}\n`, { mode: 0o755 });
      setVariable('PATH', `${bin}${delimiter}${process.env['PATH'] ?? ''}`);
      return record;
    }
    afterEach(() => restored.pop()?.());

    it('runs the AWS CLI for the profile that signs, with OpenClaw’s files', async () => {
      const record = useAws('printf "%s\\n" "$@" "$AWS_CONFIG_FILE" >"$RECORD"');
      assert.deepEqual(await run('signIn', 'role'), { profile: 'sso', signedIn: true });
      const [one, two, three, four, ...rest] = readFileSync(record, 'utf8').trim().split('\n');
      assert.deepEqual([one, two, three, four], ['sso', 'login', '--profile', 'sso']);
      assert.equal(rest.at(-1), join(folder, 'config'));
      // The served editor has no browser beside the AWS CLI.
      assert.deepEqual(rest.slice(0, -1), isServed() ? ['--use-device-code'] : []);
    });

    it('gets names through that a shell would read something into', async () => {
      const record = useAws('printf "%s" "$4" >"$RECORD"');
      const name = `$(touch x) "q" 'q' & ; %PATH%`;
      assert.deepEqual(await run('signIn', name), { profile: name, signedIn: true });
      assert.equal(readFileSync(record, 'utf8'), name);
    });

    it('goes without the option that an older AWS CLI does not know', async () => {
      const record = useAws('echo call >>"$RECORD"; case "$*" in *device*) exit 252;; esac');
      assert.deepEqual(await run('signIn', 'sso'), { profile: 'sso', signedIn: true });
      assert.equal(readFileSync(record, 'utf8').trim().split('\n').length, isServed() ? 2 : 1);
    });

    it('tells when no profile signs in', async () => {
      const empty = join(folder, 'empty');
      writeFileSync(empty, '[default]\nregion = eu-west-1\n');
      setVariable('AWS_CONFIG_FILE', empty);
      assert.equal((await run<Result>('signIn')).problem?.code, 'nothing-to-sign-in');
    });

    it('tells when it did not work, and when there is no AWS CLI', async () => {
      useAws('exit 3');
      const failed = await run<Result>('signIn', 'sso');
      assert.equal(failed.problem?.code, 'sign-in-failed');
      restored.pop()?.();
      setVariable('PATH', folder);
      const missing = await run<Result>('signIn', 'sso');
      assert.equal(missing.problem?.code, 'aws-cli-missing');
    });
  });

  describe('shown', () => {
    it('says what is used and why, and no secret', async () => {
      const answer = await run<Connection>('showConnection', 'json');
      const [signs = '', why] = rowOf(answer.rows, 'signs');
      assert.match(signs, /^access keys/);
      assert.equal(why, 'Found in: AWS_ACCESS_KEY_ID');
      assert.equal(rowOf(answer.rows, 'openclaw')[0], 'env: AWS_ACCESS_KEY_ID + AWS_SECRET_ACCESS_KEY');
      assert.equal(rowOf(answer.rows, 'endpoint')[0], bedrock.url);
      assert.doesNotMatch(JSON.stringify(answer), new RegExp(simulatedAccessKey.AWS_SECRET_ACCESS_KEY));
    });

    it('points out what contradicts itself, and what OpenClaw has otherwise', async () => {
      await run('setApiKey', API_KEY);
      const { problems } = await run<Connection>('showConnection', 'json');
      const codes = problems.map(({ code }) => code);
      assert.ok(codes.includes('api-key-overrides') && codes.includes('credentials-differ'), codes.join());
      await run('removeApiKey');
    });
  });

  it('show all models, and again what OpenClaw shows', async () => {
    await useConfig(`{ models: { bedrockDiscovery: { providerFilter: ['amazon'] } } }`);
    const providers = async () => {
      const models = await run<{ provider: string }[]>('refreshModels');
      return new Set(models.map(({ provider }) => provider)).size;
    };
    assert.equal(await providers(), 1);
    assert.deepEqual(await run('showAllModels', true), { showAllModels: true, changed: true });
    assert.ok((await providers()) > 1);
    assert.deepEqual(await run('showAllModels'), { showAllModels: false, changed: true });
    assert.equal(await providers(), 1);
    await useConfig('{}');
  });

  describe('profile of OpenClaw', () => {
    const path = join(folder, 'state', '.env');
    const write = (profile: string) => run<Result>('setOpenClawProfile', profile, { agreed: true });

    it('is written to its own environment file, which is private, and once', async () => {
      assert.deepEqual(await write('keys'), { path, profile: 'keys', changed: true });
      assert.equal(readFileSync(path, 'utf8'), 'AWS_PROFILE=keys\n');
      assert.equal(statSync(path).mode & 0o777, 0o600);
      assert.deepEqual(await write('keys'), { path, profile: 'keys', changed: false });
    });

    it('takes the place of the one before, and of nothing else', async () => {
      writeFileSync(path, '# mine\r\nA=1\r\nexport AWS_PROFILE="old" # why\r\nB="x\r\ny"');
      await write('two words');
      assert.equal(
        readFileSync(path, 'utf8'),
        `# mine\r\nA=1\r\nexport AWS_PROFILE='two words' # why\r\nB="x\r\ny"`,
      );
    });

    it('counts at once in what is said of OpenClaw', async () => {
      await write('keys');
      const { rows } = await run<Connection>('showConnection', 'json');
      assert.deepEqual(rowOf(rows, 'AWS_PROFILE'), ['keys', 'AWS_PROFILE in OpenClaw’s .env']);
    });

    it('is not written where nothing may be, nor where it can’t stand in a line', async () => {
      const before = readFileSync(path, 'utf8');
      assert.equal((await write('a\nb')).problem?.code, 'profile-invalid');
      assert.equal((await write(' ')).problem?.code, 'profile-invalid');
      setVariable('OPENCLAW_CONFIG_READONLY', '1');
      assert.equal((await write('other')).problem?.code, 'config-read-only');
      restored.pop()?.();
      assert.equal(readFileSync(path, 'utf8'), before);
    });
  });
});

interface Connection {
  rows: { id: string; value: string; why?: string }[];
  problems: { code: string; explanation: string }[];
}

function rowOf(rows: Connection['rows'], id: string): [value: string | undefined, why: string | undefined] {
  const row = rows.find(each => each.id === id);
  return [row?.value, row?.why];
}

function setting(name: string): unknown {
  return vscode.workspace.getConfiguration('openclawBedrock').get(name);
}

function isServed(): boolean {
  return vscode.env.remoteName !== undefined || vscode.env.uiKind === vscode.UIKind.Web;
}
