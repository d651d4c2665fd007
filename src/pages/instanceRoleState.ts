/** What the Set Up Instance Role page shows, made from what is known and what was done. */
import * as l10n from '@vscode/l10n';
import { outcomeName } from '../setup/reportText.ts';
import { isRoleName, type RoleStep } from '../setup/roleSteps.ts';
import type { RoleSetup } from '../state/roleSetup.ts';
import type { Action, Choices, PageStep, RolePageState } from './instanceRoleMessages.ts';

/** What came of a step that was taken. */
export type Taken = Pick<PageStep, 'outcome' | 'reason'>;

export const FIRST_CHOICES: Choices = { name: 'OpenClawBedrock', adminProfile: '', policy: 'any' };

export interface RolePageLook {
  readonly instance: RoleSetup['instance'];
  readonly policies: RoleSetup['policies'];
  readonly choices: Choices;
  readonly steps: readonly RoleStep[];
  /** By the ids of the steps. */
  readonly taken: ReadonlyMap<string, Taken>;
  /** Whether any command runs. */
  readonly isRunning: boolean;
  readonly status: string;
}

export function rolePageState(look: RolePageLook): RolePageState {
  const { instance, policies, choices, steps, status } = look;
  const isNamed = instance.role === undefined || choices.policy !== 'managed';
  const isNameWrong = isNamed && !isRoleName(choices.name);
  return {
    facts: l10n.t(
      'Instance {0} in {1}, account {2}. {3}',
      instance.id,
      instance.region,
      instance.account,
      instance.role === undefined
        ? l10n.t('It has no role yet.')
        : l10n.t('It has the role {0} already, which keeps what it may do.', instance.role),
    ),
    status: isNameWrong
      ? l10n.t('A name has letters, digits and + = . @ - _, at most 64 of them and no - at the beginning.')
      : status,
    choices,
    isNamed,
    isNameWrong,
    policies,
    steps: steps.map(step => pageStep(step, look, isNameWrong)),
  };
}

function pageStep({ id, title, text, does }: RoleStep, look: RolePageLook, isNameWrong: boolean): PageStep {
  const { outcome, reason } = look.taken.get(id) ?? { outcome: 'waiting', reason: '' };
  const button = (label: string, action: Action, isOff = false) => ({ label, action, isOff });
  const runs = 'command' in does;
  return {
    id,
    title,
    text,
    command: runs ? does.command : '',
    outcome,
    outcomeName: outcome === 'waiting' ? '' : outcomeName(outcome),
    reason,
    buttons: runs
      ? [
          outcome === 'running'
            ? button(l10n.t('Stop'), 'stop')
            : button(l10n.t('Run in Terminal'), 'run', look.isRunning || isNameWrong),
          button(l10n.t('Copy'), 'copy', isNameWrong),
        ]
      : [button(does.fix.label, 'fix')],
  };
}
