/** Editing the config by hand: its language, marks and quick fixes, completion and hovers, in the real editor. */
import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import type { Bedrock } from '../bedrock/bedrock.ts';
import { run, useBedrock, useConfig, useVersion } from './world.ts';

const SONNET = 'amazon-bedrock/us.anthropic.claude-sonnet-4-5-20250929-v1:0';
const BARE = 'amazon-bedrock/anthropic.claude-sonnet-4-5-20250929-v1:0';

describe('editing the config by hand', () => {
  let bedrock: Bedrock;
  before(async () => {
    bedrock = await useBedrock();
    await useVersion('2026.9.6');
    await run('refreshModels');
  });
  after(async () => {
    await useVersion('');
    await bedrock.close();
  });
  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  it('gives the config its language by its name, and marks nothing in what JSON5 allows', async () => {
    const document = await open(
      await useConfig(`// mine\n{ agents: { defaults: { model: '${SONNET}', }, }, }\n`),
    );
    assert.equal(document.languageId, 'json5');
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
  });

  it('gives it to a config of another name, and to the files it includes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'openclaw-bedrock-config-'));
    const [root, part] = [join(folder, 'mine.json'), join(folder, 'agents.json')];
    writeFileSync(root, "{ agents: { $include: './agents.json' } }");
    writeFileSync(part, "{ defaults: { modle: 'amazon-bedrock/x' } }");
    await vscode.workspace
      .getConfiguration('openclawBedrock')
      .update('configPath', root, vscode.ConfigurationTarget.Global);
    for (const path of [root, part]) {
      const { uri } = await vscode.workspace.openTextDocument(path);
      await until(
        () =>
          vscode.workspace.textDocuments.some(
            each => each.uri.fsPath === uri.fsPath && each.languageId === 'json5',
          ),
        vscode.workspace.onDidOpenTextDocument,
      );
    }
    const uri = vscode.Uri.file(part);
    await marked(uri, messages => messages.some(message => message.includes('Did you mean "model"')));
  });

  it('marks what OpenClaw refuses and what will not work, and clears the marks as it is mended', async () => {
    const path = await useConfig(
      `{ agents: { defaults: { model: '${BARE}' } }, models: { bedrockDiscovery: {} } }`,
    );
    const document = await open(path);
    await marked(document.uri, messages => messages.length === 2);
    const [model, layout] = vscode.languages.getDiagnostics(document.uri);
    assert.deepEqual(
      [model?.code, model?.severity],
      ['model-needs-profile', vscode.DiagnosticSeverity.Warning],
    );
    assert.equal(document.getText(model?.range), `'${BARE}'`);
    assert.deepEqual([layout?.code, layout?.source], ['other-layout', 'OpenClaw']);

    await replace(document, 'models: { bedrockDiscovery: {} }', 'models: {');
    await marked(document.uri, messages => messages.some(message => message.startsWith('Syntax error')));
    await replace(document, ', models: {', '');
    await marked(
      document.uri,
      messages => messages.length === 1 && messages[0]!.includes('inference profile'),
    );

    const away = useConfig('{}');
    await marked(document.uri, messages => messages.length === 0);
    await away;
  });

  it('mends with one click what it marks, and nothing else', async () => {
    const text = `// mine\n{ agents: { defaults: { model: '${BARE}', imageModle: 'x/y', } } } // end\n`;
    const document = await open(await useConfig(text));
    await marked(document.uri, messages => messages.length === 2);
    for (const [what, title] of [
      [BARE, `Change to "${SONNET}"`],
      ['imageModle', 'Change to "imageModel"'],
    ] as const) {
      const actions = await actionsAt(document, what);
      const action = actions.find(each => each.title === title);
      assert.ok(action?.edit && action.isPreferred, actions.map(each => each.title).join());
      await vscode.workspace.applyEdit(action.edit);
      await marked(
        document.uri,
        messages => !messages.some(message => message.includes(what.replace('amazon-bedrock/', ''))),
      );
    }
    assert.equal(document.getText(), text.replace(BARE, SONNET).replace('imageModle', 'imageModel'));
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
  });

  it('offers to migrate discovery settings', async () => {
    const document = await open(await useConfig('{ models: { bedrockDiscovery: { enabled: true } } }'));
    await marked(document.uri, messages => messages.length === 1);
    const actions = await actionsAt(document, 'bedrockDiscovery');
    const action = actions.find(({ title }) => title === 'Migrate Discovery Settings');
    assert.equal(action?.command?.command, 'openclawBedrock.migrateDiscovery');
  });

  it('suggests settings and models while the text does not parse', async () => {
    const document = await open(
      await useConfig("{ agents: { defaults: { model: '', im } }, plugins: { entries: "),
    );
    const names = await suggestedAt(document, ', im');
    const imageModel = names.find(({ label }) => labelOf(label) === 'imageModel');
    assert.ok(imageModel?.documentation, names.map(({ label }) => labelOf(label)).join());

    const models = await suggestedAt(document, "model: '");
    const sonnet = models.find(({ label }) => labelOf(label) === SONNET);
    assert.ok(sonnet, models.map(({ label }) => labelOf(label)).join());
    assert.ok(typeof sonnet.label !== 'string' && sonnet.label.description?.includes('200K'));
    assert.deepEqual((sonnet.insertText as vscode.SnippetString).value, `'${SONNET}'`);
    assert.ok(sonnet.range instanceof vscode.Range && document.getText(sonnet.range) === "''");
  });

  it('explains settings and models under the mouse', async () => {
    const document = await open(
      await useConfig(
        `{ agents: { defaults: { model: '${SONNET}' } }, plugins: { entries: { 'amazon-bedrock': { config: { discovery: { refreshInterval: 60, } } } } } }`,
      ),
    );
    assert.match(await hoverAt(document, 'refreshInterval'), /seconds[^]*Default: 3600/);
    assert.match(await hoverAt(document, SONNET), /Claude Sonnet 4\.5[^]*200,000 tokens[^]*\$3\.30 in/);
    assert.equal(await hoverAt(document, 'agents'), '');
  });

  it('leaves other files of the language alone', async () => {
    const other = join(dirname(await useConfig(undefined)), 'other.json5');
    writeFileSync(other, '{ agents: 5 }');
    const document = await open(other);
    assert.equal(document.languageId, 'json5');
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
  });
});

async function open(path: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(path);
  await vscode.window.showTextDocument(document);
  return document;
}

async function replace(document: vscode.TextDocument, from: string, to: string): Promise<void> {
  const start = document.getText().indexOf(from);
  assert.ok(start >= 0, `${from} is not in ${document.getText()}`);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(
    document.uri,
    new vscode.Range(document.positionAt(start), document.positionAt(start + from.length)),
    to,
  );
  await vscode.workspace.applyEdit(edit);
}

/** Resolves once the condition holds, looked at after each event. */
async function until(condition: () => boolean, event: vscode.Event<unknown>): Promise<void> {
  let listener: vscode.Disposable | undefined;
  await new Promise<void>(resolve => {
    listener = event(() => condition() && resolve());
    if (condition()) resolve();
  });
  listener?.dispose();
}

/** Resolves once the messages that are marked are as told. */
function marked(uri: vscode.Uri, are: (messages: string[]) => boolean): Promise<void> {
  const messages = () => vscode.languages.getDiagnostics(uri).map(({ message }) => message);
  return until(() => are(messages()), vscode.languages.onDidChangeDiagnostics);
}

function positionOf(document: vscode.TextDocument, text: string): vscode.Position {
  const start = document.getText().indexOf(text);
  assert.ok(start >= 0, `${text} is not in ${document.getText()}`);
  return document.positionAt(start);
}

function actionsAt(document: vscode.TextDocument, text: string): Thenable<vscode.CodeAction[]> {
  const position = positionOf(document, text);
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(position, position),
    vscode.CodeActionKind.QuickFix.value,
  );
}

/** At the end of the text. */
async function suggestedAt(document: vscode.TextDocument, text: string): Promise<vscode.CompletionItem[]> {
  const position = positionOf(document, text).translate(0, text.length);
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
  );
  return items;
}

function labelOf(label: string | vscode.CompletionItemLabel): string {
  return typeof label === 'string' ? label : label.label;
}

async function hoverAt(document: vscode.TextDocument, text: string): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    positionOf(document, text),
  );
  return hovers
    .flatMap(({ contents }) => contents.map(each => (each as vscode.MarkdownString).value))
    .join('\n');
}
