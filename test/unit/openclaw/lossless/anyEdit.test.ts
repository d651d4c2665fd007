import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import JSON5 from 'json5';
import { editConfig } from '../../../../src/openclaw/editConfig.ts';
import type { JsonObject, JsonValue } from '../../../../src/openclaw/jsonValue.ts';
import { condense } from '../../../../src/openclaw/lossless/condense.ts';
import { editText } from '../../../../src/openclaw/lossless/editText.ts';
import type { LocalEdit } from '../../../../src/openclaw/lossless/editValue.ts';
import * as syntaxTree from '../../../../src/openclaw/syntaxTree.ts';
import { readWith } from '../../../../src/openclaw/variables.ts';
import { isFullRun } from '../../random.ts';
import { type Choice, choice, editOf, intendedBy, placesIn, reverseOf } from './anyEdit.ts';
import { type ConfigText, configText } from './configText.ts';
import { assertOnlyInserted, assertOnlyReplaced, changeBetween } from './unchanged.ts';

const RUNS = isFullRun ? 3_000 : 300;

const read = (text: string) => JSON5.parse<JsonObject>(text.replace(/^\uFEFF/, ''));

/** One edit of one text, and what comes of it. */
interface Edited extends ConfigText {
  readonly kind: Choice['kind'];
  readonly value: JsonObject;
  readonly edit: LocalEdit;
  readonly intended: JsonObject;
  readonly after: string;
}

/** Checks what holds for all edits, or for those of some kinds. How many there were is checked too. */
function check(
  kinds: readonly Choice['kind'][] | undefined,
  holds: (edited: Edited) => void,
  texts = configText(),
): void {
  let count = 0;
  const kind = kinds ? fc.constantFrom(...kinds) : undefined;
  fc.assert(
    fc.property(texts, choice(kind), (config, chosen) => {
      const value = read(config.text);
      const edit = editOf(value, chosen);
      const intended = edit && intendedBy(value, edit);
      if (!intended || isDeepStrictEqual(intended, value)) return;
      count++;
      const after = editText(syntaxTree, config.text, value, edit);
      holds({ ...config, kind: chosen.kind, value, edit, intended, after });
    }),
    { numRuns: RUNS, seed: 1 },
  );
  assert.ok(count > RUNS / 4, `${count} edits`);
}

describe('any edit of any config', function () {
  // Thousands of texts; how fast is not the question.
  this.timeout(300_000);

  it(`is read by json5 as intended, in ${RUNS} texts`, () => {
    check(undefined, ({ after, intended }) => assert.deepEqual(read(after), intended));
  });

  it('leaves what it does not concern as it was written', () => {
    check(undefined, ({ value, intended, literals, after }) => {
      const stay = new Set(stringsIn(intended));
      for (const text of stringsIn(value).filter(each => stay.has(each))) {
        const literal = literals.get(text);
        assert.ok(!literal || after.includes(literal), `${literal} is gone:\n${after}`);
      }
    });
  });

  it('only inserts what is added', () => {
    check(['add', 'add below', 'append'], ({ text, after }) => {
      // In place of the blanks in an object that held nothing else.
      if (changeBetween(text, after).removed.trim()) assertOnlyInserted(text, after);
    });
  });

  it('only replaces the value that is set', () => {
    check(['set'], ({ text, after, edit, value, literals }) => {
      const old = placesIn(value).find(({ path }) => isDeepStrictEqual(path, edit.path))?.value;
      const literal = typeof old === 'string' ? literals.get(old) : undefined;
      if (literal) assertOnlyReplaced(text, after, literal);
    });
  });

  it('only takes out what is removed, in one piece, and with it no section', () => {
    check(['remove'], ({ text, after, edit, value, literals, hasDuplicates }) => {
      if (hasDuplicates) return;
      const { removed, inserted } = changeBetween(text, after);
      // A bracket that a line comment would swallow gets a line of its own.
      assert.equal(inserted.trim(), '', after);
      const gone = placesIn(value).find(({ path }) => isDeepStrictEqual(path, edit.path))?.value ?? null;
      const goneLiterals = stringsIn(gone).flatMap(each => literals.get(each) ?? []);
      for (const literal of literals.values()) {
        assert.equal(after.includes(literal), !goneLiterals.includes(literal), `${literal}:\n${after}`);
      }
      const [first = removed] = goneLiterals;
      if (typeof gone === 'string') assert.doesNotMatch(removed.split(first)[0]!.trim(), /\n\s*\n/);
    });
  });

  it('keeps every comment of a list that only changes its order', () => {
    check(['reorder'], ({ text, after }) => {
      assert.deepEqual(commentsIn(after).sort(), commentsIn(text).sort());
    });
  });

  it('is undone by its reverse: the first text comes back', () => {
    check(['add', 'add below', 'append'], ({ text, after, value, edit, intended }) => {
      const back = editText(syntaxTree, after, intended, reverseOf(value, edit));
      assert.equal(collapsed(back), collapsed(text));
    });
  });

  it('is undone by its reverse: a string is the same again', () => {
    check(['set'], ({ text, after, value, edit, intended, literals }) => {
      const reverse = reverseOf(value, edit);
      const [old, now] = ['value' in reverse && reverse.value, 'value' in edit && edit.value];
      if (typeof old !== 'string' || typeof now !== 'string' || !literals.has(old)) return;
      assert.equal(editText(syntaxTree, after, intended, reverse), text);
    });
  });

  it('is undone by its reverse: an order is the same again, but for where commas stand', () => {
    const holds = ({ text, after, value, edit, intended }: Edited) => {
      const back = editText(syntaxTree, after, intended, reverseOf(value, edit));
      assert.equal(back.replace(/[\s,]/g, ''), text.replace(/[\s,]/g, ''));
    };
    // Among several on a line it is not clear whose a comment is.
    check(['reorder'], holds, configText({ mayWrap: false }));
  });

  it('is the same in the text cut down to it', () => {
    check(undefined, ({ text, edit, intended }) => {
      const short = condense(text, [edit], 0);
      const shortValue = read(short.text);
      assert.equal(short.restore(short.text), text);
      assert.deepEqual(read(short.restore(editText(syntaxTree, short.text, shortValue, edit))), intended);
    });
  });
});

describe('any edits of any config, through and through', function () {
  this.timeout(300_000);
  const readValue = readWith({ HOME: '/home/dev', X: 'x' });

  it(`give what OpenClaw is to read, with variables as they were, in ${RUNS} texts`, async () => {
    let edited = 0;
    await fc.assert(
      fc.asyncProperty(
        configText(),
        fc.array(choice(), { maxLength: 4 }),
        async ({ text, literals }, choices) => {
          const before = readValue(read(text)) as JsonObject;
          const edits: LocalEdit[] = [];
          let intended = before;
          for (const chosen of choices) {
            const edit = editOf(intended, chosen);
            if (!edit || edit.path.length === 0) continue;
            edits.push(edit);
            intended = intendedBy(intended, edit);
          }
          const after = await editConfig(text, edits, 'openclaw.json', { read: readValue });
          assert.deepEqual(readValue(read(after)), intended);
          if (isDeepStrictEqual(before, intended)) assert.equal(after, text);
          else edited++;
          const stay = new Set(stringsIn(intended));
          for (const [written, literal] of literals) {
            if (written.startsWith('${') && stay.has(readValue(written) as string))
              assert.ok(after.includes(literal));
          }
          const last = edits.slice(-1).filter(edit => 'value' in edit);
          assert.equal(await editConfig(after, last, 'openclaw.json', { read: readValue }), after);
        },
      ),
      { numRuns: RUNS, seed: 1 },
    );
    assert.ok(edited > RUNS / 2, `${edited} edits`);
  });
});

function stringsIn(value: JsonValue): string[] {
  return placesIn(value).flatMap(({ value: each }) => (typeof each === 'string' ? [each] : []));
}

/** Each has a number of its own, and nothing else in the texts ends like it. */
function commentsIn(text: string): string[] {
  return text.match(/\d+;/g) ?? [];
}

/** Without what stands in objects and lists that hold nothing else: once filled, they are emptied as `{}` and `[]`. */
function collapsed(text: string): string {
  return text.replace(/([{[])\s+([}\]])/g, '$1$2');
}
