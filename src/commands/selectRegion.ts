/** Bedrock: Select Region. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { explainRegion, originName } from '../bedrock/connection/explain.ts';
import { askPick, BACK } from '../editor/ask.ts';
import { connectionLayer, setRegionSetting } from '../editor/settings.ts';
import { isRegionName } from '../regions.ts';
import { ProblemError } from '../problem.ts';
import { invalidRegion } from './connectionProblems.ts';
import type { Command, Parts } from './parts.ts';
import { type RegionChoice, regionItems, typedRegion } from './regionItems.ts';

export const selectRegion: Command = {
  id: 'openclawBedrock.selectRegion',
  /** Called with a region's name it asks nothing; a blank one means the one that is found. */
  run: async (parts: Parts, given?: string) => {
    const before = connectionLayer().region ?? '';
    const chosen = typeof given === 'string' ? given.trim() : await pick(parts, before);
    if (chosen === undefined) return { region: before, changed: false };
    if (chosen && !isRegionName(chosen)) throw new ProblemError(invalidRegion(chosen));
    await setRegionSetting(chosen);
    const { connection } = await parts.connections.detected();
    if (typeof given !== 'string') {
      void vscode.window.showInformationMessage(
        l10n.t('Bedrock is now used in {0}.', explainRegion(connection.region)),
      );
    }
    return { region: chosen, changed: chosen !== before };
  },
};

async function pick(parts: Parts, current: string): Promise<string | undefined> {
  const picked = await askPick({
    title: l10n.t('Select the Region for Bedrock'),
    placeholder: l10n.t('Type a name or a place; the choice is kept in the setting openclawBedrock.region'),
    items: regionItems(await regionChoice(parts, current)),
    itemOf: typedRegion,
  });
  return picked === BACK ? undefined : picked;
}

/** What the regions mean to this machine; `profile`: the one that is about to be used, if it is another. */
export async function regionChoice(
  { connections }: Parts,
  current: string,
  profile?: string,
): Promise<RegionChoice> {
  const [openclaw, { list }, detected] = await Promise.all([
    connections.openclaw(),
    connections.profiles(),
    connections.detected(),
  ]);
  const { credentials } = detected.connection;
  const name = profile ?? (credentials.kind === 'profile' ? credentials.profile : 'default');
  const { region } = openclaw;
  return {
    current,
    otherwise: `${region.name} (${originName(region.origin)})`,
    marks: [
      { region: region.name, text: l10n.t('OpenClaw’s') },
      { region: list.find(each => each.name === name)?.region, text: l10n.t('of the profile {0}', name) },
    ],
  };
}
