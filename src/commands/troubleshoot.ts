/** Bedrock: Troubleshoot. */
import * as vscode from 'vscode';
import type { Command, Parts } from './parts.ts';

export const troubleshoot: Command = {
  id: 'openclawBedrock.troubleshoot',
  /** Called with the code of a problem it shows the page there. */
  run: async ({ extensionUri }: Parts, code?: string) => {
    const page = vscode.Uri.joinPath(extensionUri, 'docs', 'troubleshooting.md');
    const place = typeof code === 'string' ? page.with({ fragment: code }) : page;
    try {
      await vscode.commands.executeCommand('markdown.showPreview', place);
    } catch {
      // Editors without a preview of Markdown show it as it is written.
      await vscode.commands.executeCommand('vscode.open', page);
    }
    return { shown: place.toString() };
  },
};
