/** What asks Bedrock, loaded when it is first needed, and speaking the same language. */
import * as l10n from '@vscode/l10n';

type Calls = typeof import('./calls.ts');
/** Translations by the English text. */
type Words = Record<string, string>;

let words: Words | undefined;

/** Has this bundle, and what it loads from now on, speak with these words. */
export function speak(contents: Words): void {
  l10n.config({ contents });
  words = contents;
}

export async function loadCalls(): Promise<Calls> {
  const calls = await import('./calls.ts');
  if (words) calls.l10n.config({ contents: words });
  return calls;
}
