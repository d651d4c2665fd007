import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { valueAt } from '../../../src/openclaw/jsonValue.ts';
import { parseConfig, readConfig } from '../../../src/openclaw/readConfig.ts';
import { type Problem, ProblemError } from '../../../src/problem.ts';

describe('reading the config', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'read-config-'));
  });
  after(() => rm(folder, { recursive: true }));

  async function state(text: string) {
    const path = join(folder, 'openclaw.json');
    await writeFile(path, text);
    return readConfig(path, { HOME: folder });
  }

  it('gives text and value', async () => {
    const text = "// mine\n{ agents: { defaults: { model: 'amazon-bedrock/x', }, }, }\n";
    const { text: read, value, problem, path } = await state(text);
    assert.equal(read, text);
    assert.deepEqual(value, { agents: { defaults: { model: 'amazon-bedrock/x' } } });
    assert.equal(problem, undefined);
    assert.equal(path, join(folder, 'openclaw.json'));
  });

  it('reads past a byte order mark, which stays in the text', async () => {
    const { text, value } = await state('\uFEFF{ a: 1 }');
    assert.equal(text, '\uFEFF{ a: 1 }');
    assert.deepEqual(value, { a: 1 });
  });

  it('takes a file of white space and comments for an empty config', async () => {
    assert.deepEqual((await state(' // soon\n')).value, {});
  });

  it('keeps the root file as it is written', async () => {
    const { path, files, includes, read, missingVariables } = await state('{ a: 1 }');
    assert.deepEqual(files, [{ path, text: '{ a: 1 }', value: { a: 1 } }]);
    assert.deepEqual([includes, read, missingVariables], [[], undefined, undefined]);
  });

  it('replaces variables, and tells which are missing', async () => {
    const path = join(folder, 'openclaw.json');
    const text = '{ a: ["${A}", { b: "${B}" }], c: "$${A}" }';
    await writeFile(path, text);
    const state = await readConfig(path, { HOME: folder, A: 'one' });
    assert.deepEqual(state.value, { a: ['one', { b: '${B}' }], c: '${A}' });
    assert.deepEqual(state.missingVariables, [{ name: 'B', path: ['a', 1, 'b'] }]);
    assert.equal(state.read?.('${A}!'), 'one!');
    assert.deepEqual(state.files[0]?.value, { a: ['${A}', { b: '${B}' }], c: '$${A}' });
    assert.equal(state.text, text);
  });

  it('takes variables from .env and from the config itself, the process first', async () => {
    const path = join(folder, 'openclaw.json');
    await writeFile(
      path,
      "{ env: { vars: { A: 'config', B: 'config', C: 'config' } }, abc: '${A} ${B} ${C}' }",
    );
    await writeFile(join(folder, '.env'), 'A=file\nB=file\n');
    const { value } = await readConfig(path, { HOME: join(folder, 'home'), A: 'process' });
    assert.equal(value?.['abc'], 'process file config');
    await rm(join(folder, '.env'));
  });

  it('reads texts that are not on disk yet', async () => {
    const { value } = await readConfig(join(folder, 'unsaved.json'), {}, () => Promise.resolve('{ a: 2 }'));
    assert.deepEqual(value, { a: 2 });
  });

  it('reads strict JSON as it reads JSON5', () => {
    for (const text of ['{"a":1,"a":2}', '{"__proto__":{"b":1},"n":-0.0,"t":"\\u0041"}']) {
      assert.deepEqual(parseConfig(text, 'x'), parseConfig(`${text} // JSON5`, 'x'));
    }
  });

  const malformed: [text: string, line: number, column: number, what: RegExp][] = [
    ['{\n  a: 1\n  b: 2\n}\n', 3, 3, /invalid character 'b'/],
    ['\uFEFF{\n  a: ,\n}', 2, 6, /invalid character ','/],
    ['\uFEFF{ a: , }', 1, 6, /invalid character ','/],
    ['{ a: 1', 1, 7, /invalid end of input/],
    ['[]', 1, 1, /an object is expected/],
    ['null', 1, 1, /an object is expected/],
    ['"text"', 1, 1, /an object is expected/],
  ];
  for (const [text, line, column, what] of malformed) {
    it(`names the place of what is wrong in ${JSON.stringify(text)}`, async () => {
      const { value, problem, text: read, path } = await state(text);
      assert.equal(value, undefined);
      assert.equal(read, text);
      assert.equal(problem?.code, 'config-malformed');
      assert.ok(
        problem.explanation.startsWith(`${path}, line ${line}, column ${column}: `),
        problem.explanation,
      );
      assert.match(problem.explanation, what);
      assert.doesNotMatch(problem.explanation, /JSON5:| at \d+:\d+/);
      assert.deepEqual(problem.fixes[0], {
        label: 'Go to the Error',
        command: 'openclawBedrock.openConfig',
        arguments: [{ file: path, line, column }],
      });
    });
  }

  it('tells a missing file, and one whose folder is missing, from one that can’t be read', async () => {
    const codeOf = async (path: string) => (await readConfig(path)).problem?.code;
    await writeFile(join(folder, 'file'), '');
    await mkdir(join(folder, 'folder'));
    assert.equal(await codeOf(join(folder, 'nothing.json')), 'config-missing');
    assert.equal(await codeOf(join(folder, 'nowhere', 'openclaw.json')), 'config-missing');
    assert.equal(await codeOf(join(folder, 'file', 'openclaw.json')), 'config-missing');
    assert.equal(await codeOf(join(folder, 'folder')), 'config-unreadable');
  });

  it('names the missing file and offers to make it', async () => {
    const path = join(folder, 'nothing.json');
    const { problem, text, value } = (await readConfig(path)) as {
      problem: Problem;
      text?: string;
      value?: object;
    };
    assert.deepEqual([text, value], [undefined, undefined]);
    assert.ok(problem.explanation.includes(path));
    assert.ok(problem.fixes.some(fix => 'command' in fix && fix.command === 'openclawBedrock.createConfig'));
  });

  it('throws a problem where only a text is given', () => {
    assert.deepEqual(parseConfig('{}', 'x.json'), {});
    assert.throws(() => parseConfig('{', 'x.json'), ProblemError);
  });
});

describe('value at a path', () => {
  const value = { a: { b: { c: 1 }, d: [1], e: null } };
  it('is found, or undefined where the way is barred', () => {
    assert.equal(valueAt(value, ['a', 'b', 'c']), 1);
    assert.equal(valueAt(value, ['a', 'e']), null);
    assert.equal(valueAt(value, []), value);
    for (const path of [
      ['x'],
      ['a', 'x', 'y'],
      ['a', 'e', 'x'],
      ['a', 'd', '0'],
      ['toString'],
      ['a', 'constructor'],
    ]) {
      assert.equal(valueAt(value, path), undefined, path.join('.'));
    }
    assert.equal(valueAt(undefined, ['a']), undefined);
  });
});
