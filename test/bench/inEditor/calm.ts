/** Waits until the window is at rest after its start: whatever goes through a busy window says nothing of an extension. */
import { setTimeout as delay } from 'node:timers/promises';
import * as vscode from 'vscode';

/** Milliseconds. */
const PAUSE = 10;
const QUICK = 20;
const PATIENCE = 10_000;
/** So many quick answers one after the other are taken for rest: half a second and more. */
const ENOUGH = 50;

/** Resolves once the window has answered quickly for a while, or when patience runs out. */
export async function calm(): Promise<void> {
  const end = performance.now() + PATIENCE;
  for (let quick = 0; quick < ENOUGH && performance.now() < end;) {
    const asked = performance.now();
    await vscode.commands.executeCommand('setContext', 'bench.calm', true);
    quick = performance.now() - asked < QUICK ? quick + 1 : 0;
    await delay(PAUSE);
  }
}
