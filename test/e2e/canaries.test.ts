/** A person's way through everything, with credentials of many kinds: afterwards none of them is where it does not belong. */
import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { makeAwsHome } from '../aws/awsHome.ts';
import { startCredentialProcess } from '../aws/credentialProcess.ts';
import { Issuer } from '../aws/issuer.ts';
import { startProxy } from '../aws/proxy.ts';
import { startSso } from '../aws/sso.ts';
import { roleArn, startSts } from '../aws/sts.ts';
import { type Bedrock, startBedrock } from '../bedrock/bedrock.ts';
import { type Canary, CanarySearch } from '../canaries.ts';
import { issuedCanaries, ssoCanaries } from '../unit/canaries/kinds.ts';
import { waitFor } from './workbench/wait.ts';
import { openWorld, type World } from './world.ts';

const SECRETS = {
  bearer: 'ABSKQmVkcm9ja0FQSUtleS1jYW5hcnktZW52Y8d3Kq0LmT7vWz',
  typed: 'ABSKQmVkcm9ja0FQSUtleS1jYW5hcnktdHlwZWRQ4xN9bRs2Hf',
  secret: 'hX2kT9vQmPc7sLwR4uJcE1yBnG8dMfZ0aKoVt3Wq',
  session: 'IQoJb3JpZ2luX2VjEHMaCXVzLWVudi1jYW5hcnkiRjBEAiA7hK2p',
  fileSecret: 'wQ7rZ1+fK9sXc3VbN5mLpO8iUyT2eR4hGj6dSa0E',
  proxyPassword: 'p4ssw0rd-of-the-proxy-Zx81',
  gateway: 'gateway-token-canary-5f1c9d27e3b8',
  openai: 'sk-openai-canary-8c2f40b1d97e6a35',
  dotEnv: 'sk-dotenv-canary-71e0b6f3a94d2c58',
};
const KEY_ID = 'AKIAQ3EGRZLXCANARYEN';
const FILE_KEY_ID = 'AKIAQ3EGRZLXCANARYFI';
const CONFIG = `{
  gateway: { auth: { mode: 'token', token: '${SECRETS.gateway}' } },
  env: { vars: { OPENAI_API_KEY: '${SECRETS.openai}' } },
  agents: { defaults: { model: { primary: 'openai/gpt-5.4' } } },
}
`;
/** What the person, or OpenClaw, keeps where: the config's backups repeat it. The AWS files are not ours to write. */
const PLANTED: readonly (readonly [file: RegExp, kinds: readonly string[] | 'any'])[] = [
  [/^\.aws\//, 'any'],
  [/^\.openclaw\/\.env$/, ['dotEnv']],
  [/^\.openclaw\/openclaw\.json/, ['gateway', 'openai']],
];

describe('credentials of many kinds, through a whole day', () => {
  const issuer = new Issuer();
  const texts: { readonly where: string; readonly text: string }[] = [];
  let world: World;
  let bedrock: Bedrock;
  let canaries: () => readonly Canary[];
  let closing: (() => unknown)[] = [];
  before(async () => {
    const sso = await startSso({ issuer });
    const accessKeys = { [KEY_ID]: SECRETS.secret, [FILE_KEY_ID]: SECRETS.fileSecret };
    const sts = await startSts({ issuer, accessKeys });
    const process = await startCredentialProcess({ issuer });
    const proxy = await startProxy({ user: { name: 'jane', password: SECRETS.proxyPassword } });
    bedrock = await startBedrock({
      issuer,
      accessKeys,
      sessionTokens: { [KEY_ID]: SECRETS.session },
      bearerKeys: [SECRETS.bearer, SECRETS.typed],
    });
    const leaking = JSON.stringify({ stdout: SECRETS.fileSecret });
    const home = makeAwsHome({
      config: `${sso.profile('sso', 'company')}
[profile process]
credential_process = ${process.command}
[profile failing]
credential_process = /bin/sh -c 'echo ${leaking.replaceAll('"', '')} ; echo ${SECRETS.fileSecret} >&2 ; exit 1'
[profile role]
role_arn = ${roleArn('bedrock')}
source_profile = keys
[profile refused]
role_arn = ${roleArn('nobody')}
source_profile = keys
`,
      credentials: `[keys]\naws_access_key_id = ${FILE_KEY_ID}\naws_secret_access_key = ${SECRETS.fileSecret}\n`,
    });
    const token = sso.signIn();
    home.writeSsoToken('company', token);
    mkdirSync(join(home.path, '.openclaw'));
    writeFileSync(join(home.path, '.openclaw/.env'), `ANTHROPIC_API_KEY=${SECRETS.dotEnv}\n`);
    mkdirSync(join(home.path, 'tmp'));
    world = await openWorld({
      name: 'canaries',
      home: home.path,
      config: CONFIG,
      env: {
        ...bedrock.endpointEnv,
        ...sso.env,
        ...sts.env,
        ...proxy.env,
        TMPDIR: join(home.path, 'tmp'),
        AWS_BEARER_TOKEN_BEDROCK: SECRETS.bearer,
        AWS_ACCESS_KEY_ID: KEY_ID,
        AWS_SECRET_ACCESS_KEY: SECRETS.secret,
        AWS_SESSION_TOKEN: SECRETS.session,
      },
    });
    const { page } = world.workbench;
    page.on('console', message => texts.push({ where: 'the console', text: message.text() }));
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    canaries = () => [
      ...Object.entries(SECRETS).map(([kind, value]) => ({ kind, value })),
      ...ssoCanaries(token),
      ...issuedCanaries(issuer),
    ];
    closing = [
      () => Promise.all([bedrock, sso, sts, process, proxy].map(server => server.close())),
      () => home.remove(),
    ];
  });
  after(async () => {
    await world.close();
    for (const close of closing) await close();
  });

  /** All that the workbench and its webviews show or tell screen readers now. */
  const see = async (where: string) => {
    for (const frame of world.workbench.page.frames())
      texts.push({ where, text: await frame.content().catch(() => '') });
  };
  const select = async (profile: string) => {
    await world.workbench.runCommand('Bedrock: Select Profile');
    await world.workbench.quickPick.pick(profile);
  };
  const say = async (text: string) => {
    await world.workbench.runCommand('Notifications: Clear All Notifications');
    await world.workbench.chat.send(text);
  };
  const refusal = (message: string) => ({
    refuse: { status: 403, type: 'InvalidSignatureException', message },
  });

  it('lists, explains and answers with what the environment holds', async () => {
    const { workbench } = world;
    await workbench.openView('Bedrock Models');
    const tree = workbench.tree('Bedrock Models');
    await tree.expand('Amazon');
    await tree.hover('Nova Pro');
    await see('the tooltip of a model');
    await workbench.runCommand('Bedrock: Show Connection');
    await workbench.quickPick.items();
    await see('Show Connection');
    await workbench.quickPick.cancel();
    await say('@bedrock Hello there');
    await workbench.chat.waitForAnswer(/simulated Bedrock/);
    await see('the chat');
    assert.ok(bedrock.requests.some(({ auth }) => auth === 'bearer'));
  });

  it('says what is wrong where Bedrock repeats what it was sent', async () => {
    const { workbench } = world;
    const signed = `The Canonical String should have been 'POST\nx-amz-security-token:${SECRETS.session}\n' for Bearer ${SECRETS.bearer}`;
    bedrock.script(
      'ConverseStream',
      refusal(`The request signature we calculated does not match. ${signed}`),
    );
    await say('@bedrock Hello again');
    await workbench.chat.waitForAnswer(/refused/);
    await see('a refusal in the chat');
    const behaviour = {
      refuse: { status: 400, type: 'ValidationException', message: `No: ${SECRETS.bearer}` },
    };
    bedrock.script('ConverseStream', behaviour);
    await say('@bedrock And again');
    await workbench.chat.waitForAnswer(/The service says: No/);
    bedrock.script('ListFoundationModels', refusal(signed));
    bedrock.script('ListInferenceProfiles', refusal(signed), refusal(signed));
    await workbench.runCommand('Bedrock: Refresh Models');
    await workbench.page.locator('.label-name').getByText('AWS refused the credentials').first().waitFor();
    await see('a refusal in the sidebar');
  });

  it('checks the setup and copies the report', async () => {
    const { workbench } = world;
    await workbench.runCommand('OpenClaw: Check Setup');
    const page = workbench.editor.webview();
    await page.getByRole('button', { name: 'Copy as Text' }).click();
    await page.getByText('The report is in the clipboard.').waitFor();
    await see('Check Setup');
    const copied: string = await workbench.page.evaluate('navigator.clipboard.readText()');
    texts.push({ where: 'the clipboard', text: copied });
    assert.match(copied, /OpenClaw and Amazon Bedrock/);
    await workbench.runCommand('OpenClaw: Check Config');
    await see('Check Config');
  });

  it('takes a key that is typed', async () => {
    const { workbench } = world;
    await workbench.runCommand('Bedrock: Set API Key');
    await workbench.quickPick.type(SECRETS.typed);
    await see('the box for the key');
    await workbench.quickPick.accept();
    await bedrock.waitFor(({ headers }) => (headers['authorization'] ?? '').endsWith(SECRETS.typed));
    await see('after the key');
    await workbench.runCommand('Bedrock: Remove API Key');
  });

  for (const [profile, source] of [
    ['keys', undefined],
    ['sso', 'sso:Developer'],
    ['process', 'process'],
    ['role', 'sts:bedrock'],
  ] as const) {
    it(`signs with the profile ${profile}`, async () => {
      await select(profile);
      await bedrock.waitFor(({ accessKeyId }) =>
        source === undefined ? accessKeyId === FILE_KEY_ID : issuer.sourceOf(accessKeyId) === source,
      );
      await see(`the profile ${profile}`);
    });
  }

  for (const profile of ['failing', 'refused']) {
    it(`says what is wrong with the profile ${profile}`, async () => {
      await select(profile);
      const { page } = world.workbench;
      await page
        .locator('.label-name')
        .getByText(profile === 'refused' ? 'AWS refused the role' : new RegExp(profile))
        .first()
        .waitFor();
      await see(`the profile ${profile}`);
    });
  }

  it('shows the log', async () => {
    await world.workbench.runCommand('Bedrock: Show Log');
    await see('the log');
    await world.workbench.screenshot('canaries-log');
  });

  it('has left no secret anywhere but where it was put', async () => {
    const search = new CanarySearch(canaries());
    const home = join(world.folder, '..');
    const files = readdirSync(home, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name));
    const isPlanted = (path: string, kind: string) =>
      PLANTED.some(
        ([file, kinds]) => file.test(relative(home, path)) && (kinds === 'any' || kinds.includes(kind)),
      );
    const bodies = bedrock.requests.map(({ path, query, body }) => JSON.stringify({ path, query, body }));
    const kept = await waitFor(
      'the log on disk',
      () => world.workbench.kept(),
      all =>
        all.some(({ where, text }) => /Bedrock\.log$/.test(where) && text.includes('credentials-refused')),
    );
    const all = [
      ...kept,
      ...files.map(where => ({ where, text: readFileSync(where, 'latin1') })),
      ...bodies.map(text => ({ where: 'a request', text })),
      ...texts,
    ];
    assert.ok(all.length > 100, 'little was searched');
    const found = all.flatMap(({ where, text }) => search.in(text).map(finding => ({ where, ...finding })));
    assert.deepEqual(
      found.filter(({ where, kind }) => !isPlanted(where, kind)),
      [],
    );
  });

  it('would be found out: what is put into the log on purpose is found', async () => {
    const [log] = (await world.workbench.kept()).filter(({ where }) => where.endsWith('Bedrock.log'));
    assert.ok(log);
    appendFileSync(log.where, `planted ${SECRETS.session.slice(20, 34)}\n`);
    const [again] = (await world.workbench.kept()).filter(({ where }) => where === log.where);
    assert.deepEqual(
      new CanarySearch(canaries()).in(again?.text ?? '').map(({ kind }) => kind),
      ['session'],
    );
  });
});
