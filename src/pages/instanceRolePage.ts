/**
 * Bedrock: Set Up Instance Role as an editor tab: like a notebook, a list of steps, each with its command, which runs
 * in a terminal once a person agreed to it.
 */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { inBackground } from '../editor/background.ts';
import { CommandTerminal } from '../editor/commandTerminal.ts';
import { Disposable } from '../editor/disposable.ts';
import type { Log } from '../editor/log.ts';
import { takeFix } from '../editor/notify.ts';
import { consoleUrl } from '../regions.ts';
import {
  isRoleName,
  type RoleNeeds,
  type RoleStep,
  roleSteps,
  type ShellCommand,
  shellScript,
} from '../setup/roleSteps.ts';
import { doneBefore, type StepOutcome, stepOutcome } from '../setup/stepOutcome.ts';
import type { RoleSetup } from '../state/roleSetup.ts';
import { pagePanel } from './frame.ts';
import { instanceRoleBody } from './instanceRoleBody.ts';
import type { Action, Choices, FromRolePage } from './instanceRoleMessages.ts';
import { FIRST_CHOICES, rolePageState, type Taken } from './instanceRoleState.ts';

export class InstanceRolePage extends Disposable {
  readonly #extensionUri: vscode.Uri;
  readonly #log: Log;
  #open: OpenPage | undefined;

  constructor(extensionUri: vscode.Uri, log: Log) {
    super();
    this.#extensionUri = extensionUri;
    this.#log = log;
  }

  /** Opens the page, or brings it to the front with the instance as it is now. */
  show(setup: RoleSetup, lookAgain: () => Promise<RoleSetup>): void {
    if (this.#open) {
      this.#open.reveal(setup);
      return;
    }
    this.#open = new OpenPage(
      this.#extensionUri,
      this.#log,
      { setup, lookAgain },
      () => (this.#open = undefined),
    );
  }

  override dispose(): void {
    this.#open?.dispose();
    super.dispose();
  }
}

interface OfInstance {
  readonly setup: RoleSetup;
  readonly lookAgain: () => Promise<RoleSetup>;
}

/** One tab, from its opening to its end. */
class OpenPage extends Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #log: Log;
  readonly #lookAgain: () => Promise<RoleSetup>;
  readonly #onClosed: () => void;
  readonly #terminal = this.register(new CommandTerminal(l10n.t('Set Up Instance Role')));
  /** What came of the steps that were taken, by their ids. */
  readonly #taken = new Map<string, Taken>();
  /** What the steps are for. */
  #setup: RoleSetup;
  /** The instance as it is by now. */
  #now: RoleSetup['instance'];
  #choices = FIRST_CHOICES;
  #isClosed = false;

  constructor(extensionUri: vscode.Uri, log: Log, { setup, lookAgain }: OfInstance, onClosed: () => void) {
    super();
    this.#setup = setup;
    this.#now = setup.instance;
    this.#lookAgain = lookAgain;
    this.#log = log;
    this.#onClosed = onClosed;
    const title = l10n.t('Set Up Instance Role');
    const page = { title, name: 'instanceRole', styles: 'steps', body: instanceRoleBody() };
    this.#panel = this.register(pagePanel(extensionUri, page, 'server-environment'));
    this.register(
      this.#panel.webview.onDidReceiveMessage((message: FromRolePage) =>
        inBackground(this.#hear(message), this.#log),
      ),
    );
    this.register(this.#panel.onDidDispose(() => this.dispose()));
  }

  override dispose(): void {
    this.#isClosed = true;
    this.#onClosed();
    super.dispose();
  }

  reveal(setup: RoleSetup): void {
    this.#setup = setup;
    this.#now = setup.instance;
    this.#panel.reveal();
    this.#tell();
  }

  async #hear(message: FromRolePage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#tell();
        break;
      case 'choose':
        this.#choose(message.choices);
        break;
      case 'copyAll':
        await this.#copyAll();
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

  /** What a command did is no answer for another one. */
  #choose(choices: Partial<Choices>): void {
    const commandsBefore = new Map(this.#steps.map(({ id, does }) => [id, commandIn(does)]));
    this.#choices = { ...this.#choices, ...choices };
    for (const { id, does } of this.#steps) {
      const isRunning = this.#taken.get(id)?.outcome === 'running';
      if (!isRunning && commandIn(does) !== commandsBefore.get(id)) this.#taken.delete(id);
    }
    this.#tell();
  }

  async #copyAll(): Promise<void> {
    if (!this.#isNamed) return;
    await vscode.env.clipboard.writeText(shellScript(this.#needs));
    this.#tell(l10n.t('All commands are in the clipboard. Paste them into AWS CloudShell.'));
  }

  async #take(step: RoleStep, action: Action): Promise<void> {
    if (action === 'stop') {
      this.#terminal.stop();
    } else if ('fix' in step.does) {
      await takeFix(step.does.fix);
      await this.#look();
    } else if (!this.#isNamed) {
      return;
    } else if (action === 'copy') {
      await vscode.env.clipboard.writeText(step.does.command);
      this.#tell(l10n.t('The command is in the clipboard.'));
    } else if (!this.#isRunning && (await this.#isAgreed(step.title, step.does.command))) {
      await this.#run(step, step.does);
    }
  }

  async #run({ id, title }: RoleStep, does: ShellCommand): Promise<void> {
    // Somebody may have closed the page, or begun with another step, while the question stood.
    if (this.#isClosed || this.#isRunning) return;
    this.#taken.set(id, { outcome: 'running', reason: '' });
    this.#tell();
    const outcome = await this.#outcomeOf(does);
    this.#taken.set(id, outcome);
    await this.#look(outcome.outcome === 'passed' ? l10n.t('Done: {0}.', title) : outcome.reason);
  }

  async #outcomeOf({ command, isDone }: ShellCommand): Promise<StepOutcome> {
    try {
      const outcome = stepOutcome(await this.#terminal.run(command), this.#setup.instance.account);
      const wasDone =
        outcome.outcome === 'failed' && isDone !== undefined && (await this.#terminal.run(isDone)).code === 0;
      return wasDone ? doneBefore() : outcome;
    } catch {
      return {
        outcome: 'failed',
        reason: l10n.t('This machine has no shell that can run it. Use Copy All Commands in AWS CloudShell.'),
      };
    }
  }

  /** What a step has changed shows in the instance, or in OpenClaw's config; the steps stay the same ones. */
  async #look(status = ''): Promise<void> {
    try {
      const { instance, openclaw } = await this.#lookAgain();
      this.#now = instance;
      const left = roleSteps({ ...this.#needs, openclaw }).map(({ id }) => id);
      for (const { id } of this.#steps.filter(step => !left.includes(step.id)))
        this.#taken.set(id, { outcome: 'passed', reason: '' });
    } catch (error) {
      this.#log.info(`The instance can’t be looked at again: ${(error as Error).message}`);
    }
    this.#tell(status);
  }

  /** The command as it will run; it can change what others may do in the account. */
  async #isAgreed(title: string, command: string): Promise<boolean> {
    const run = l10n.t('Run');
    const caller = this.#taken.get('whoAmI');
    const detail = [
      ...(caller?.outcome === 'failed' ? [caller.reason] : []),
      l10n.t('This runs on this machine, in a terminal that you see:'),
      command,
    ];
    const answer = await vscode.window.showInformationMessage(
      `${title}?`,
      { modal: true, detail: detail.join('\n\n') },
      run,
    );
    return answer === run;
  }

  get #isRunning(): boolean {
    return this.#terminal.isRunning;
  }

  /** Whether the commands can be told: where nothing is made, nothing needs a name. */
  get #isNamed(): boolean {
    const needsNone = this.#setup.instance.role !== undefined && this.#choices.policy === 'managed';
    return needsNone || isRoleName(this.#choices.name);
  }

  get #needs(): RoleNeeds {
    const { instance, openclaw, policyOf } = this.#setup;
    const { name, adminProfile, policy } = this.#choices;
    return { instance, openclaw, adminProfile, name, policy: policyOf(policy) };
  }

  get #steps(): RoleStep[] {
    return roleSteps(this.#needs);
  }

  #tell(status = ''): void {
    if (this.#isClosed) return;
    const state = rolePageState({
      instance: this.#now,
      policies: this.#setup.policies,
      choices: this.#choices,
      steps: this.#steps,
      taken: this.#taken,
      isRunning: this.#isRunning,
      status,
    });
    void this.#panel.webview.postMessage(state);
  }
}

function commandIn(does: RoleStep['does']): string {
  return 'command' in does ? does.command : '';
}
