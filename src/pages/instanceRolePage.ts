/**
 * Bedrock: Set Up Instance Role as an editor tab: like a notebook, a list of steps, each with its command, which runs
 * in a terminal once a person agreed to it.
 */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { CommandTerminal } from '../editor/commandTerminal.ts';
import { Disposable } from '../editor/disposable.ts';
import { takeFix } from '../editor/notify.ts';
import { consoleUrl } from '../regions.ts';
import { outcomeName } from '../setup/reportText.ts';
import { isRoleName, type RoleStep, roleSteps, shellScript } from '../setup/roleSteps.ts';
import { stepOutcome } from '../setup/stepOutcome.ts';
import type { RoleSetup } from '../state/roleSetup.ts';
import { pagePanel } from './frame.ts';
import { instanceRoleBody } from './instanceRoleBody.ts';
import type { Action, Choices, FromRolePage, PageStep, RolePageState } from './instanceRoleMessages.ts';

/** What came of a step that was taken. */
interface Taken {
  readonly outcome: PageStep['outcome'];
  readonly reason: string;
}

const FIRST_CHOICES: Choices = { name: 'OpenClawBedrock', adminProfile: '', policy: 'any' };

export class InstanceRolePage extends Disposable {
  readonly #extensionUri: vscode.Uri;
  #open: OpenPage | undefined;

  constructor(extensionUri: vscode.Uri) {
    super();
    this.#extensionUri = extensionUri;
  }

  /** Opens the page for this instance; one that is open is for what the instance was before. */
  show(setup: RoleSetup): void {
    this.#open?.dispose();
    const page = new OpenPage(this.#extensionUri, setup, () => {
      if (this.#open === page) this.#open = undefined;
    });
    this.#open = page;
  }

  override dispose(): void {
    this.#open?.dispose();
    super.dispose();
  }
}

/** One tab, from its opening to its end. */
class OpenPage extends Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #setup: RoleSetup;
  readonly #onClosed: () => void;
  readonly #terminal = this.register(new CommandTerminal(l10n.t('Set Up Instance Role')));
  readonly #taken = new Map<string, Taken>();
  #choices = FIRST_CHOICES;

  constructor(extensionUri: vscode.Uri, setup: RoleSetup, onClosed: () => void) {
    super();
    this.#setup = setup;
    this.#onClosed = onClosed;
    const title = l10n.t('Set Up Instance Role');
    const page = { title, name: 'instanceRole', styles: 'steps', body: instanceRoleBody() };
    this.#panel = this.register(pagePanel(extensionUri, page, 'server-environment'));
    this.register(
      this.#panel.webview.onDidReceiveMessage(
        (message: FromRolePage) =>
          void this.#hear(message).catch((error: unknown) => this.#tell((error as Error).message)),
      ),
    );
    this.register(this.#panel.onDidDispose(() => this.dispose()));
  }

  override dispose(): void {
    this.#onClosed();
    super.dispose();
  }

  async #hear(message: FromRolePage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#tell();
        break;
      case 'choose':
        this.#choices = { ...this.#choices, ...message.choices };
        this.#tell();
        break;
      case 'copyAll':
        await vscode.env.clipboard.writeText(shellScript(this.#steps));
        this.#tell(l10n.t('All commands are in the clipboard. Paste them into AWS CloudShell.'));
        break;
      case 'openCloudShell':
        await vscode.env.openExternal(
          vscode.Uri.parse(consoleUrl(this.#setup.instance.region, '/cloudshell/home')),
        );
        break;
      case 'take': {
        const step = this.#steps.find(({ id }) => id === message.step);
        if (step) await this.#take(step, message.action);
        break;
      }
    }
  }

  async #take(step: RoleStep, action: Action): Promise<void> {
    if (action === 'stop') {
      this.#terminal.stop();
    } else if ('fix' in step.does) {
      await takeFix(step.does.fix);
    } else if (action === 'copy') {
      await vscode.env.clipboard.writeText(step.does.command);
      this.#tell(l10n.t('The command is in the clipboard.'));
    } else if (await isAgreed(step.title, step.does.command)) {
      await this.#run(step, step.does.command);
    }
  }

  async #run({ id }: RoleStep, command: string): Promise<void> {
    this.#taken.set(id, { outcome: 'running', reason: '' });
    this.#tell();
    try {
      this.#taken.set(id, stepOutcome(await this.#terminal.run(command), this.#setup.instance.account));
    } catch (error) {
      this.#taken.set(id, { outcome: 'failed', reason: (error as Error).message });
    }
    this.#tell();
  }

  get #steps(): RoleStep[] {
    const { instance, openclaw, policyOf } = this.#setup;
    const { name, adminProfile, policy } = this.#choices;
    const named = isRoleName(name) ? name : FIRST_CHOICES.name;
    return roleSteps({ instance, openclaw, adminProfile, name: named, policy: policyOf(policy) });
  }

  #tell(status = ''): void {
    const { instance, policies } = this.#setup;
    const isRunning = [...this.#taken.values()].some(({ outcome }) => outcome === 'running');
    const state: RolePageState = {
      facts: l10n.t(
        'Instance {0} in {1}, account {2}. {3}',
        instance.id,
        instance.region,
        instance.account,
        instance.role === undefined
          ? l10n.t('It has no role yet.')
          : l10n.t('Its role is {0}; what that may do is added to.', instance.role),
      ),
      status,
      choices: this.#choices,
      isNamed: instance.role === undefined || this.#choices.policy !== 'managed',
      nameProblem: isRoleName(this.#choices.name)
        ? ''
        : l10n.t('Use letters, digits and + = , . @ - _, at most 64 of them.'),
      policies,
      steps: this.#steps.map(step => this.#pageStep(step, isRunning)),
    };
    void this.#panel.webview.postMessage(state);
  }

  #pageStep({ id, title, text, does }: RoleStep, isAnyRunning: boolean): PageStep {
    const { outcome, reason } = this.#taken.get(id) ?? { outcome: 'waiting', reason: '' };
    const copy = { label: l10n.t('Copy'), action: 'copy' as const };
    const run = { label: l10n.t('Run in Terminal'), action: 'run' as const };
    const stop = { label: l10n.t('Stop'), action: 'stop' as const };
    const buttons =
      'fix' in does
        ? [{ label: does.fix.label, action: 'fix' as const }]
        : [...(outcome === 'running' ? [stop] : isAnyRunning ? [] : [run]), copy];
    return {
      id,
      title,
      text,
      command: 'command' in does ? does.command : '',
      outcome,
      outcomeName: outcome === 'waiting' ? '' : outcomeName(outcome),
      reason,
      buttons,
    };
  }
}

/** The command as it will run; it can change what others may do in the account. */
async function isAgreed(title: string, command: string): Promise<boolean> {
  const run = l10n.t('Run');
  const detail = l10n.t('This runs on this machine, in a terminal that you see:\n\n{0}', command);
  return (await vscode.window.showInformationMessage(`${title}?`, { modal: true, detail }, run)) === run;
}
