/** How far the estimate of tokens is off for each model, learnt from what its answers report. */

/** Requests below are mostly what the service adds, which says nothing of texts. */
const LEAST_TOKENS = 500;
/** No answer is trusted to be further off than that. */
const LEAST_RATIO = 0.7;
const MOST_RATIO = 1.6;

export class TokenRatios {
  readonly #ratios = new Map<string, number>();

  /** Tokens that a request to a model had by our estimate, and those that its answer reports. */
  learn(modelKey: string, estimated: number, reported: number): void {
    if (estimated < LEAST_TOKENS || reported < LEAST_TOKENS) return;
    const ratio = Math.min(MOST_RATIO, Math.max(LEAST_RATIO, reported / estimated));
    // Half of it at a time: requests differ.
    this.#ratios.set(modelKey, (this.ratio(modelKey) + ratio) / 2);
  }

  /** What to multiply an estimate for a model by; 1 until something is known. */
  ratio(modelKey: string): number {
    return this.#ratios.get(modelKey) ?? 1;
  }
}
