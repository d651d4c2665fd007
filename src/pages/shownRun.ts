/** The run of the checks that a page shows: the one that was begun last, and where it stands. */
import * as l10n from '@vscode/l10n';
import { ProblemError } from '../problem.ts';
import type { SetupReport } from '../setup/setupReport.ts';

export type Run = (signal: AbortSignal) => AsyncIterable<SetupReport>;

export class ShownRun {
  readonly #run: Run;
  readonly #onChange: () => void;
  #report: SetupReport | undefined;
  #failure: string | undefined;
  #running: AbortController | undefined;

  constructor(run: Run, onChange: () => void) {
    this.#run = run;
    this.#onChange = onChange;
  }

  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  /** Undefined until the first run says where it stands, and where the last one could not be made. */
  get report(): SetupReport | undefined {
    return this.#report;
  }

  /** Why the last run could not be made. */
  get failure(): string | undefined {
    return this.#failure;
  }

  /** Runs the checks from the first; a run that is under way is given up. Resolves once it is over; never rejects. */
  async begin(): Promise<void> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    try {
      for await (const report of this.#run(running.signal)) {
        if (this.#running !== running) return;
        if (report.state !== 'running') this.#running = undefined;
        this.#show(report, undefined);
      }
    } catch (error) {
      if (this.#running !== running) return;
      this.#running = undefined;
      this.#show(undefined, reasonOf(error));
    }
  }

  /** The run that is under way ends, and says so. */
  cancel(): void {
    this.#running?.abort();
  }

  /** The run that is under way ends, and nothing more is shown. */
  drop(): void {
    this.cancel();
    this.#running = undefined;
  }

  #show(report: SetupReport | undefined, failure: string | undefined): void {
    this.#report = report;
    this.#failure = failure;
    this.#onChange();
  }
}

function reasonOf(error: unknown): string {
  const { message } = error as Error;
  return error instanceof ProblemError ? message : l10n.t('Something unexpected went wrong: {0}', message);
}
