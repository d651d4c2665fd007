/** Check Setup, called for its report: the checks as they meet real files, a simulated Bedrock and the editor. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { startImds } from '../aws/imds.ts';
import { account, Issuer } from '../aws/issuer.ts';
import { startSts, type Sts } from '../aws/sts.ts';
import { type Bedrock, type Behaviour, simulatedAccessKey, startBedrock } from '../bedrock/bedrock.ts';
import { run, useCli, useConfig, useEndpoint, useVariables, useVersion } from './world.ts';

interface Report {
  state: string;
  lines: { id: string; outcome: string; reason: string; fixes: { label: string }[] }[];
}

const NOVA = 'amazon-bedrock/amazon.nova-pro-v1:0';
const CLI = `case "$1" in
--version) echo "OpenClaw 2026.5.7" ;;
*) echo '{"valid":true,"warnings":[]}' ;;
esac`;

describe('Check Setup', () => {
  let sts: Sts;
  let gateway: Server;
  let bedrock: Bedrock;
  let port: number;
  let restore: () => void;
  before(async () => {
    sts = await startSts({ issuer: new Issuer() });
    gateway = createServer((_, response) => response.end('{"ok":true,"status":"live"}'));
    await new Promise<void>(resolve => gateway.listen(0, '127.0.0.1', resolve));
    port = (gateway.address() as AddressInfo).port;
    await useVersion('');
  });
  // By variables, so that OpenClaw is at the same endpoint as the editor.
  beforeEach(async () => {
    bedrock = await startBedrock();
    restore = useVariables({ ...bedrock.env, ...sts.env });
    await useEndpoint('');
  });
  afterEach(async () => {
    restore();
    await bedrock.close();
  });
  after(async () => {
    gateway.close();
    await sts.close();
  });

  const linesOf = async () => {
    const { lines } = await run<Report>('checkSetup', 'json');
    return Object.fromEntries(lines.map(line => [line.id, line]));
  };
  const config = (more: object = {}) =>
    useConfig(
      JSON.stringify({
        gateway: { mode: 'local', port },
        agents: { defaults: { model: { primary: NOVA }, ...more } },
      }),
    );

  it('passes all ten where everything works, without a secret or an account id', async () => {
    await config();
    const takeAway = useCli(CLI);
    const report = await run<Report>('checkSetup', 'json');
    takeAway();
    assert.equal(report.state, 'finished');
    assert.deepEqual(
      report.lines.filter(({ outcome }) => outcome !== 'passed'),
      [],
    );
    assert.equal(report.lines.length, 10);
    const [conf, version, credentials, caller, region, models, profiles, converse, allowlist] =
      report.lines.map(({ reason }) => reason);
    assert.match(conf ?? '', /openclaw\.json is there, and OpenClaw itself accepts it\.$/);
    assert.equal(version, 'OpenClaw 2026.5.7.');
    assert.equal(
      credentials,
      'Requests are signed by: access keys (AWS_ACCESS_KEY_ID). OpenClaw calls its source “env: AWS_ACCESS_KEY_ID + AWS_SECRET_ACCESS_KEY”.',
    );
    assert.equal(caller, 'Account ••••••••9012, user/developer.');
    assert.equal(region, 'us-east-1, from AWS_REGION.');
    assert.match(models ?? '', /^Bedrock lists \d+ models in us-east-1/);
    assert.match(profiles ?? '', /^Bedrock lists \d+ inference profiles in us-east-1/);
    assert.match(
      converse ?? '',
      /^Nova Pro \(amazon\.nova-pro-v1:0\), OpenClaw’s primary model, answered in \d+ ms\.$/,
    );
    assert.equal(allowlist, `${NOVA} is OpenClaw’s primary model, and OpenClaw may use it.`);
    const text = JSON.stringify(report);
    assert.ok(!text.includes(account));
    assert.ok(!text.includes(simulatedAccessKey.AWS_SECRET_ACCESS_KEY));
    assert.deepEqual(bedrock.requests.map(({ operation }) => operation).slice(-1), ['Converse']);
  });

  it('says the same as plain text, and opens nothing', async () => {
    await config();
    const before = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length;
    const text = await run<string>('checkSetup', 'text');
    assert.match(text, /^OpenClaw and Amazon Bedrock on this machine: /);
    assert.match(text, /\n\[Passed\] Caller: Account ••••••••9012, user\/developer\.\n/);
    assert.doesNotMatch(text, /\d{12}/);
    assert.equal(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length, before);
  });

  it('tells one thing that fails from the others', async () => {
    await config({ models: { 'openai/gpt-5.4': {} } });
    const refuse = {
      status: 403,
      type: 'AccessDeniedException',
      message: `User arn:aws:iam::${account}:user/x`,
    };
    // The chat lists the models as well, as soon as the connection is another.
    bedrock.script('ListInferenceProfiles', ...Array<Behaviour>(10).fill({ refuse }));
    bedrock.script('Converse', {
      refuse: { status: 403, type: 'AccessDeniedException', message: 'You don’t have access to the model' },
    });
    const lines = await linesOf();
    assert.equal(lines['models']?.outcome, 'passed');
    assert.equal(lines['profiles']?.outcome, 'warning');
    assert.match(lines['profiles'].reason, /^Permission missing: bedrock:ListInferenceProfiles\. /);
    assert.equal(lines['converse']?.outcome, 'failed');
    assert.match(lines['converse'].reason, /^No access to this model yet\. /);
    assert.equal(lines['allowlist']?.outcome, 'failed');
    assert.match(lines['allowlist'].reason, /agents\.defaults\.models/);
    assert.equal(lines['gateway']?.outcome, 'passed');
  });

  it('asks Bedrock nothing once the credentials are refused, and keeps account ids to itself', async () => {
    const withRightKey = useVariables({ AWS_SECRET_ACCESS_KEY: 'another-secret' });
    await config();
    const lines = await linesOf();
    withRightKey();
    assert.equal(lines['credentials']?.outcome, 'passed');
    assert.equal(lines['caller']?.outcome, 'failed');
    for (const id of ['models', 'profiles', 'converse']) assert.equal(lines[id]?.outcome, 'skipped', id);
    assert.ok(!JSON.stringify(lines).includes('another-secret'));
  });

  it('says what contradicts itself where nothing signs, and what OpenClaw calls its source', async () => {
    const withWhole = useVariables({ AWS_SECRET_ACCESS_KEY: undefined });
    await config();
    const lines = await linesOf();
    withWhole();
    assert.equal(lines['credentials']?.outcome, 'failed');
    assert.match(lines['credentials'].reason, /\. One half of the access keys is missing\. /);
    assert.match(lines['credentials'].reason, / OpenClaw calls its source “aws-sdk default chain”\.$/);
  });

  it('looks for an instance role each time, and says so where OpenClaw does not see it', async () => {
    const issuer = new Issuer();
    const imds = await startImds({ issuer, role: null });
    const none = { AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined };
    const onInstance = useVariables({ ...none, ...imds.env });
    await config();
    const before = await linesOf();
    imds.role = 'gateway';
    const after = await linesOf();
    onInstance();
    await imds.close();
    assert.equal(before['credentials']?.outcome, 'failed');
    assert.equal(after['credentials']?.outcome, 'warning');
    assert.match(after['credentials'].reason, /^Requests are signed by: instance role of this machine/);
    assert.match(after['credentials'].reason, / OpenClaw does not see the instance role\. /);
    assert.deepEqual(after['credentials'].fixes[0]?.label, 'Set AWS_PROFILE=default for OpenClaw');
  });

  it('starts a gateway that does not run, with the config in use, where OpenClaw’s command is', async () => {
    const record = join(mkdtempSync(join(tmpdir(), 'openclaw-bedrock-gateway-')), 'record');
    const path = await useConfig(JSON.stringify({ gateway: { mode: 'local', port: 9 } }));
    const takeAway = useCli(`case "$1" in
gateway) printf '%s\n' "$@" "$OPENCLAW_CONFIG_PATH" >'${record}' ;;
*) echo '{"valid":true,"warnings":[]}' ;;
esac`);
    const { gateway: line } = await linesOf();
    assert.deepEqual(
      line?.fixes.map(({ label }) => label),
      ['Start Gateway'],
    );
    const ended = new Promise<vscode.Terminal>(resolve => {
      const listening = vscode.window.onDidCloseTerminal(terminal => {
        listening.dispose();
        resolve(terminal);
      });
    });
    assert.deepEqual(await run('startGateway'), { started: true });
    assert.equal((await ended).name, 'OpenClaw gateway');
    takeAway();
    assert.equal(readFileSync(record, 'utf8'), `gateway\n${path}\n`);

    const withPath = useVariables({ PATH: dirname(path) });
    const { problem } = await run<{ problem: { code: string } }>('startGateway');
    withPath();
    assert.equal(problem.code, 'openclaw-missing');
  });

  it('is no alarm where there is no OpenClaw, and chooses a model to ask', async () => {
    await useConfig(undefined);
    const lines = await linesOf();
    for (const id of ['config', 'version', 'allowlist', 'gateway']) {
      assert.equal(lines[id]?.outcome, 'skipped', id);
      assert.match(lines[id].reason, /^OpenClaw is not set up on this machine\./);
    }
    assert.equal(lines['credentials']?.reason, 'Requests are signed by: access keys (AWS_ACCESS_KEY_ID).');
    assert.equal(lines['converse']?.outcome, 'passed');
    assert.match(lines['converse'].reason, / answered in \d+ ms\. It was chosen for this check/);
  });

  it('fails in words where a config can’t be read, and where Bedrock can’t be reached', async () => {
    await useConfig('{ agents: oops }');
    await useEndpoint('http://127.0.0.1:9');
    const lines = await linesOf();
    await useEndpoint('');
    assert.equal(lines['config']?.outcome, 'failed');
    assert.match(lines['config'].reason, /^The OpenClaw config has a syntax error\. /);
    assert.equal(lines['allowlist']?.outcome, 'skipped');
    assert.equal(lines['models']?.outcome, 'failed');
    assert.match(
      lines['models'].reason,
      /^Bedrock can’t be reached\. No connection to http:\/\/127\.0\.0\.1:9\. /,
    );
  });
});
