/** Config texts that can be told apart, and of which a part can be told from the whole. */

const padding = '0123456789abcdef'.repeat(12_500);

/** A text of 200 KB. */
export function textOf(number: number): string {
  return `{ "number": ${number}, "padding": "${padding}", "end": ${number} }\n`;
}

/** The number of such a text; throws when it is anything else. */
export function numberOf(text: string): number {
  const number = Number(/"number": (\d+)/.exec(text)?.[1]);
  if (text !== textOf(number)) throw new Error(`Not a whole text: ${text.length} characters of ${number}.`);
  return number;
}
