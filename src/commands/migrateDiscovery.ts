/** OpenClaw: Migrate Discovery Settings. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { planMigration } from '../openclaw/edits/discovery.ts';
import { type EditOptions, makeChange } from './change.ts';
import type { Command, Parts } from './parts.ts';

export const migrateDiscovery: Command = {
  id: 'openclawBedrock.migrateDiscovery',
  run: (parts: Parts, options?: EditOptions) =>
    makeChange(parts, options && !(options instanceof vscode.TreeItem) ? options : 'hand', {
      plan: planMigration,
      question: l10n.t('Move OpenClaw’s discovery settings?'),
      done: l10n.t('OpenClaw’s discovery settings are where its newer versions read them.'),
      same: l10n.t('OpenClaw’s config has no discovery settings in the older place.'),
    }),
};
