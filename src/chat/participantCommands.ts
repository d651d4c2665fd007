/** What the participant's commands ask of a model, and what can be asked next. */
import type * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';

/** The names of the commands are in the manifest. */
const INSTRUCTIONS: Readonly<Record<string, string>> = {
  explain: 'Explain this code: what it is for, how it works, and what is easily misunderstood. Be brief.',
  fix: 'Find what is wrong with this code and show the corrected code. Say in a sentence what was wrong and why.',
  tests:
    'Write tests for this code, in the test framework and the style that the project uses. Cover the ordinary case, the limits, and what goes wrong.',
};

/** Nothing for a plain question. */
export function instructionFor(command: string | undefined): string {
  return (command !== undefined && INSTRUCTIONS[command]) || '';
}

export function isAboutCode(command: string | undefined): boolean {
  return command !== undefined && command in INSTRUCTIONS;
}

export function followupsTo(command: string | undefined): vscode.ChatFollowup[] {
  switch (command) {
    case 'explain':
      return [{ prompt: '', label: l10n.t('Write tests for it'), command: 'tests' }];
    case 'fix':
      return [{ prompt: '', label: l10n.t('Write tests for it'), command: 'tests' }, explanation()];
    case 'tests':
      return [
        { prompt: l10n.t('Which cases are still missing?'), label: l10n.t('Which cases are missing?') },
      ];
    default:
      return [];
  }
}

function explanation(): vscode.ChatFollowup {
  return { prompt: l10n.t('Why was that wrong?'), label: l10n.t('Why was that wrong?') };
}
