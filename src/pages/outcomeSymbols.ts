/** The symbols of what became of a step, for pages that list steps. */

/** One symbol an outcome, of 16 by 16. */
const SYMBOLS: Readonly<Record<string, string>> = {
  passed: '<circle cx="8" cy="8" r="6.5"/><path d="m5 8.2 2.1 2.1L11 6"/>',
  warning: '<path d="M8 2 14.5 13.5h-13z"/><path d="M8 6.3v3.4M8 11.3v.6"/>',
  failed: '<circle cx="8" cy="8" r="6.5"/><path d="m5.7 5.7 4.6 4.6m0-4.6-4.6 4.6"/>',
  skipped: '<circle cx="8" cy="8" r="6.5"/><path d="M5.2 8h5.6"/>',
  waiting: '<circle cx="8" cy="8" r="6.5"/>',
  running: '<path d="M8 1.5A6.5 6.5 0 1 1 1.5 8"/>',
};

/** HTML: nothing to see by itself; a step refers to its symbol by the name of the outcome. */
export function outcomeSymbols(): string {
  const symbols = Object.entries(SYMBOLS).map(
    ([name, shape]) => `<symbol id="${name}" viewBox="0 0 16 16">${shape}</symbol>`,
  );
  return `<svg class="symbols" aria-hidden="true">${symbols.join('')}</svg>`;
}
