/** Generated chats: any order of roles, blanks, orphans, odd ids, media and reasoning, as editors and agents make them. */
import type {
  Message,
  Part,
  Question,
  ReasoningBlock,
  Tool,
} from '../../../../src/bedrock/converse/conversation.ts';
import type { Random } from '../../random.ts';
import { bmp, gif, jpeg, pdf, png, webp } from './pictures.ts';
import { kept, media, question } from './samples.ts';

/** A chat, and the words of its user, none of which may be lost. */
export interface History {
  readonly question: Question;
  readonly words: readonly string[];
}

const NAMES = [
  'read_file',
  'my-tool',
  'mcp_server/search',
  'werkzeug für alles',
  'x'.repeat(80),
  'a.b.c',
  '',
];
const IDS = ['c1', 'c2', 'tooluse_Abc-123_x', 'call#1', 'toolu_x__vscode-17', 'ünï', 'y'.repeat(90), ''];
const BLANKS = ['', ' ', '\n\t', '\u00a0'];
const SCHEMAS: readonly (object | undefined)[] = [
  undefined,
  {},
  { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] },
  { type: 'array' },
  { anyOf: [{ properties: { b: { type: 'number' } } }, { type: 'null' }] },
  { $schema: 'http://json-schema.org/draft-07/schema#', type: ['object', 'null'] },
];

export class Histories {
  readonly #random: Random;
  /** The models whose reasoning can be in a chat. */
  readonly #models: readonly string[];
  #count = 0;

  constructor(random: Random, models: readonly string[]) {
    this.#random = random;
    this.#models = models;
  }

  next(): History {
    const random = this.#random;
    const words: string[] = [];
    const messages = Array.from({ length: random.below(9) }, () => this.#message(words));
    const tools = random.chance(0.6) ? Array.from({ length: 1 + random.below(4) }, () => this.#tool()) : [];
    const effort = random.pick([undefined, 'off', 'low', 'medium', 'high', 'max', 'odd']);
    return { question: question(messages, { tools, mustCallTool: random.chance(0.2), effort }), words };
  }

  #message(words: string[]): Message {
    const role = this.#random.pick(['user', 'user', 'assistant', 'assistant', 'system'] as const);
    return { role, parts: Array.from({ length: this.#random.below(5) }, () => this.#part(role, words)) };
  }

  #part(role: Message['role'], words: string[]): Part {
    const random = this.#random;
    const kind = random.below(12);
    if (kind < 4) return { type: 'text', text: this.#text(role, words) };
    if (kind < 5) return { type: 'text', text: random.pick(BLANKS) };
    if (kind < 7) return this.#media(role, words);
    if (kind < 9)
      return { type: 'tool-call', id: random.pick(IDS), name: random.pick(NAMES), input: this.#input() };
    if (kind < 11) {
      const content = Array.from({ length: random.below(4) }, () =>
        random.chance(0.3)
          ? this.#media('assistant', [])
          : { type: 'text' as const, text: this.#text('assistant', []) },
      );
      return { type: 'tool-result', callId: random.pick(IDS), content, isError: random.chance(0.3) };
    }
    return kept(random.pick(this.#models), this.#blocks(), random.pick(['a-prefix', 'another']));
  }

  #text(role: Message['role'], words: string[]): string {
    const word = `w${++this.#count}w`;
    if (role === 'user') words.push(word);
    return this.#random.chance(0.1) ? `${word} ${'long '.repeat(3_000)}` : `${word} of ${role}`;
  }

  #media(role: Message['role'], words: string[]) {
    const random = this.#random;
    const size = () => 1 + random.below(9_000);
    return random.pick([
      () => media('image/png', png(size(), size())),
      () => media('image/png', jpeg()),
      () => media('image/webp', webp()),
      () => media('application/octet-stream', gif()),
      () => media('image/bmp', bmp()),
      () => media('application/pdf', pdf()),
      () => media('application/pdf', 'no document'),
      () => media('text/plain', this.#text(role, words)),
      () => media('application/json', `{"a": "${this.#text(role, words)}"}`),
      () => media('video/mp4', new Uint8Array([1, 2, 3])),
      () => media('cache_control', 'ephemeral'),
      () => media('image/png', new Uint8Array()),
    ])();
  }

  #input(): object {
    return this.#random.pick([
      {},
      { a: 1 },
      { path: '/x', deep: { list: [null, true] } },
      undefined as never,
      [1] as never,
    ]);
  }

  /** Signed, with nothing but a signature, and encrypted. */
  #blocks(): ReasoningBlock[] {
    const random = this.#random;
    return Array.from({ length: 1 + random.below(3) }, (_, at) => ({
      textBefore: at * random.below(20),
      callsBefore: random.below(2),
      ...random.pick([
        { text: 'Hm', signature: 'signed Hm' },
        { text: '', signature: 'signed nothing' },
        { redacted: 'AQ==' },
      ]),
    }));
  }

  #tool(): Tool {
    const random = this.#random;
    return {
      name: random.pick(NAMES),
      description: random.pick(['Does it.', '', ' ']),
      inputSchema: random.pick(SCHEMAS),
    };
  }
}
