/**
 * The status bar item: OpenClaw's primary model, and in its tooltip what the answers of this window came to. Without an
 * OpenClaw config it is there once an answer was given.
 */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { findByRef, invocationIdOfRef } from '../bedrock/models/bedrockModel.ts';
import { inBackground } from '../editor/background.ts';
import { Disposable } from '../editor/disposable.ts';
import type { Log } from '../editor/log.ts';
import { primaryRef } from '../openclaw/edits/primaryModel.ts';
import { sentence } from '../problem.ts';
import type { Connections } from '../state/connections.ts';
import type { OpenClawConfig } from '../state/openclawConfig.ts';
import type { Spending } from '../state/spending.ts';
import { spendingLines } from './spendingLines.ts';

export class StatusBar extends Disposable {
  readonly #connections: Connections;
  readonly #config: OpenClawConfig;
  readonly #spending: Spending;
  readonly #item: vscode.StatusBarItem;

  constructor(connections: Connections, config: OpenClawConfig, spending: Spending, log: Log) {
    super();
    this.#connections = connections;
    this.#config = config;
    this.#spending = spending;
    this.#item = this.register(
      vscode.window.createStatusBarItem('openclawBedrock.primary', vscode.StatusBarAlignment.Right, 50),
    );
    this.#item.name = l10n.t('OpenClaw primary model');
    const update = () => inBackground(this.update(), log);
    this.register(connections.onDidChange(update));
    this.register(config.onDidChange(update));
    this.register(spending.onDidChange(update));
  }

  /** Shows the state as it is; reads the config at the first call, and never asks Bedrock. */
  async update(): Promise<void> {
    const { value, problem } = await this.#config.read();
    if (problem?.code === 'config-missing') {
      if (!this.#spending.last) {
        this.#item.hide();
        return;
      }
      this.#show(`$(comment-discussion) ${l10n.t('Bedrock')}`, [], 'openclawBedrock.showLog');
    } else if (problem) {
      this.#show(
        `$(warning) ${l10n.t('OpenClaw config')}`,
        [sentence(problem)],
        'openclawBedrock.openConfig',
      );
    } else {
      const ref = primaryRef(value);
      this.#show(
        ref ? `$(star-full) ${this.#name(ref)}` : `$(star-empty) ${l10n.t('Set primary model')}`,
        [
          ref
            ? l10n.t('OpenClaw’s primary model: {0}. Click to choose another.', ref)
            : l10n.t('OpenClaw has no primary model. Click to choose one.'),
        ],
        'openclawBedrock.setPrimaryModel',
      );
    }
  }

  #show(text: string, says: readonly string[], command: string): void {
    this.#item.text = text;
    this.#item.tooltip = [...says, ...spendingLines(this.#spending)].join('\n');
    this.#item.command = command;
    this.#item.show();
  }

  /** The model's name where the lists in memory know it, else the end of the ref. */
  #name(ref: string): string {
    for (const { state } of this.#connections.lists) {
      const found = findByRef(state.models ?? [], ref);
      if (found) return found.model.name;
    }
    return invocationIdOfRef(ref) ?? ref;
  }
}
