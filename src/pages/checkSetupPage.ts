/** OpenClaw: Check Setup as an editor tab, which runs the checks while it is looked at. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { Disposable } from '../editor/disposable.ts';
import { takeFix } from '../editor/notify.ts';
import { maskedReport } from '../setup/masked.ts';
import { outcomeName, reportText, summary } from '../setup/reportText.ts';
import type { Line, SetupReport } from '../setup/setupReport.ts';
import { checkSetupHtml } from './checkSetupHtml.ts';
import type { FromPage, PageLine, PageState } from './checkSetupMessages.ts';

type Run = (signal: AbortSignal) => AsyncIterable<SetupReport>;

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
  readonly #run: Run;
  readonly #onClosed: () => void;
  #report: SetupReport | undefined;
  #running: AbortController | undefined;
  #showsAccountIds = false;

  constructor(extensionUri: vscode.Uri, run: Run, onClosed: () => void) {
    super();
    this.#run = run;
    this.#onClosed = onClosed;
    const roots = ['dist', 'media'].map(folder => vscode.Uri.joinPath(extensionUri, folder));
    this.#panel = this.register(
      vscode.window.createWebviewPanel(
        'openclawBedrock.checkSetup',
        l10n.t('Check Setup'),
        vscode.ViewColumn.Active,
        { enableScripts: true, localResourceRoots: roots },
      ),
    );
    const { webview } = this.#panel;
    this.#panel.iconPath = new vscode.ThemeIcon('checklist');
    this.register(webview.onDidReceiveMessage((message: FromPage) => void this.#take(message)));
    this.register(this.#panel.onDidDispose(() => this.dispose()));
    webview.html = checkSetupHtml(webview, extensionUri);
  }

  override dispose(): void {
    this.#running?.abort();
    this.#running = undefined;
    this.#onClosed();
    super.dispose();
  }

  reveal(): void {
    this.#panel.reveal();
    if (!this.#running) this.run();
  }

  /** Runs the checks from the first; a run that is under way is given up. */
  run(): void {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    void this.#follow(running);
  }

  async #follow(running: AbortController): Promise<void> {
    for await (const report of this.#run(running.signal)) {
      if (this.#running !== running) return;
      this.#report = report;
      if (report.state !== 'running') this.#running = undefined;
      this.#tell();
    }
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
        this.#running?.abort();
        break;
      case 'copy':
        await this.#copy();
        break;
      case 'showAccountIds':
        this.#showsAccountIds = message.value;
        this.#tell();
        break;
      case 'fix': {
        const fix = this.#report?.lines.find(({ id }) => id === message.line)?.fixes[message.index];
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
    return this.#report && (this.#showsAccountIds ? this.#report : maskedReport(this.#report));
  }

  #tell(status?: string): void {
    const shown = this.#shown;
    if (!shown) return;
    const state: PageState = {
      isRunning: this.#running !== undefined,
      status: status ?? summary(shown),
      showsAccountIds: this.#showsAccountIds,
      lines: shown.lines.map(pageLine),
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
