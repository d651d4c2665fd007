/** Which connection is used, and how it follows what changes around it, without a reload. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { startImds } from '../aws/imds.ts';
import { Issuer } from '../aws/issuer.ts';
import { type Bedrock, type RecordedRequest, simulatedAccessKey } from '../bedrock/bedrock.ts';
import {
  chatHasModels,
  chatModel,
  chatModels,
  run,
  useBedrock,
  useConfig,
  useProfile,
  useVariables,
} from './world.ts';

const KEY = 'ABSKkeptByTheEditor';
const NOVA = 'amazon.nova-pro-v1:0';
const KEYS = {
  AKIDFIRST: 'first-secret',
  AKIDSECOND: 'second-secret',
  [simulatedAccessKey.AWS_ACCESS_KEY_ID]: simulatedAccessKey.AWS_SECRET_ACCESS_KEY,
};

const profile = (name: string, id: keyof typeof KEYS) =>
  `[${name}]\naws_access_key_id = ${id}\naws_secret_access_key = ${KEYS[id] ?? ''}\n`;

describe('connections', () => {
  let bedrock: Bedrock;
  let restore: () => void;
  /** Where the AWS files are looked for: nothing is there yet. */
  let folder: string;
  let credentials: string;
  beforeEach(async () => {
    folder = join(mkdtempSync(join(tmpdir(), 'openclaw-bedrock-aws-')), '.aws');
    credentials = join(folder, 'credentials');
    restore = useVariables({
      AWS_SHARED_CREDENTIALS_FILE: credentials,
      AWS_CONFIG_FILE: join(folder, 'config'),
    });
    await useConfig('{}');
    bedrock = await useBedrock({ accessKeys: KEYS, bearerKeys: [KEY] });
    await run('refreshModels');
    forget();
  });
  afterEach(async () => {
    await run('removeApiKey');
    await useProfile('');
    await run('showAllModels', false);
    restore();
    await bedrock.close();
  });

  const writeCredentials = (text: string) => {
    mkdirSync(dirname(credentials), { recursive: true });
    writeFileSync(credentials, text);
  };
  let forgotten = 0;
  /** Forgets who has asked so far: the editor asks while a connection is set up. */
  const forget = () => {
    forgotten = bedrock.requests.length;
  };
  const callers = () => new Set(bedrock.requests.slice(forgotten).map(caller));

  it('sign with the key that the editor keeps, and with the machine’s own once it is removed', async () => {
    await run('setApiKey', ` ${KEY}\n`);
    assert.notDeepEqual(await run('refreshModels'), []);
    assert.deepEqual(callers(), new Set(['bearer']));
    await run('removeApiKey');
    forget();
    await run('refreshModels');
    assert.deepEqual(callers(), new Set([simulatedAccessKey.AWS_ACCESS_KEY_ID]));
  });

  it('that are no longer used finish their answers, and then close', async () => {
    const { promise: answered, resolve: goOn } = Promise.withResolvers<undefined>();
    bedrock.script('ConverseStream', { gates: [{ after: 3, until: answered }] });
    const model = await chatModel(NOVA);
    const response = await model.sendRequest([vscode.LanguageModelChatMessage.User('Hi')]);
    const texts = response.text[Symbol.asyncIterator]();
    assert.ok(!(await texts.next()).done);
    await run('setApiKey', KEY);
    await run('refreshModels');
    goOn(undefined);
    let count = 0;
    while (!(await texts.next()).done) count++;
    assert.ok(count > 0);
    const { finished } = await bedrock.waitFor(request => request.operation === 'ConverseStream');
    assert.ok(finished);
  });

  it('use a credentials file as soon as it is there, and keys in it as soon as they are rotated', async () => {
    await useProfile('work');
    assert.deepEqual(await run('refreshModels'), []);
    assert.deepEqual(await chatModels(), []);
    await chatHasModels(true, () => writeCredentials(profile('work', 'AKIDFIRST')));
    assert.deepEqual(callers(), new Set(['AKIDFIRST']));

    // The list stays as it is; what is asked from then on is signed with the new keys.
    const model = await chatModel(NOVA);
    const signedBySecond = bedrock.waitFor(request => caller(request) === 'AKIDSECOND');
    writeCredentials(profile('work', 'AKIDSECOND'));
    // One that falls between two states of the file may fail.
    const ask = () => model.sendRequest([vscode.LanguageModelChatMessage.User('Hi')]).then(undefined, String);
    const asking = setInterval(() => void ask(), 250);
    const { operation } = await signedBySecond.finally(() => clearInterval(asking));
    assert.equal(operation, 'ConverseStream');
  });

  it('load by themselves once a key that was refused is rotated', async () => {
    writeCredentials(`[work]\naws_access_key_id = AKIDGONE\naws_secret_access_key = gone\n`);
    await useProfile('work');
    assert.deepEqual(await run('refreshModels'), []);
    assert.deepEqual(callers(), new Set(['AKIDGONE']));
    await chatHasModels(true, () => writeCredentials(profile('work', 'AKIDFIRST')));
    assert.ok(callers().has('AKIDFIRST'));
  });

  it('ask for an instance role again by hand, where there was none before', async () => {
    const issuer = new Issuer();
    const imds = await startImds({ issuer, role: null });
    const restoreKeys = useVariables({
      ...imds.env,
      ...Object.fromEntries(Object.keys(simulatedAccessKey).map(name => [name, undefined])),
    });
    const own = await useBedrock({ issuer });
    assert.deepEqual(await run('refreshModels'), []);
    imds.role = 'instance-role';
    assert.notDeepEqual(await run('refreshModels'), []);
    assert.equal(issuer.sourceOf(own.requests.at(-1)?.accessKeyId ?? ''), 'imds');
    restoreKeys();
    await Promise.all([own.close(), imds.close()]);
  });

  it('are looked for again when OpenClaw’s .env changes', async () => {
    const config = await useConfig('{}');
    const dotEnv = join(dirname(config), '.env');
    const signedByKey = bedrock.waitFor(({ auth }) => auth === 'bearer');
    const writing = setInterval(() => writeFileSync(dotEnv, `AWS_BEARER_TOKEN_BEDROCK=${KEY}\n`), 250);
    // A list of another connection is asked for once somebody looks.
    const looking = setInterval(() => void chatModels(), 250);
    await signedByKey.finally(() => {
      clearInterval(writing);
      clearInterval(looking);
    });
  });

  it('show models that OpenClaw hides when asked to, without asking Bedrock again, and hide them again', async () => {
    const hidden = `{ models: { bedrockDiscovery: { providerFilter: ['anthropic'] } } }`;
    const all = await settledIds();
    await useConfig(hidden);
    const few = await settledIds();
    assert.ok(few.length > 0 && few.length < all.length, `${few.length} of ${all.length}`);

    forget();
    await run('showAllModels', true);
    assert.deepEqual(await settledIds(), all);
    await run('showAllModels', false);
    assert.deepEqual(await settledIds(), few);
    assert.deepEqual(callers(), new Set());
  });

  it('show all models even where OpenClaw’s discovery is off', async () => {
    await useConfig(`{ models: { bedrockDiscovery: { enabled: false } } }`);
    forget();
    assert.deepEqual(await run('refreshModels'), []);
    assert.deepEqual(callers(), new Set());
    await run('showAllModels', true);
    assert.notDeepEqual(await run('refreshModels'), []);
  });
});

/** Whose signature, or what kind of key. */
function caller({ auth, accessKeyId }: RecordedRequest): string {
  return accessKeyId ?? auth;
}

/** The chat's models once the rounds in which the editor asks have settled. */
async function settledIds(): Promise<string[]> {
  await chatModels();
  await chatModels();
  return (await chatModels()).map(({ id }: vscode.LanguageModelChat) => id).sort();
}
