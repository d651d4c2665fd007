import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import JSON5 from 'json5';
import { editConfig } from '../../../src/openclaw/editConfig.ts';
import { primaryEdits, primaryRef } from '../../../src/openclaw/primaryModel.ts';
import { isObject, type JsonObject, type JsonValue } from '../../../src/openclaw/jsonValue.ts';
import { type MemberPath, setMember } from '../../../src/openclaw/setMember.ts';
import * as syntaxTree from '../../../src/openclaw/syntaxTree.ts';
import { isFullRun, Random } from '../random.ts';
import { assertOnlyInserted, assertOnlyReplaced } from './lossless.ts';
import { randomConfig } from './randomConfig.ts';

const SEEDS = isFullRun ? 3_000 : 300;
const VALUES: readonly JsonValue[] = [
  'new',
  "it's",
  'say "x"',
  7,
  true,
  null,
  {},
  [],
  { new: { value: [1] } },
];

const read = (text: string) => JSON5.parse<JsonObject>(text.replace(/^\uFEFF/, ''));

/** A way to a member that is there, or to one that is not, below an object that is. */
function randomPath(random: Random, config: JsonObject): { path: MemberPath; old: JsonValue | undefined } {
  const path: string[] = [];
  for (let object = config; ;) {
    const names = Object.keys(object);
    const name = names.length > 0 && random.chance(0.8) ? random.pick(names) : 'added';
    const value = Object.hasOwn(object, name) ? object[name] : undefined;
    path.push(name);
    if (isObject(value) && random.chance(0.7)) {
      object = value;
    } else {
      if (value === undefined && random.chance(0.3)) path.push('more', 'below it');
      return { path: path as [string, ...string[]], old: value };
    }
  }
}

function withMember(config: JsonObject, path: MemberPath, value: JsonValue): JsonObject {
  const result = structuredClone(config);
  let object = result;
  for (const name of path.slice(0, -1)) object = (object[name] ??= {}) as JsonObject;
  object[path.at(-1)!] = value;
  return result;
}

describe('random edits of random configs', function () {
  // Thousands of texts; how fast is not the question.
  this.timeout(120_000);

  it(`change the one member and nothing else, in ${SEEDS} of them`, () => {
    const seen = { inserted: 0, replaced: 0, kept: 0 };
    for (let seed = 1; seed <= SEEDS; seed++) {
      const random = new Random(seed);
      const { text, literals } = randomConfig(random);
      const config = read(text);
      const { path, old } = randomPath(random, config);
      const value = random.pick(VALUES);
      const edited = setMember(syntaxTree, text, path, value);
      try {
        assert.deepEqual(read(edited), withMember(config, path, value));
        const written = typeof old === 'string' || typeof old === 'number' ? literals.get(old) : undefined;
        if (old === undefined) {
          assertOnlyInserted(text, edited);
          seen.inserted++;
        } else if (isDeepStrictEqual(old, value)) {
          assert.equal(edited, text);
          seen.kept++;
        } else if (written) {
          assertOnlyReplaced(text, edited, written);
          seen.replaced++;
        }
        assert.equal(setMember(syntaxTree, edited, path, value), edited);
      } catch (error) {
        throw new Error(
          `seed ${seed}: ${path.join(' > ')} = ${JSON.stringify(value)} in\n${text}\n=>\n${edited}`,
          {
            cause: error,
          },
        );
      }
    }
    assert.ok(seen.inserted > SEEDS / 6 && seen.replaced > SEEDS / 6 && seen.kept > 0, JSON.stringify(seen));
  });

  it(`make a model the primary one, in ${SEEDS} of them`, async () => {
    const ref = 'amazon-bedrock/us.acme.one-v1:0';
    let edits = 0;
    for (let seed = 1; seed <= SEEDS; seed++) {
      const { text } = randomConfig(new Random(seed));
      const config = read(text);
      const { agents = {} } = config;
      const { defaults = {} } = isObject(agents) ? agents : { defaults: agents };
      // Something else where an object must be: refused, which is tested elsewhere.
      if (!isObject(defaults)) continue;
      try {
        const edited = await editConfig(text, primaryEdits(config, ref), 'openclaw.json');
        assert.equal(primaryRef(read(edited)), ref);
      } catch (error) {
        throw new Error(`seed ${seed}, in\n${text}`, { cause: error });
      }
      edits++;
    }
    assert.ok(edits > SEEDS / 2);
  });
});
