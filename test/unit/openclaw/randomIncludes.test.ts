import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSON5 from 'json5';
import { type Edit, editConfig } from '../../../src/openclaw/editConfig.ts';
import { isObject, type JsonObject, type JsonValue, type Path } from '../../../src/openclaw/jsonValue.ts';
import { editValue } from '../../../src/openclaw/lossless/editValue.ts';
import { placeEdits } from '../../../src/openclaw/placeEdits.ts';
import { readConfig } from '../../../src/openclaw/readConfig.ts';
import { ProblemError } from '../../../src/problem.ts';
import { isFullRun, Random } from '../random.ts';

const CASES = isFullRun ? 2_000 : 300;
const FILES = ['openclaw.json', 'a.json5', 'sub/b.json', 'sub/c.json5', 'd.json'];
const NAMES = ['agents', 'model', 'list', 'x', 'two words'];

describe('random edits of random configs with includes', function () {
  // Thousands of real files; how fast is not the question.
  this.timeout(600_000);

  let folder: string;
  let environment: Record<string, string>;
  before(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'random-includes-')));
    await mkdir(join(folder, 'sub'));
    environment = { HOME: folder, VAR: 'value' };
  });
  after(() => rm(folder, { recursive: true }));

  it(`are read as intended from the files, or refused, in ${CASES} cases`, async () => {
    let [made, refused] = [0, 0];
    for (let seed = 1; made + refused < CASES; seed++) {
      const random = new Random(seed);
      for (const [index, name] of FILES.entries()) {
        await writeFile(join(folder, name), textOf(random, fileValue(random, index)));
      }
      const state = await readConfig(join(folder, 'openclaw.json'), environment);
      // A list may be included where only an object can be.
      if (!state.value || state.includes.length === 0) continue;

      const { edits, intended } = randomEdits(random, state.value);
      const before = await Promise.all(FILES.map(name => readFile(join(folder, name), 'utf8')));
      const isMade = await make();
      const after = await readConfig(state.path, environment);
      assert.deepEqual(after.value, isMade ? intended : state.value, `seed ${seed}`);
      if (isMade) made++;
      else refused++;
      for (const [index, name] of FILES.entries()) {
        const text = await readFile(join(folder, name), 'utf8');
        if (text === before[index]) continue;
        assert.doesNotMatch(text.replaceAll('${VAR}', ''), /value/, 'a variable is never written out');
      }

      async function make(): Promise<boolean> {
        try {
          for (const [file, its] of placeEdits(state, edits)) {
            const text = await readFile(file, 'utf8');
            await writeFile(file, await editConfig(text, its, file, { read: state.read }));
          }
          return true;
        } catch (error) {
          assert.ok(
            error instanceof ProblemError && error.problem.code === 'config-not-written',
            `seed ${seed}`,
          );
          assert.match(error.problem.explanation, /Change it by hand/, `seed ${seed}`);
          return false;
        }
      }
    }
    assert.ok(made > 2 * refused, `${made} were made, ${refused} refused`);
  });
});

/** What is in a file: mostly an object, and it includes later files alone. */
function fileValue(random: Random, index: number): JsonValue {
  if (index > 0 && random.chance(0.1)) return random.pick<JsonValue>(['text', [1, { x: 2 }], []]);
  return objectOf(random, index, 0);
}

function objectOf(random: Random, index: number, depth: number): JsonObject {
  const names = NAMES.filter(() => random.chance(0.45));
  const members = names.map(name => [name, valueOf(random, index, depth + 1)] as const);
  const include = index < FILES.length - 1 && random.chance(depth === 0 ? 0.6 : 0.3);
  return Object.fromEntries([
    ...(include ? [['$include', includeOf(random, index)] as const] : []),
    ...members,
  ]);
}

function includeOf(random: Random, index: number): JsonValue {
  const one = () => {
    const target = random.pick(FILES.slice(index + 1));
    if (!FILES[index]?.startsWith('sub/')) return `./${target}`;
    return target.startsWith('sub/') ? target.slice(4) : `../${target}`;
  };
  return random.chance(0.4) ? Array.from({ length: random.below(4) }, one) : one();
}

function valueOf(random: Random, index: number, depth: number): JsonValue {
  if (depth < 4 && random.chance(0.5)) return objectOf(random, index, depth);
  if (random.chance(0.3)) {
    return Array.from({ length: random.below(4) }, () =>
      depth < 3 && random.chance(0.3) ? objectOf(random, index, depth + 1) : random.below(5),
    );
  }
  return random.pick<JsonValue>([
    random.below(9),
    'text',
    '${VAR}',
    'x ${VAR}',
    '$${VAR}',
    '${MISSING}',
    null,
    true,
  ]);
}

function textOf(random: Random, value: JsonValue): string {
  const comment = random.chance(0.3) ? '// mine\n' : '';
  const text = random.chance()
    ? JSON.stringify(value, null, 2)
    : JSON5.stringify(value, null, random.pick([0, 2]));
  return `${comment}${text}\n`;
}

/** One to three edits, each of what the ones before have made, and the value that is to be read then. */
function randomEdits(random: Random, value: JsonObject): { edits: Edit[]; intended: JsonValue } {
  const edits: Edit[] = [];
  let intended: JsonValue = value;
  for (let count = 1 + random.below(3); count > 0; count--) {
    const edit = randomEdit(random, intended);
    edits.push(edit);
    intended = editValue(intended, edit);
  }
  return { edits, intended };
}

function randomEdit(random: Random, value: JsonValue): Edit {
  const path = pathIn(random, value);
  if (random.chance(0.3)) return { path, remove: true };
  return { path, value: newValue(random, 0) };
}

/** A path to something that is there, or could be. */
function pathIn(random: Random, value: JsonValue): Path {
  const path: (string | number)[] = [];
  let inner: JsonValue | undefined = value;
  do {
    const isList: boolean = Array.isArray(inner);
    const step: string | number = isList
      ? random.below((inner as JsonValue[]).length + 1)
      : random.pick(NAMES);
    path.push(step);
    inner = (inner as Record<string | number, JsonValue> | undefined)?.[step];
  } while (
    (isObject(inner) || (Array.isArray(inner) && inner.length > 0) || inner === undefined) &&
    random.chance(0.6)
  );
  return path;
}

function newValue(random: Random, depth: number): JsonValue {
  if (depth < 2 && random.chance(0.3)) {
    const names = NAMES.filter(() => random.chance(0.4));
    return Object.fromEntries(names.map(name => [name, newValue(random, depth + 1)]));
  }
  if (random.chance(0.2)) return Array.from({ length: random.below(3) }, () => newValue(random, 2));
  return random.pick<JsonValue>([100 + random.below(9), 'new', null, false]);
}
