/** Set Primary Model and Undo, called with arguments, on real files and open documents. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import JSON5 from 'json5';
import * as vscode from 'vscode';
import { run, useBedrock, useConfig } from './world.ts';
import type { Bedrock } from '../bedrock/bedrock.ts';

interface Result {
  path: string;
  ref?: string;
  changed: boolean;
  warnings: string[];
  problem?: { code: string; explanation: string };
}

const REF = 'amazon-bedrock/us.anthropic.claude-sonnet-4-5-20250929-v1:0';
const CONFIG = `// mine
{
  agents: {
    defaults: {
      model: { primary: 'anthropic/claude', fallbacks: ['openai/gpt'], }, // both
      models: { 'anthropic/claude': {}, },
    },
  },
  env: { vars: { TOKEN: '\${TOKEN}' } },
}
`;

describe('set primary model', () => {
  let bedrock: Bedrock;
  before(async () => (bedrock = await useBedrock()));
  after(() => bedrock.close());

  it('edits the members that say so and nothing else, and undoes it', async () => {
    const path = await useConfig(CONFIG);
    const result = await run<Result>('setPrimaryModel', REF);
    // The simulator is the editor's alone.
    assert.match(result.warnings.join('\n'), /^OpenClaw uses another endpoint\. .*$/);
    assert.deepEqual(
      { ...result, warnings: [] },
      { path, ref: REF, changed: true, notDone: [], warnings: [] },
    );
    const expected = CONFIG.replace(`primary: 'anthropic/claude'`, `primary: '${REF}'`).replace(
      `{ 'anthropic/claude': {}, }`,
      `{ 'anthropic/claude': {}, '${REF}': {}, }`,
    );
    assert.equal(readFileSync(path, 'utf8'), expected);

    await run('undoLastConfigChange');
    assert.equal(readFileSync(path, 'utf8'), CONFIG);
  });

  it('changes nothing where the model is primary already', async () => {
    const path = await useConfig(`{ agents: { defaults: { model: '${REF}' } } }`);
    const { mtimeMs } = statSync(path);
    assert.equal((await run<Result>('setPrimaryModel', REF)).changed, false);
    assert.equal(statSync(path).mtimeMs, mtimeMs);
  });

  it('leaves a missing config missing, unless told to create it', async () => {
    const path = await useConfig(undefined);
    assert.equal((await run<Result>('setPrimaryModel', REF)).problem?.code, 'config-missing');
    assert.equal(existsSync(path), false);

    assert.equal((await run<Result>('setPrimaryModel', REF, { create: true })).changed, true);
    assert.deepEqual(JSON5.parse(readFileSync(path, 'utf8')), {
      agents: { defaults: { model: { primary: REF } } },
    });
    assert.equal(statSync(path).mode & 0o777, 0o600);
    await run('undoLastConfigChange');
    assert.equal(existsSync(path), false);
  });

  it('names file, line and column of a malformed config and writes nothing', async () => {
    const text = '{\n  agents: {\n    defaults: oops\n  }\n}\n';
    const path = await useConfig(text);
    const { problem, changed } = await run<Result>('setPrimaryModel', REF);
    assert.equal(changed, false);
    assert.equal(problem?.code, 'config-malformed');
    assert.ok(problem.explanation.includes(`${path}, line 3, column 15`), problem.explanation);
    assert.equal(readFileSync(path, 'utf8'), text);
  });

  it('refuses a ref that is not one of Bedrock’s', async () => {
    await useConfig(CONFIG);
    assert.equal((await run<Result>('setPrimaryModel', 'openai/gpt-5')).problem?.code, 'reference-invalid');
  });

  it('does not undo what something else has changed since', async () => {
    const path = await useConfig(CONFIG);
    await run('setPrimaryModel', REF);
    const later = `${readFileSync(path, 'utf8')}// a later change\n`;
    writeFileSync(path, later);
    const { problem } = await run<Result>('undoLastConfigChange');
    assert.equal(problem?.code, 'config-changed-since');
    assert.equal(readFileSync(path, 'utf8'), later);
  });

  it('edits the open document when it has unsaved changes, and leaves it unsaved', async () => {
    const path = await useConfig(CONFIG);
    // The served editor saves by itself after a second.
    await vscode.workspace
      .getConfiguration('files')
      .update('autoSave', 'off', vscode.ConfigurationTarget.Global);
    const document = await vscode.workspace.openTextDocument(path);
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit(edit => edit.insert(new vscode.Position(0, 0), '// typed, not saved\n'));

    assert.equal((await run<Result>('setPrimaryModel', REF)).changed, true);
    assert.equal(readFileSync(path, 'utf8'), CONFIG);
    assert.equal(document.isDirty, true);
    assert.ok(document.getText().startsWith('// typed, not saved\n// mine\n'));
    assert.ok(document.getText().includes(`primary: '${REF}'`));

    await run('undoLastConfigChange');
    assert.equal(document.getText(), `// typed, not saved\n${CONFIG}`);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
