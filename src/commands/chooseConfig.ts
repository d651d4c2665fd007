/** OpenClaw: Choose Config. */
import { homedir } from 'node:os';
import { sep } from 'node:path';
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { configPathSetting, setConfigPathSetting } from '../editor/settings.ts';
import type { Command, Parts } from './parts.ts';

interface Item extends vscode.QuickPickItem {
  /** Blank: where OpenClaw looks. Undefined: to be chosen in the file dialog. */
  readonly path?: string;
}

export const chooseConfig: Command = {
  id: 'openclawBedrock.chooseConfig',
  /** Called with a path it asks nothing; a blank one means where OpenClaw looks. */
  run: async (parts: Parts, path?: string) => {
    if (typeof path === 'string') await setConfigPathSetting(path.trim());
    else if (await choose(parts)) tell(parts);
    return { path: parts.config.path };
  },
};

function tell({ config }: Parts): void {
  void vscode.window.showInformationMessage(l10n.t('OpenClaw’s config is now {0}.', shownPath(config.path)));
}

function shownPath(path: string): string {
  return path.startsWith(homedir() + sep) ? path.replace(homedir(), '~') : path;
}

/**
 * Has the user say which config is meant, once, where there are several and nothing tells. False when they don't.
 */
export async function settleConfig(parts: Parts): Promise<boolean> {
  if (!(await parts.config.isAmbiguous())) return true;
  return choose(parts);
}

async function choose({ config }: Parts): Promise<boolean> {
  const found = await config.existing();
  const items: Item[] = [
    ...found.map(({ path, profile }) => ({
      label: shownPath(path),
      description: [path === config.path && l10n.t('in use'), profile && l10n.t('profile {0}', profile)]
        .filter(Boolean)
        .join(' · '),
      path,
    })),
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    { label: l10n.t('Another file …') },
    ...(configPathSetting() ? [{ label: l10n.t('Where OpenClaw itself looks'), path: '' }] : []),
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: l10n.t('Choose OpenClaw’s Config'),
    placeHolder: l10n.t('The choice is kept in the setting openclawBedrock.configPath'),
  });
  if (!picked) return false;
  const path = picked.path ?? (await browse());
  if (path === undefined) return false;
  await setConfigPathSetting(path);
  return true;
}

async function browse(): Promise<string | undefined> {
  const [uri] =
    (await vscode.window.showOpenDialog({
      title: l10n.t('Choose OpenClaw’s Config'),
      filters: { [l10n.t('OpenClaw config')]: ['json', 'json5', 'jsonc'] },
    })) ?? [];
  return uri?.fsPath;
}
