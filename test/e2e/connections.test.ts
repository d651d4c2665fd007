/** Connections, as a person sees and changes them: profiles, regions, keys, several at once, and an instance's role. */
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeAwsHome } from '../aws/awsHome.ts';
import { startCredentialProcess } from '../aws/credentialProcess.ts';
import { startImds } from '../aws/imds.ts';
import { account, Issuer } from '../aws/issuer.ts';
import { startSso } from '../aws/sso.ts';
import { roleArn, startSts } from '../aws/sts.ts';
import { type RecordedRequest, startBedrock } from '../bedrock/bedrock.ts';
import { CONFIG, openWorld, within, type World, type WorldOptions } from './world.ts';
import { waitFor } from './workbench/wait.ts';

const DEV = { id: 'AKIADEVELOPMENT00000', secret: 'the-secret-of-dev' };
const MACHINE = { id: 'AKIAMACHINE000000000', secret: 'the-secret-of-the-machine' };
const API_KEY = 'ABSKaKeyThatNobodyMaySee';
const MASKED = `••••••••${account.slice(-4)}`;

describe('connections, as a person sees them', () => {
  it('are chosen by profile and region, and explain themselves', async () => {
    const world = await openProfiles({ name: 'connections', colorTheme: 'Default Dark Modern' });
    await within(world, async () => {
      const { workbench, bedrock, issuer } = world;
      await workbench.openView('Bedrock Models');
      await sees(world, '2 things to know', 'about this connection');
      await sees(world, 'eu-central-1', 'profile deploy');
      assert.equal(issuer.sourceOf(bedrock.requests[0]?.accessKeyId), 'sts:bedrock');
      await workbench.screenshot('connections-tree-dark');

      await workbench.tree('Bedrock Models').click('2 things to know');
      assert.deepEqual((await described(world)).slice(0, 7), [
        ['Access keys beside AWS_PROFILE', 'Where OpenClaw Finds Variables'],
        ['The region of the AWS profile is not used', 'Use us-west-2 in OpenClaw'],
        ['Ask AWS Who This Is', ''],
        ['Copy as Text', ''],
        ['OpenClaw calls its source', 'env: AWS_ACCESS_KEY_ID + AWS_SECRET_ACCESS_KEY'],
        ['Signs with', 'role of the profile "deploy"'],
        ['Expires', issuer.issued.at(-1)?.expiration.toLocaleString() ?? ''],
      ]);
      await workbench.screenshot('connection-dark');
      await workbench.quickPick.type('who this is');
      await workbench.quickPick.pick('Ask AWS Who This Is');
      await described(world, 'Account', MASKED);
      await workbench.screenshot('connection-caller-dark');
      await workbench.quickPick.pick('Show the Whole Account Id');
      await described(world, 'Account', account);
      await workbench.quickPick.cancel();

      await workbench.runCommand('Bedrock: Select Profile');
      assert.deepEqual(await described(world), [
        ['What this machine has', 'AWS profile "deploy" (AWS_PROFILE)'],
        ['dev', 'access keys · eu-central-1'],
        ['deploy', 'role via dev · us-west-2'],
        ['tool', 'credential process · ap-southeast-2'],
        ['company', 'SSO · us-east-1'],
      ]);
      await workbench.screenshot('select-profile-dark');
      await workbench.quickPick.pick('dev');
      await workbench.notifications.waitFor(/^Bedrock now uses: AWS profile "dev" \(settings\)\.$/);
      await bedrock.waitFor(({ accessKeyId }) => accessKeyId === DEV.id);
      await sees(world, 'eu-central-1', 'profile dev');
      await workbench.screenshot('profile-selected-dark');

      await workbench.runCommand('Bedrock: Select Region');
      const [first] = await described(world);
      assert.deepEqual(first, ['What this machine has', 'eu-central-1 (AWS_REGION)']);
      await workbench.screenshot('select-region-dark');
      await workbench.quickPick.type('oregon');
      await workbench.quickPick.pick('us-west-2 · Oregon');
      await workbench.notifications.waitFor(/^Bedrock is now used in us-west-2 \(settings\)\.$/);
      await bedrock.waitFor(request => regionOf(request) === 'us-west-2');
      await sees(world, 'us-west-2', 'profile dev');
      await workbench.screenshot('region-selected-dark');
      await workbench.runCommand('Bedrock: Select Region');
      await workbench.quickPick.pick('What this machine has');
      await sees(world, 'eu-central-1', 'profile dev');
    });
  });

  it('take an API key that nobody sees, and that OpenClaw does not have', async () => {
    const world = await openProfiles({ name: 'api-key', colorTheme: 'Default Light Modern' });
    await within(world, async () => {
      const { workbench, bedrock } = world;
      await workbench.openView('Bedrock Models');
      await sees(world, 'Amazon');
      await workbench.runCommand('Bedrock: Set API Key');
      await workbench.quickPick.waitForMessage(/secret storage/);
      await workbench.quickPick.type(API_KEY);
      await workbench.screenshot('set-api-key-light');
      assert.equal(await workbench.page.locator('.quick-input-box input').getAttribute('type'), 'password');
      await workbench.quickPick.accept();
      await workbench.notifications.waitFor(/^Bedrock now uses this API key\. OpenClaw does not get it\.$/);
      await bedrock.waitFor(({ auth }) => auth === 'bearer');
      await sees(world, 'eu-central-1', 'API key');

      await workbench.tree('Bedrock Models').expand('Amazon');
      await workbench.tree('Bedrock Models').clickAction('Nova Pro', 'Set Primary Model');
      await workbench.notifications.clickDialogButton('Make All Changes');
      const { text, buttons } = await workbench.notifications.waitFor(/^Nova Pro is now/);
      assert.match(text, /OpenClaw uses AWS profile "deploy"/);
      assert.ok(buttons.includes('Where OpenClaw Finds Variables'), buttons.join());
      await workbench.screenshot('api-key-differs-light');
      assert.ok(!(await workbench.page.content()).includes(API_KEY));

      await workbench.runCommand('Bedrock: Remove API Key');
      await workbench.notifications.waitFor(/^API key removed\. Bedrock now uses: AWS profile "deploy"/);
      await sees(world, 'eu-central-1', 'profile deploy');
    });
  });

  it('are added step by step, and stand beside each other', async () => {
    const world = await openProfiles({ name: 'add-connection', colorTheme: 'Default Light Modern' });
    const sydney = await startBedrock({ issuer: world.issuer, region: 'ap-southeast-2' });
    const close = async () => {
      await world.close();
      await sydney.close();
    };
    await within({ ...world, close }, async () => {
      const { workbench, bedrock, issuer } = world;
      const { quickPick } = workbench;
      await workbench.openView('Bedrock Models');
      await sees(world, 'Amazon');
      await workbench.runCommand('Bedrock: Add Connection');
      await quickPick.waitForMessage(/name under which/);
      await quickPick.type('Sydney');
      await quickPick.accept();
      await described(world, 'A Bedrock API key', 'kept in the editor’s secret storage');
      await workbench.screenshot('add-connection-profile-light');
      await quickPick.pick('company');
      await described(world, 'us-east-1 · N. Virginia', 'of the profile company');
      await workbench.screenshot('add-connection-region-light');
      await quickPick.goBack();
      await quickPick.pick('tool');
      await described(world, 'What this machine has', 'eu-central-1 (AWS_REGION)');
      await quickPick.type('sydney');
      await quickPick.pick('ap-southeast-2 · Sydney');
      await described(world, 'Add "Sydney"', 'tool · ap-southeast-2 · Sydney');
      await quickPick.pick('Use a private endpoint first …');
      await quickPick.waitForMessage(/URL of the endpoint/);
      await quickPick.type(sydney.url);
      await quickPick.accept();
      await workbench.notifications.waitFor(/Sydney/);

      await sees(world, 'This machine', 'eu-central-1 · profile deploy');
      await sees(world, 'Sydney', 'ap-southeast-2');
      await workbench.screenshot('two-connections-light');
      await workbench.chat.pickModel('Nova Micro');
      await workbench.chat.send('Which of you is this?');
      await workbench.chat.waitForAnswer(/Which of you is this/);
      const isAnswer = ({ operation }: RecordedRequest) => operation === 'ConverseStream';
      assert.ok(!bedrock.requests.some(isAnswer));
      const answer = sydney.requests.find(isAnswer);
      assert.equal(issuer.sourceOf(answer?.accessKeyId), 'process');
      assert.equal(answer && regionOf(answer), 'ap-southeast-2');
      await workbench.screenshot('two-connections-chat-light');
    });
  });

  it('on an instance: sign with its role, have OpenClaw see it, and show what its filter hides', async () => {
    const issuer = new Issuer();
    const imds = await startImds({ issuer });
    const bedrock = await startBedrock({ issuer });
    const home = makeAwsHome();
    mkdirSync(join(home.path, '.openclaw'));
    const env = '# the gateway’s own\nTELEGRAM_TOKEN=abc\n';
    const envFile = join(home.path, '.openclaw/.env');
    writeFileSync(envFile, env, { mode: 0o600 });
    const world = await openWorld({
      name: 'instance-role',
      home: home.path,
      config: "{ models: { bedrockDiscovery: { providerFilter: ['anthropic'] } } }\n",
      colorTheme: 'Default Dark Modern',
      env: { ...bedrock.endpointEnv, ...imds.env },
    });
    const close = async () => {
      await world.close();
      await Promise.all([bedrock.close(), imds.close()]);
    };
    await within({ ...world, close }, async () => {
      const { workbench } = world;
      await workbench.openView('Bedrock Models');
      await sees(world, 'us-east-1', 'instance role');
      await sees(world, '1 thing to know');
      assert.equal(issuer.sourceOf(bedrock.requests[0]?.accessKeyId), 'imds');
      await workbench.screenshot('instance-role-dark');
      const before = filesIn(home.path);

      await workbench.tree('Bedrock Models').click('1 thing to know');
      await described(
        world,
        'OpenClaw does not see the instance role',
        'Set AWS_PROFILE=default for OpenClaw',
      );
      await workbench.screenshot('instance-role-fix-dark');
      await workbench.quickPick.pick('OpenClaw does not see the instance role');
      const question = await workbench.notifications.dialogText();
      assert.match(question, /^Have OpenClaw use the AWS profile default\?/);
      assert.ok(
        question.includes(`AWS_PROFILE=default to OpenClaw’s own environment file:\n${envFile}`),
        question,
      );
      await workbench.screenshot('instance-role-consent-dark');
      await workbench.notifications.clickDialogButton('Write It');
      await workbench.notifications.waitFor(/AWS_PROFILE=default/);
      const changed = Object.entries(filesIn(home.path)).filter(([path, text]) => before[path] !== text);
      assert.deepEqual(Object.fromEntries(changed), {
        [envFile]: `${env}AWS_PROFILE=default\n`,
        [`${envFile}.bak`]: env,
      });
      await workbench.page.locator('.label-name').getByText('1 thing to know').waitFor({ state: 'hidden' });
      await sees(world, 'us-east-1', 'instance role');

      await sees(world, 'Show 28 more models', 'models.bedrockDiscovery.providerFilter');
      await workbench.tree('Bedrock Models').click('Show 28 more models');
      await sees(world, 'Amazon');
      // Groups in which people begin are open, so that this row is below the others and the screen.
      await workbench
        .tree('Bedrock Models')
        .waitForDescription('Hide 28 models as OpenClaw does', /providerFilter/);
      await workbench.screenshot('all-models-dark');
    });
  });
});

/** A home with profiles of many kinds, and variables that contradict each other. */
async function openProfiles(options: Pick<WorldOptions, 'name' | 'colorTheme'>) {
  const issuer = new Issuer();
  const accessKeys = { [DEV.id]: DEV.secret, [MACHINE.id]: MACHINE.secret };
  const sso = await startSso({ issuer });
  const sts = await startSts({ issuer, accessKeys });
  const tool = await startCredentialProcess({ issuer });
  const bedrock = await startBedrock({
    issuer,
    accessKeys,
    bearerKeys: [API_KEY],
    region: 'eu-central-1',
  });
  const home = makeAwsHome({
    config: `[profile dev]
region = eu-central-1

[profile deploy]
role_arn = ${roleArn('bedrock')}
source_profile = dev
region = us-west-2

[profile tool]
credential_process = ${tool.command}
region = ap-southeast-2

${sso.profile('company', 'company')}`,
    credentials: `[dev]\naws_access_key_id = ${DEV.id}\naws_secret_access_key = ${DEV.secret}\n`,
  });
  const world = await openWorld({
    ...options,
    home: home.path,
    config: CONFIG,
    env: {
      ...bedrock.endpointEnv,
      ...sso.env,
      ...sts.env,
      AWS_ACCESS_KEY_ID: MACHINE.id,
      AWS_SECRET_ACCESS_KEY: MACHINE.secret,
      AWS_PROFILE: 'deploy',
    },
  });
  const close = async () => {
    await world.close();
    await Promise.all([bedrock, sso, sts, tool].map(server => server.close()));
  };
  return { ...world, bedrock, issuer, close };
}

/** Waits for a row of the tree that is on the screen. */
async function sees({ workbench }: World, label: string, description?: string): Promise<void> {
  const rows = workbench.page.locator('.part.sidebar .monaco-list-row').filter({
    has: workbench.page.locator('.label-name').getByText(label, { exact: true }),
  });
  await rows.first().waitFor();
  if (description === undefined) return;
  await waitFor(
    `${label}: ${description}`,
    () => rows.first().locator('.label-description').innerText(),
    // How old the list is stands behind it.
    shown => shown.replace(/ · as of .*$/, '') === description,
  );
}

/** What the quick pick offers, each with its description; waits for one of these where one is named. */
async function described({ workbench }: World, label?: string, description?: string) {
  const items = await waitFor(
    `${label}: ${description}`,
    () => workbench.quickPick.items(),
    shown =>
      label === undefined ||
      shown.some(item => item.label.trim() === label && item.description === description),
  );
  return items.map(item => [item.label.trim(), item.description]);
}

/** The region that a request is signed for. */
function regionOf({ headers }: RecordedRequest): string | undefined {
  return headers['authorization']?.split('/')[2];
}

/** The texts of the files in a folder, by their paths. */
function filesIn(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry =>
    entry.isFile(),
  );
  const paths = entries.map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(paths.map(path => [path, readFileSync(path, 'utf8')]));
}
