/** What the `when` clauses of the manifest and the steps of the walkthrough go by. */
import * as vscode from 'vscode';

export interface ContextValues {
  /** What signs for the models that are listed: `instance-role`, or as `Credentials` calls it; blank while none are. */
  readonly connectedBy: string;
  readonly hasChosenModel: boolean;
  readonly hasAnswered: boolean;
  /** Whether OpenClaw's primary model is one of Bedrock. */
  readonly isOpenClawOnBedrock: boolean;
  /** Whether the last check of the set-up found nothing that needs fixing. */
  readonly setupWorks: boolean;
  /** The code of the problem that leaves the view empty; blank where it is not. */
  readonly emptyBecause: string;
}

export class ContextKeys {
  readonly #told = new Map<string, string | boolean>();

  /** Tells the editor what is another value than before. */
  set(values: Partial<ContextValues>): void {
    for (const [name, value] of Object.entries<string | boolean>(values)) {
      if (this.#told.get(name) === value) continue;
      this.#told.set(name, value);
      tell(name, value);
    }
  }

  /** The walkthrough ticks a step when a value changes: one that it opens too late to see is told once more. */
  tellAgain(): void {
    for (const [name, value] of this.#told) {
      tell(name, undefined);
      tell(name, value);
    }
  }
}

function tell(name: string, value: string | boolean | undefined): void {
  void vscode.commands.executeCommand('setContext', `openclawBedrock.${name}`, value);
}
