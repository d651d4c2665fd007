/** How long it takes to set one member in configs of several sizes, whole and step by step. Needs no editor. */
import JSON5 from 'json5';
import { editConfig } from '../../src/openclaw/editConfig.ts';
import type { JsonObject } from '../../src/openclaw/jsonValue.ts';
import { condense, LARGE } from '../../src/openclaw/lossless/condense.ts';
import { editText } from '../../src/openclaw/lossless/editText.ts';
import { parseConfig } from '../../src/openclaw/parseConfig.ts';
import * as syntaxTree from '../../src/openclaw/syntaxTree.ts';

/** A member is 100 characters long. */
export const MEMBERS = { '1 KB': 10, '100 KB': 1_000, '1 MB': 10_000, '5 MB': 50_000 };

export type Size = keyof typeof MEMBERS;
export const SIZES = Object.keys(MEMBERS) as readonly Size[];

/** In the order in which they are taken; of a small text nothing is cut off. */
export const STEPS = [
  'json5 reads it',
  'cut down',
  'edit',
  'json5 reads the change',
  'put together',
] as const;

/** Milliseconds. */
export type ConfigEdit = Readonly<Record<Whole | (typeof STEPS)[number], number>>;

export type ConfigEdits = Readonly<Record<Size, readonly ConfigEdit[]>>;

/** `known`: the text was read before, as a window has read the config that it shows; the others were not. */
type Whole = 'known' | 'unread' | 'unreadJson';

const TIMES = 7;

export async function measureConfigEdits(): Promise<ConfigEdits> {
  const measured: Record<Size, ConfigEdit[]> = { '1 KB': [], '100 KB': [], '1 MB': [], '5 MB': [] };
  for (const size of SIZES) {
    // The engine warms up first.
    for (let time = -1; time < TIMES; time++) {
      const edit = await measureEdit(MEMBERS[size], time);
      if (time >= 0) measured[size].push(edit);
    }
  }
  return measured;
}

async function measureEdit(members: number, time: number): Promise<ConfigEdit> {
  const edit = { path: ['models', 'providers', `member-${members / 2}`], value: 'set' };
  const times: Partial<Record<keyof ConfigEdit, number>> = {};
  const timed = async <Result>(
    name: keyof ConfigEdit,
    run: () => Result | Promise<Result>,
  ): Promise<Result> => {
    const start = performance.now();
    const result = await run();
    times[name] = performance.now() - start;
    return result;
  };

  // What was read is remembered: each is another text.
  const text = configText(members, `${time} whole`);
  await timed('unread', () => editConfig(text, [edit], 'openclaw.json'));
  const written = parseConfig(text, 'openclaw.json');
  await timed('known', () => editConfig(text, [edit], 'openclaw.json', { written }));
  const json = JSON.stringify({ time, ...written }, undefined, 2);
  await timed('unreadJson', () => editConfig(json, [edit], 'openclaw.json'));

  const other = configText(members, `${time} step by step`);
  await timed('json5 reads it', () => parseConfig(other, 'openclaw.json'));
  const whole = { text: other, restore: (edited: string) => edited };
  const short = await timed('cut down', () => (other.length < LARGE ? whole : condense(other, [edit])));
  const value = JSON5.parse<JsonObject>(short.text);
  const edited = await timed('edit', () => editText(syntaxTree, short.text, value, edit));
  await timed('json5 reads the change', () => JSON5.parse<JsonObject>(edited));
  await timed('put together', () => short.restore(edited));
  return times as ConfigEdit;
}

/** As a person writes it: comments, single quotes, trailing commas. */
function configText(members: number, title: string): string {
  const lines = Array.from({ length: members }, (_, index) => {
    const line = `      'member-${index}': '', // of ${members}`;
    return line.replace("''", `'${'x'.repeat(99 - line.length)}'`);
  });
  return `// ${title}\n{\n  models: {\n    providers: {\n${lines.join('\n')}\n    },\n  },\n}\n`;
}
