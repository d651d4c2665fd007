/** Bedrock: Set API Key. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import * as fixes from '../bedrock/fixes.ts';
import { consoleUrl } from '../regions.ts';
import { askText, BACK } from '../editor/ask.ts';
import { ProblemError } from '../problem.ts';
import { invalidApiKey } from './connectionProblems.ts';
import { apiKeyProblem } from './connectionWords.ts';
import type { Command, Parts } from './parts.ts';

export const setApiKey: Command = {
  id: 'openclawBedrock.setApiKey',
  /** Called with a key it asks nothing. The answer never holds it. */
  run: async (parts: Parts, given?: string) => {
    const key = typeof given === 'string' ? given.trim() : await askForKey(parts);
    if (key === undefined) return { changed: false };
    const problem = apiKeyProblem(key);
    if (problem) throw new ProblemError(invalidApiKey(problem, fixes.setApiKey()));

    const changed = (await parts.apiKey.get()) !== key;
    if (changed) await parts.apiKey.set(key);
    void vscode.window.showInformationMessage(
      l10n.t('Bedrock now uses this API key. OpenClaw does not get it.'),
    );
    return { changed };
  },
};

async function askForKey({ connections }: Parts): Promise<string | undefined> {
  const { region } = (await connections.detected()).connection;
  const key = await askText({
    title: l10n.t('Bedrock API Key'),
    prompt: l10n.t(
      'It is kept in the editor’s secret storage, not in a file, and goes before the other credentials of this machine.',
    ),
    placeholder: l10n.t('Paste the key here'),
    isSecret: true,
    problemOf: apiKeyProblem,
    link: {
      tooltip: l10n.t('Make a key in the AWS console'),
      url: consoleUrl(region.name, '/bedrock/home#/api-keys'),
    },
  });
  return key === BACK ? undefined : key;
}
