/** Each model once in the chat, whatever provider groups there are. */
import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Bedrock } from '../bedrock/bedrock.ts';
import { chatModels, run, useBedrock, useConfig, useVariables } from './world.ts';

describe('provider groups', () => {
  let bedrock: Bedrock;
  before(async () => {
    await useConfig('{}');
    bedrock = await useBedrock();
  });
  after(async () => {
    await run('stopUsingInChat');
    await bedrock.close();
  });

  it('lists each model once without a group, with one, with two, and after both are gone', async () => {
    const ids = await settledIds();
    assert.ok(ids.length > 20);
    assert.deepEqual(ids, unique(ids));

    await run('useInChat', { name: 'First' });
    assert.deepEqual(await settledIds(), ids);
    await run('useInChat', { name: 'Second' });
    assert.deepEqual(await settledIds(), ids);

    await run('stopUsingInChat');
    assert.deepEqual(await settledIds(), ids);
  });

  it('gives a group with a connection of its own models of its own', async () => {
    const elsewhere = await useBedrock({ region: 'eu-central-1' });
    await vscode.workspace
      .getConfiguration('openclawBedrock')
      .update('endpoint', bedrock.url, vscode.ConfigurationTarget.Global);
    await run('useInChat', { name: 'Here' });
    await run('useInChat', { name: 'Europe', region: 'eu-central-1', endpoint: elsewhere.url });
    const claude = (await settled()).filter(({ id }) => id.includes('claude-sonnet-4-5'));
    assert.equal(claude.length, 2);
    assert.ok(elsewhere.requests.some(({ operation }) => operation === 'ListInferenceProfiles'));

    for (const model of claude) {
      const response = await model.sendRequest([vscode.LanguageModelChatMessage.User('Hi')]);
      for await (const text of response.text) assert.ok(text);
    }
    const invoked = [bedrock, elsewhere].map(({ requests }) => requests.at(-1)?.modelId?.split('.')[0]);
    assert.deepEqual(invoked, ['us', 'eu']);
    await run('stopUsingInChat');
    await elsewhere.close();
  });

  it('signs for a group with what the group names, whatever key the editor keeps', async () => {
    const [id, secret] = ['AKIDTEAM', 'team-secret'];
    const credentials = join(mkdtempSync(join(tmpdir(), 'openclaw-bedrock-aws-')), 'credentials');
    writeFileSync(credentials, `[team]\naws_access_key_id = ${id}\naws_secret_access_key = ${secret}\n`);
    const restore = useVariables({ AWS_SHARED_CREDENTIALS_FILE: credentials });
    const own = await useBedrock({ accessKeys: { [id]: secret }, bearerKeys: ['ABSKkeptByTheEditor'] });
    await run('setApiKey', 'ABSKkeptByTheEditor');
    await run('useInChat', { name: 'Team', profile: 'team' });
    const { auth } = await own.waitFor(({ accessKeyId }) => accessKeyId === id);
    assert.equal(auth, 'sigv4');

    await run('stopUsingInChat');
    await run('removeApiKey');
    restore();
    await own.close();
  });
});

/**
 * The models once the rounds in which the editor asks have settled: every answer to `selectChatModels` is a
 * round, and the one it starts comes before the next.
 */
async function settled(): Promise<vscode.LanguageModelChat[]> {
  await chatModels();
  await chatModels();
  return chatModels();
}

async function settledIds(): Promise<string[]> {
  return (await settled()).map(({ id }) => id).sort();
}

function unique(ids: string[]): string[] {
  return [...new Set(ids)];
}
