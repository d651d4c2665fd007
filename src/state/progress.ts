/** How far somebody has come with setting up: the steps of the walkthrough complete themselves by it. */
import { isBedrockRef } from '../bedrock/models/bedrockModel.ts';
import { inBackground } from '../editor/background.ts';
import type { ContextKeys } from '../editor/contextKeys.ts';
import { Disposable } from '../editor/disposable.ts';
import type { Log } from '../editor/log.ts';
import { primaryRef } from '../openclaw/edits/primaryModel.ts';
import type { Connections } from './connections.ts';
import type { ModelChoices } from './modelChoices.ts';
import type { ModelList } from './modelList.ts';
import type { OpenClawConfig } from './openclawConfig.ts';
import type { Spending } from './spending.ts';

export interface ProgressParts {
  readonly connections: Connections;
  readonly config: OpenClawConfig;
  readonly choices: ModelChoices;
  readonly spending: Spending;
  readonly contextKeys: ContextKeys;
  readonly log: Log;
}

export class Progress extends Disposable {
  readonly #parts: ProgressParts;

  constructor(parts: ProgressParts) {
    super();
    this.#parts = parts;
    const { connections, config, choices, spending, log } = parts;
    const update = () => inBackground(this.update(), log);
    for (const onDidChange of [
      connections.onDidChange,
      config.onDidChange,
      choices.onDidChangeChoice,
      spending.onDidChange,
    ])
      this.register(onDidChange(update));
  }

  /** Looks at what is known and asks for nothing: connections count once somebody looked at them. */
  async update(): Promise<void> {
    const { connections, config, choices, spending, contextKeys } = this.#parts;
    const listed = connections.roots.find(({ list }) => (list.state.models?.length ?? 0) > 0);
    const { value } = await config.read();
    const isOpenClawOnBedrock = isBedrockRef(primaryRef(value) ?? '');
    contextKeys.set({
      connectedBy: listed ? signerOf(listed.list) : '',
      hasChosenModel: choices.hasFavourites || isOpenClawOnBedrock || spending.last !== undefined,
      hasAnswered: spending.last !== undefined,
      isOpenClawOnBedrock,
    });
  }
}

/** An instance role is worth telling: it is what the chain found. */
function signerOf({ connection, clients }: ModelList): string {
  const isRole = clients.signedBy?.source === 'instance-role';
  return isRole ? 'instance-role' : connection.credentials.kind;
}
