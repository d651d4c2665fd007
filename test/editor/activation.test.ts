/** What activation does, and above all what it leaves undone. */
import assert from 'node:assert/strict';
import { basename, join } from 'node:path';
import * as vscode from 'vscode';

const ID = 'openclaw-bedrock.openclaw-bedrock';

describe('activation', () => {
  it('loads nothing that is not needed to start, such as the AWS SDK', async () => {
    const extension = vscode.extensions.getExtension(ID);
    assert.ok(extension);
    await extension.activate();
    const loaded = Object.keys(require.cache).filter(file =>
      file.startsWith(join(extension.extensionPath, 'dist')),
    );
    assert.deepEqual(
      loaded.map(file => basename(file)),
      ['extension.cjs'],
    );
  });

  it('registers every command of the manifest', async () => {
    const manifest = vscode.extensions.getExtension(ID)?.packageJSON as {
      contributes: { commands: { command: string }[] };
    };
    const registered = new Set(await vscode.commands.getCommands(true));
    const missing = manifest.contributes.commands.filter(({ command }) => !registered.has(command));
    assert.deepEqual(missing, []);
  });
});
