/** Secrets that are planted to be looked for: wherever one turns up that had no business there, it leaked. */

export interface Canary {
  /** What it is, such as `session token`: named where it is found. */
  readonly kind: string;
  readonly value: string;
}

/** Characters of a secret that tell too much of it; what is found is this long at least. */
const PIECE = 12;

export interface Finding {
  readonly kind: string;
  /** How it is written there: `as it is`, `base64`, ... */
  readonly form: string;
  /** What stands around it. */
  readonly near: string;
}

/** Finds secrets, and pieces of them, however they are written. */
export class CanarySearch {
  readonly #pieces = new Map<string, { readonly kind: string; readonly form: string }>();
  /** The first characters of all pieces, by which most places of a text are passed over. */
  readonly #starts = new Set<number>();

  constructor(canaries: readonly Canary[]) {
    for (const { kind, value } of canaries) {
      if (value.length < PIECE) throw new Error(`The canary ${kind} is too short to be told apart.`);
      for (const [form, text] of formsOf(value)) this.#add({ kind, form }, text);
    }
  }

  /** The first place of each secret and form. */
  in(text: string): Finding[] {
    const found = new Map<string, Finding>();
    for (let at = 0; at + PIECE <= text.length; at++) {
      if (!this.#starts.has(startAt(text, at))) continue;
      const piece = this.#pieces.get(text.slice(at, at + PIECE));
      if (!piece || found.has(`${piece.kind} ${piece.form}`)) continue;
      found.set(`${piece.kind} ${piece.form}`, { ...piece, near: text.slice(Math.max(0, at - 60), at + 60) });
    }
    return [...found.values()];
  }

  #add(piece: { readonly kind: string; readonly form: string }, text: string): void {
    for (let at = 0; at + PIECE <= text.length; at++) {
      const known = text.slice(at, at + PIECE);
      if (!this.#pieces.has(known)) this.#pieces.set(known, piece);
      this.#starts.add(startAt(text, at));
    }
  }
}

function startAt(text: string, at: number): number {
  return (text.charCodeAt(at) * 256 + text.charCodeAt(at + 1)) * 256 + text.charCodeAt(at + 2);
}

function formsOf(value: string): [form: string, text: string][] {
  const hex = Buffer.from(value).toString('hex');
  return [
    ['as it is', value],
    ['in JSON', JSON.stringify(value).slice(1, -1)],
    ['in a URL', encodeURIComponent(value)],
    ['hex', hex],
    ['hex', hex.toUpperCase()],
    ...[0, 1, 2].flatMap((before): [string, string][] => [
      ['base64', base64(value, before)],
      ['base64', base64(value, before).replaceAll('-', '+').replaceAll('_', '/')],
    ]),
  ];
}

/** The characters that depend on the value alone where so many bytes stand before it, as a user does before a password. */
function base64(value: string, before: number): string {
  const text = Buffer.concat([Buffer.alloc(before), Buffer.from(value)]).toString('base64url');
  return text.slice(before === 0 ? 0 : before + 1, Math.floor(((before + value.length) * 8) / 6));
}
