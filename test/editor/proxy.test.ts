/** Use an OpenAI-Compatible Proxy, called with arguments, on real files and a server that refuses wrong keys. */
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import JSON5 from 'json5';
import * as vscode from 'vscode';
import { type OpenAiProxy, PROXY_KEY, SIGN_IN_PAGE, startOpenAiProxy } from '../openaiProxy.ts';
import { run, useConfig, useVariables, useVersion } from './world.ts';

interface Result {
  path: string;
  ref?: string;
  changed: boolean;
  notDone: string[];
  warnings: string[];
  problem?: { code: string; explanation: string; fixes: { label: string; arguments?: unknown[] }[] };
}

const BEFORE = `{
  // mine
  agents: { defaults: { model: 'openai/gpt-5.4' } },
}
`;

describe('a proxy that OpenClaw is to use, by arguments', () => {
  let proxy: OpenAiProxy;
  let restore: () => void;
  before(async () => {
    proxy = await startOpenAiProxy();
    restore = useVariables({ BEDROCK_PROXY_API_KEY: PROXY_KEY, WRONG_KEY: 'sk-wrong-0011223344556677' });
    await useVersion('2026.9.6');
  });
  afterEach(() => proxy.answerWith(undefined));
  after(async () => {
    restore();
    await useVersion('');
    await proxy.close();
  });

  const text = (path: string) => readFileSync(path, 'utf8');
  const block = (path: string, id = 'bedrock-proxy') =>
    JSON5.parse<{ models: { providers: Record<string, { models: { id: string }[] }> } }>(text(path)).models
      .providers[id];
  const use = (given: object, options?: object) => run<Result>('useProxy', given, options);

  it('is written with all its models and the name of its key, and taken back', async () => {
    const path = await useConfig(BEFORE);
    const result = await use({ baseUrl: proxy.baseUrl });
    assert.deepEqual(result, { path, changed: true, notDone: [], warnings: [] });
    assert.ok(text(path).startsWith(BEFORE.slice(0, -3)), text(path));
    const { models, ...rest } = block(path)!;
    assert.deepEqual(rest, {
      baseUrl: proxy.baseUrl,
      apiKey: '${BEDROCK_PROXY_API_KEY}',
      api: 'openai-completions',
    });
    assert.deepEqual(
      models.map(({ id }) => id),
      ['claude-sonnet-4-5', 'bedrock/us.amazon.nova-pro-v1:0', 'house-model', 'titan-embed-text-v2'],
    );
    assert.equal((await use({ baseUrl: `${proxy.baseUrl}/models` })).changed, false);
    await run('undoLastConfigChange');
    assert.equal(text(path), BEFORE);
  });

  it('asks for no list where its models are named, and makes one primary', async () => {
    const path = await useConfig(BEFORE);
    const asked = proxy.requests.length;
    const given = {
      baseUrl: 'https://litellm.example.com/v1',
      models: ['claude-sonnet-4-5'],
      primary: 'claude-sonnet-4-5',
      keyVariable: 'COMPANY_KEY',
    };
    const result = await use(given);
    assert.equal(result.ref, 'litellm/claude-sonnet-4-5');
    assert.equal(result.changed, true);
    assert.match(result.warnings.join(), /does not have COMPANY_KEY yet/);
    assert.equal(proxy.requests.length, asked);
    assert.ok(text(path).includes(`model: 'litellm/claude-sonnet-4-5'`), text(path));
  });

  it('needs consent where an older OpenClaw could not read its config any more', async () => {
    const path = await useConfig(BEFORE);
    await useVersion('2026.2.6-3');
    try {
      const given = { baseUrl: proxy.baseUrl, models: ['x'], keyVariable: 'COMPANY_KEY' };
      const refused = await use(given);
      assert.deepEqual([refused.changed, refused.notDone.length], [false, 1]);
      assert.equal(text(path), BEFORE);
      assert.equal((await use(given, { allowRelated: true })).changed, true);
    } finally {
      await useVersion('2026.9.6');
    }
  });

  it('is not led elsewhere without consent', async () => {
    const before = `{ models: { providers: { mine: { baseUrl: 'https://other.example.com', models: [] } } } }`;
    const path = await useConfig(before);
    const given = { baseUrl: proxy.baseUrl, providerId: 'mine', keyVariable: 'BEDROCK_PROXY_API_KEY' };
    const refused = await use(given);
    assert.deepEqual([refused.changed, refused.notDone.length], [false, 1]);
    assert.equal(text(path), before);
    assert.equal((await use(given, { allowRelated: true })).changed, true);
    assert.equal((block(path, 'mine') as unknown as { baseUrl: string }).baseUrl, proxy.baseUrl);
  });

  const refused: [name: string, given: () => object, code: string][] = [
    ['no URL', () => ({ baseUrl: 'litellm' }), 'endpoint-invalid'],
    ['a password in the URL', () => ({ baseUrl: 'https://jane:s3cret@example.com' }), 'endpoint-invalid'],
    ['what is not encrypted', () => ({ baseUrl: 'http://litellm.example.com/v1' }), 'endpoint-invalid'],
    [
      'the id of Bedrock',
      () => ({ baseUrl: proxy.baseUrl, providerId: 'amazon-bedrock' }),
      'setting-invalid',
    ],
    ['a key for a name', () => ({ baseUrl: proxy.baseUrl, keyVariable: PROXY_KEY }), 'setting-invalid'],
    [
      'no key for a public host',
      () => ({ baseUrl: 'https://x.example.com', keyVariable: null }),
      'setting-invalid',
    ],
    ['no list', () => ({ baseUrl: proxy.baseUrl, models: [] }), 'setting-invalid'],
    ['a primary that is not there', () => ({ baseUrl: proxy.baseUrl, primary: 'x' }), 'setting-invalid'],
    ['a wrong key', () => ({ baseUrl: proxy.baseUrl, keyVariable: 'WRONG_KEY' }), 'credentials-refused'],
    ['a key that is not set', () => ({ baseUrl: proxy.baseUrl, keyVariable: 'UNSET_KEY' }), 'key-missing'],
    ['nobody there', () => ({ baseUrl: 'http://127.0.0.1:9/v1' }), 'unreachable'],
  ];
  for (const [name, given, code] of refused) {
    it(`is refused for ${name}`, async () => {
      const path = await useConfig(BEFORE);
      const result = await use(given());
      assert.equal(result.problem?.code, code);
      assert.doesNotMatch(JSON.stringify(result), /sk-|s3cret/);
      assert.equal(result.changed, false);
      assert.equal(text(path), BEFORE);
    });
  }

  it('is refused where a page comes in place of the list, and offered where the list is', async () => {
    await useConfig(BEFORE);
    proxy.answerWith(SIGN_IN_PAGE);
    assert.equal((await use({ baseUrl: proxy.baseUrl })).problem?.code, 'not-openai');
    proxy.answerWith(undefined);
    const { problem } = await use({ baseUrl: proxy.url });
    assert.equal(problem?.code, 'not-openai');
    assert.deepEqual(problem.fixes[0]?.arguments?.[0], {
      baseUrl: proxy.baseUrl,
      providerId: 'bedrock-proxy',
      keyVariable: 'BEDROCK_PROXY_API_KEY',
    });
  });

  it('has its key set by a person, in a file that is theirs alone', async () => {
    await useConfig(BEFORE);
    const { path } = await run<{ path: string }>('openEnvironmentFile', 'COMPANY_KEY');
    assert.equal(statSync(path).mode & 0o777, 0o600);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.fsPath, path);
    assert.equal(editor.document.getText(), 'COMPANY_KEY=');
    assert.equal(text(path), '');

    await editor.edit(edit => edit.insert(editor.selection.active, 'x # mine'));
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await run('openEnvironmentFile', 'COMPANY_KEY');
    assert.equal(editor.document.getText(), 'COMPANY_KEY=x # mine');
    assert.equal(editor.selection.active.character, 'COMPANY_KEY=x'.length);
    await run('openEnvironmentFile', 'OTHER_KEY');
    assert.equal(editor.document.getText(), 'COMPANY_KEY=x # mine\nOTHER_KEY=');

    const refused = await run<Result>('openEnvironmentFile', PROXY_KEY);
    assert.equal(refused.problem?.code, 'setting-invalid');
    assert.ok(!JSON.stringify(refused).includes(PROXY_KEY));
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });
});
