/**
 * Provider groups in the editor's model configuration. The editor host tells nobody when their file changed, so that
 * groups are asked for even once they are gone: every test that makes some is here, behind those of other files.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Bedrock } from '../bedrock/bedrock.ts';
import { chatModels, run, useBedrock, useConfig, useEndpoint, useVariables } from './world.ts';

const KEY = 'ABSKsimulatedBedrockApiKey';

describe('provider groups', () => {
  let bedrock: Bedrock;
  before(async () => {
    await useConfig('{}');
    bedrock = await useBedrock();
  });
  after(async () => {
    await run('stopUsingInChat');
    await clearGroups();
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
    const own = await useBedrock({ accessKeys: { [id]: secret }, bearerKeys: [KEY] });
    await run('setApiKey', KEY);
    // Credentials of one's own go to an endpoint of one's own.
    await run('useInChat', { name: 'Team', profile: 'team', endpoint: own.url });
    const { auth } = await own.waitFor(({ accessKeyId }) => accessKeyId === id);
    assert.equal(auth, 'sigv4');

    await run('stopUsingInChat');
    await run('removeApiKey');
    restore();
    await own.close();
  });

  it('made by Add Connection bring their models to the chat, and stay when Use in Chat is taken back', async () => {
    const elsewhere = await useBedrock({ region: 'eu-central-1' });
    await useEndpoint(bedrock.url);
    const group = { name: 'Europe', region: 'eu-central-1', endpoint: elsewhere.url, apiKey: KEY };
    const answer = await run('addConnection', group);
    assert.deepEqual(answer, { name: 'Europe', changed: true });
    await chatModels();
    await chatModels();
    const models = (await chatModels()).filter(({ id }) => id.includes('claude-sonnet-4-5'));
    assert.ok(elsewhere.requests.some(({ auth }) => auth === 'bearer'));
    assert.ok(models.length > 0);

    assert.doesNotMatch(await groupsText(), new RegExp(KEY));
    const again = await run<{ problem?: { code: string } }>('addConnection', { name: 'Europe' });
    assert.equal(again.problem?.code, 'connection-exists');
    assert.deepEqual(await run('stopUsingInChat'), { changed: false, left: ['Europe'] });
    await elsewhere.close();
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

async function openGroups(): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('workbench.action.openLanguageModelsJson');
  const editor = vscode.window.activeTextEditor;
  if (!editor?.document.uri.path.endsWith('/chatLanguageModels.json')) assert.fail('No file of groups.');
  return editor;
}

async function groupsText(): Promise<string> {
  const { document } = await openGroups();
  const text = document.getText();
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  return text;
}

/** Groups that hold a key stay when Use in Chat is taken back. */
async function clearGroups(): Promise<void> {
  const editor = await openGroups();
  const all = new vscode.Range(0, 0, editor.document.lineCount, 0);
  await editor.edit(builder => builder.replace(all, '[]'));
  await vscode.commands.executeCommand('workbench.action.files.save');
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
}
