/** Which OpenClaw a config is for, asked once where neither its command nor the config tells. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { EXAMPLE_VERSIONS } from '../openclaw/layout.ts';
import type { Parts } from './parts.ts';

/** False when the question is not answered; the answer counts until something else tells. */
export async function whichOpenClaw({ installed }: Parts): Promise<boolean> {
  const picked = await vscode.window.showQuickPick(
    EXAMPLE_VERSIONS.map(({ version, until }) => ({
      label: until ? l10n.t('{0} to {1}', version, until) : l10n.t('{0} or newer', version),
      version,
    })),
    {
      title: l10n.t('Which OpenClaw is the config for?'),
      placeHolder: l10n.t('Its versions keep settings in different places. "openclaw --version" tells'),
      ignoreFocusOut: true,
    },
  );
  if (!picked) return false;
  await installed.answer(picked.version);
  return true;
}
