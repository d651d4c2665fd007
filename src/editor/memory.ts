/** Values that outlive a reload, on this machine. */
import type * as vscode from 'vscode';
import { inBackground } from './background.ts';
import type { Log } from './log.ts';

export interface Memory<Value> {
  get(): Value | undefined;
  set(value: Value): Thenable<void>;
}

export function memory<Value>({ globalState }: vscode.ExtensionContext, key: string): Memory<Value> {
  return {
    get: () => globalState.get<Value>(key),
    set: value => globalState.update(key, value),
  };
}

/** Whether there were provider groups when the editor last asked. */
export function groupMemory(had: Memory<boolean>, log: Log) {
  return {
    get hasGroups() {
      return had.get() ?? false;
    },
    set hasGroups(value: boolean) {
      if (value !== this.hasGroups) inBackground(had.set(value), log);
    },
  };
}
