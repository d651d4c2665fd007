/**
 * Keeps each model in the picker once. The editor asks for models in rounds: first without a group, then once
 * for each provider group, and says nowhere how many groups there are. Where groups exist, they list the
 * models (the editor keeps what the user chose for a model with its group) and the call without one lists
 * none; whether any exist shows only when a round is over, so each round is followed by one that can know.
 */
export class GroupRounds {
  readonly #startRound: () => void;
  readonly #memory: GroupMemory;
  #groupCalls = 0;
  /** The connections listed so far in this round. */
  #listed = new Set<string>();
  #isFirst = true;
  /** True until the round that was started to see how the last one ended. */
  #isChecking = false;

  /** `startRound` makes the editor ask again, once the round under way is over. */
  constructor(startRound: () => void, memory: GroupMemory) {
    this.#startRound = startRound;
    this.#memory = memory;
  }

  /** Whether this call should list the models of its connection. */
  shouldList(call: 'bare' | 'group', connectionKey: string): boolean {
    if (call === 'bare') this.#begin();
    else this.#groupCalls++;

    const isMine = call === 'group' || !this.#memory.hasGroups;
    if (!isMine || this.#listed.has(connectionKey)) return false;
    this.#listed.add(connectionKey);
    return true;
  }

  /** A round begins with the call for no group; now it is known whether the last one had any. */
  #begin(): void {
    if (!this.#isFirst) this.#memory.hasGroups = this.#groupCalls > 0;
    this.#isFirst = false;
    this.#groupCalls = 0;
    this.#listed = new Set();
    this.#isChecking = !this.#isChecking;
    if (this.#isChecking) this.#startRound();
  }
}

/** Whether the last round had groups; outlives a reload, so that the first round after one is right. */
export interface GroupMemory {
  hasGroups: boolean;
}
