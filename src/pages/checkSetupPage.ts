/** OpenClaw: Check Setup as an editor tab, which runs the checks while it is looked at. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { Disposable } from '../editor/disposable.ts';
import { takeFix } from '../editor/notify.ts';
import { masked } from '../masked.ts';
import { maskedReport } from '../setup/maskedReport.ts';
import { outcomeName, reportText, summary } from '../setup/reportText.ts';
import type { Line, SetupReport } from '../setup/setupReport.ts';
import { checkSetupBody } from './checkSetupBody.ts';
import type { FromPage, PageLine, PageState } from './checkSetupMessages.ts';
import { pagePanel } from './frame.ts';
import { type Run, ShownRun } from './shownRun.ts';

export class CheckSetupPage extends Disposable {
  readonly #extensionUri: vscode.Uri;
  readonly #run: Run;
  #open: OpenPage | undefined;

  constructor(extensionUri: vscode.Uri, run: Run) {
    super();
    this.#extensionUri = extensionUri;
    this.#run = run;
  }

  /** Opens the page, or brings it to the front, and runs the checks. */
  show(): void {
    if (this.#open) {
      this.#open.reveal();
      return;
    }
    const page = new OpenPage(this.#extensionUri, this.#run, () => (this.#open = undefined));
    this.#open = page;
    page.run();
  }

  override dispose(): void {
    this.#open?.dispose();
    super.dispose();
  }
}

/** One tab, from its opening to its end. */
class OpenPage extends Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #run: ShownRun;
  readonly #onClosed: () => void;
  #showsAccountIds = false;

  constructor(extensionUri: vscode.Uri, run: Run, onClosed: () => void) {
    super();
    this.#run = new ShownRun(run, () => this.#tell());
    this.#onClosed = onClosed;
    const page = {
      title: l10n.t('Check Setup'),
      name: 'checkSetup',
      styles: 'steps',
      body: checkSetupBody(),
    };
    this.#panel = this.register(pagePanel(extensionUri, page, 'checklist'));
    const { webview } = this.#panel;
    this.register(
      webview.onDidReceiveMessage(
        (message: FromPage) =>
          void this.#take(message).catch((error: unknown) => this.#tell((error as Error).message)),
      ),
    );
    this.register(this.#panel.onDidDispose(() => this.dispose()));
  }

  override dispose(): void {
    this.#run.drop();
    this.#onClosed();
    super.dispose();
  }

  reveal(): void {
    this.#panel.reveal();
    if (!this.#run.isRunning) this.run();
  }

  run(): void {
    void this.#run.begin();
  }

  async #take(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#tell();
        break;
      case 'run':
        this.run();
        break;
      case 'cancel':
        this.#run.cancel();
        break;
      case 'copy':
        await this.#copy();
        break;
      case 'showAccountIds':
        this.#showsAccountIds = message.value;
        this.#tell();
        break;
      case 'fix': {
        const fix = this.#run.report?.lines.find(({ id }) => id === message.line)?.fixes[message.index];
        if (fix) await takeFix(fix);
        break;
      }
    }
  }

  async #copy(): Promise<void> {
    const shown = this.#shown;
    if (!shown) return;
    await vscode.env.clipboard.writeText(reportText(shown));
    this.#tell(l10n.t('The report is in the clipboard.'));
  }

  /** The report as people may see it. */
  get #shown(): SetupReport | undefined {
    const { report } = this.#run;
    return report && (this.#showsAccountIds ? report : maskedReport(report));
  }

  #tell(status?: string): void {
    const shown = this.#shown;
    const failure = masked(this.#run.failure ?? '');
    const state: PageState = {
      isRunning: this.#run.isRunning,
      status: status ?? (shown ? summary(shown) : failure),
      showsAccountIds: this.#showsAccountIds,
      lines: shown ? shown.lines.map(pageLine) : [],
    };
    void this.#panel.webview.postMessage(state);
  }
}

function pageLine({ id, title, outcome, reason, fixes }: Line): PageLine {
  return {
    id,
    title,
    outcome,
    outcomeName: outcomeName(outcome),
    reason,
    fixes: fixes.map(({ label }) => label),
  };
}
