/** The status bar item that names OpenClaw's primary model. Hidden where there is no OpenClaw config. */
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

export class StatusBar extends Disposable {
  readonly #connections: Connections;
  readonly #config: OpenClawConfig;
  readonly #item: vscode.StatusBarItem;

  constructor(connections: Connections, config: OpenClawConfig, log: Log) {
    super();
    this.#connections = connections;
    this.#config = config;
    this.#item = this.register(
      vscode.window.createStatusBarItem('openclawBedrock.primary', vscode.StatusBarAlignment.Right, 50),
    );
    this.#item.name = l10n.t('OpenClaw primary model');
    const update = () => inBackground(this.update(), log);
    this.register(connections.onDidChange(update));
    this.register(config.onDidChange(update));
  }

  /** Shows the state as it is; reads the config at the first call, and never asks Bedrock. */
  async update(): Promise<void> {
    const { value, problem } = await this.#config.read();
    if (problem?.code === 'config-missing') {
      this.#item.hide();
      return;
    }
    if (problem) {
      this.#item.text = `$(warning) ${l10n.t('OpenClaw config')}`;
      this.#item.tooltip = sentence(problem);
      this.#item.command = 'openclawBedrock.openConfig';
    } else {
      const ref = primaryRef(value);
      this.#item.text = ref
        ? `$(star-full) ${this.#name(ref)}`
        : `$(star-empty) ${l10n.t('Set primary model')}`;
      this.#item.tooltip = ref
        ? l10n.t('OpenClaw’s primary model: {0}. Click to choose another.', ref)
        : l10n.t('OpenClaw has no primary model. Click to choose one.');
      this.#item.command = 'openclawBedrock.setPrimaryModel';
    }
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
