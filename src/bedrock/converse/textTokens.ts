/**
 * How many tokens a text has, estimated in one pass over its characters: the editor asks for every key and string of
 * every tool's schema. Tokenizers cut texts into much the same pieces, so what each charges for a kind of piece is a
 * table, fitted by least squares to what the published ones make of prose, code and JSON.
 */

/** `fine` cuts texts into smaller pieces, as Claude does since Opus 4.7. `cautious` is for tokenizers that nobody has published, Claude's and Nova's among them: rather too many than too few. */
export type Tokenizer = 'llama' | 'mistral' | 'cautious' | 'fine';

/** Tokens for each piece, or each character, of a kind. */
interface Weights {
  readonly word: number;
  /** Each letter of a word from the tenth on. */
  readonly lateLetter: number;
  readonly digit: number;
  /** Up to three digits in a row. */
  readonly digits: number;
  readonly mark: number;
  readonly marks: number;
  readonly lineBreaks: number;
  /** Two or more spaces in a row: one goes with the word behind it. */
  readonly spaces: number;
  /** An accented letter, or one of the alphabets near to ours, such as Greek or Cyrillic. */
  readonly accented: number;
  /** A character of any other script, and each half of an emoji. */
  readonly foreign: number;
}

const LLAMA: Weights = {
  word: 1.03,
  lateLetter: 0.2,
  digit: 0,
  digits: 1.7,
  mark: 0.29,
  marks: 0.27,
  lineBreaks: 1.28,
  spaces: 0.37,
  accented: 0.6,
  foreign: 1.2,
};
const WEIGHTS: Readonly<Record<Tokenizer, Weights>> = {
  llama: LLAMA,
  mistral: {
    word: 1.01,
    lateLetter: 0.45,
    digit: 1.19,
    digits: 0,
    mark: 0.19,
    marks: 0.86,
    lineBreaks: 1.96,
    spaces: 0.34,
    accented: 0.9,
    foreign: 1.2,
  },
  cautious: scaled(LLAMA, 1.25),
  fine: scaled(LLAMA, 1.6),
};

function scaled(weights: Weights, by: number): Weights {
  return Object.fromEntries(
    Object.entries(weights).map(([kind, weight]) => [kind, weight * by]),
  ) as unknown as Weights;
}

const NONE = 0;
const LETTER = 1;
const DIGIT = 2;
const SPACE = 3;
const LINE_BREAK = 4;
const MARK = 5;
const OTHER = 6;

/** Letters of a word that cost nothing more. */
const LATE = 9;

/** Tokens of a text; none has less than one, but for an empty one. */
export function textTokens(text: string, tokenizer: Tokenizer): number {
  const weights = WEIGHTS[tokenizer];
  let tokens = 0;
  let kind = NONE;
  let length = 0;
  let wasLower = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const next = kindOf(code);
    const isUpper = code >= 65 && code <= 90;
    // Words also end within a name, as `camel` does in `camelCase`.
    if (next !== kind || (isUpper && wasLower)) {
      tokens += ofPiece(kind, length, weights);
      kind = next;
      length = 0;
    }
    length++;
    wasLower = code >= 97 && code <= 122;
    if (next === OTHER) tokens += code < 0x600 ? weights.accented : weights.foreign;
  }
  // One word is one token: the editor counts names singly and adds them up.
  return text === '' ? 0 : Math.max(1, Math.round(tokens + ofPiece(kind, length, weights)));
}

function kindOf(code: number): number {
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return LETTER;
  if (code === 32 || code === 9) return SPACE;
  if (code >= 48 && code <= 57) return DIGIT;
  if (code === 10 || code === 13) return LINE_BREAK;
  return code < 128 ? MARK : OTHER;
}

function ofPiece(kind: number, length: number, weights: Weights): number {
  switch (kind) {
    case LETTER:
      return weights.word + (length > LATE ? (length - LATE) * weights.lateLetter : 0);
    case DIGIT:
      return length * weights.digit + Math.ceil(length / 3) * weights.digits;
    case SPACE:
      return length > 1 ? weights.spaces : 0;
    case LINE_BREAK:
      return weights.lineBreaks;
    case MARK:
      return weights.marks + length * weights.mark;
    default:
      return 0;
  }
}
