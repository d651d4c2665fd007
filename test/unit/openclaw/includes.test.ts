import assert from 'node:assert/strict';
import { link, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { readConfig } from '../../../src/openclaw/readConfig.ts';

// Every case here ran with 2026.5.7 and 2026.9.6, which agree.
describe('includes in a config', () => {
  let home: string;
  let folder: string;
  beforeEach(async () => {
    home = await realpath(await mkdtemp(join(tmpdir(), 'includes-')));
    folder = join(home, '.openclaw');
  });
  afterEach(() => rm(home, { recursive: true }));

  /** Writes files into the config's folder and reads the config. */
  async function read(files: Record<string, string>, environment: Record<string, string> = {}) {
    for (const [name, text] of Object.entries(files)) {
      const path = join(folder, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
    }
    return readConfig(join(folder, 'openclaw.json'), { HOME: home, ...environment });
  }

  describe('are merged', () => {
    const merged: [name: string, files: Record<string, string>, value: object][] = [
      [
        'into an object, whose own members win',
        {
          'openclaw.json': "{ a: { $include: './a.json5', x: 1, deep: { y: 2 } } }",
          'a.json5': '{ x: 0, z: 0, deep: { y: 0, w: 0 } }',
        },
        { a: { x: 1, z: 0, deep: { y: 2, w: 0 } } },
      ],
      [
        'into the root',
        { 'openclaw.json': "{ $include: 'a.json', b: 1 }", 'a.json': '{ a: 1 }' },
        { a: 1, b: 1 },
      ],
      [
        'in their order',
        {
          'openclaw.json': "{ a: { $include: ['a.json', 'b.json'] } }",
          'a.json': '{ x: 1, y: 1 }',
          'b.json': '{ x: 2 }',
        },
        { a: { x: 2, y: 1 } },
      ],
      [
        'with lists one behind the other',
        {
          'openclaw.json': "{ $include: ['a.json', 'b.json'], l: ['own'] }",
          'a.json': "{ l: ['a'] }",
          'b.json': "{ l: ['b'] }",
        },
        { l: ['a', 'b', 'own'] },
      ],
      [
        'so that another kind of value replaces all before it',
        { 'openclaw.json': "{ $include: 'a.json', l: null, o: [1] }", 'a.json': '{ l: [1], o: { a: 1 } }' },
        { l: null, o: [1] },
      ],
      [
        'from folders, relative to the including file',
        {
          'openclaw.json': "{ $include: 'sub/a.json' }",
          'sub/a.json': "{ $include: ['./b.json', '../c.json'] }",
          'sub/b.json': '{ b: 1 }',
          'c.json': '{ c: 1 }',
        },
        { b: 1, c: 1 },
      ],
      [
        'whatever they hold, where nothing is beside',
        {
          'openclaw.json': "{ a: { $include: 'a.json' }, l: [{ $include: 'b.json' }, 2] }",
          'a.json': '[1]',
          'b.json': '"x"',
        },
        { a: [1], l: ['x', 2] },
      ],
      [
        'from several lists',
        { 'openclaw.json': "{ l: { $include: ['a.json', 'b.json'] } }", 'a.json': '[1]', 'b.json': '[2]' },
        { l: [1, 2] },
      ],
      [
        'as nothing where the list is empty',
        { 'openclaw.json': '{ a: { $include: [], b: 1 } }' },
        { a: { b: 1 } },
      ],
      [
        'twice, where two include the same file',
        { 'openclaw.json': "{ a: { $include: 'a.json' }, b: { $include: 'a.json' } }", 'a.json': '{ x: 1 }' },
        { a: { x: 1 }, b: { x: 1 } },
      ],
      [
        'before variables are read',
        { 'openclaw.json': "{ $include: './${A}.json', b: '${A}' }", '${A}.json': "{ a: '${A}' }" },
        { a: 'value', b: 'value' },
      ],
    ];
    for (const [name, files, value] of merged) {
      it(name, async () => {
        const state = await read(files, { A: 'value' });
        assert.equal(state.problem, undefined);
        assert.deepEqual(state.value, value);
        const paths = state.files.map(file => file.path.slice(folder.length + 1));
        assert.deepEqual(paths.toSorted(), Object.keys(files).toSorted());
        assert.equal(paths[0], 'openclaw.json');
        assert.equal(state.files[0]?.text, files['openclaw.json']);
      });
    }
  });

  it('are told with where they stand', async () => {
    const { includes } = await read({
      'openclaw.json': "{ a: [{ $include: ['./a.json', 'b.json'] }] }",
      'a.json': '{}',
      'b.json': "{ b: { $include: 'c.json' } }",
      'c.json': '{}',
    });
    const at = (name: string) => join(folder, name);
    const found = includes.toSorted((one, other) => other.file.localeCompare(one.file));
    assert.deepEqual(found, [
      { file: at('openclaw.json'), path: ['a', 0], targets: [at('a.json'), at('b.json')] },
      { file: at('b.json'), path: ['b'], targets: [at('c.json')] },
    ]);
  });

  it('go ten levels deep and no deeper', async () => {
    const chain = (length: number) =>
      Object.fromEntries(
        Array.from({ length: length + 1 }, (_, level) => [
          level === 0 ? 'openclaw.json' : `${level}.json`,
          level === length ? '{ deep: 1 }' : `{ $include: './${level + 1}.json' }`,
        ]),
      );
    assert.deepEqual((await read(chain(10))).value, { deep: 1 });
    const { problem } = await read(chain(11));
    assert.match(problem?.explanation ?? '', /10\.json includes "\.\/11\.json" more than 10 levels deep/);
  });

  it('may be 2 MB big and no bigger', async () => {
    const files = (size: number) => ({
      'openclaw.json': "{ $include: 'a.json' }",
      'a.json': '{ a: 1 }'.padEnd(size),
    });
    assert.deepEqual((await read(files(2_097_152))).value, { a: 1 });
    assert.match((await read(files(2_097_153))).problem?.explanation ?? '', /a file of at most 2 MB/);
  });

  it('may be links within the folder', async () => {
    await mkdir(folder);
    await symlink('real.json', join(folder, 'a.json'));
    const state = await read({ 'openclaw.json': "{ $include: 'a.json' }", 'real.json': '{ a: 1 }' });
    assert.deepEqual(state.value, { a: 1 });
    assert.equal(state.files[1]?.realPath, join(folder, 'real.json'));
  });

  it('come from the folders that OPENCLAW_INCLUDE_ROOTS names, and are then others’ to write', async () => {
    const files = {
      'openclaw.json': "{ a: { $include: '../shared/a.json' } }",
      '../shared/a.json': '{ a: 1 }',
    };
    const state = await read(files, {
      OPENCLAW_INCLUDE_ROOTS: ` ${delimiter}/nowhere${delimiter} ~/shared `,
    });
    assert.deepEqual(state.value, { a: { a: 1 } });
    assert.equal(state.files[1]?.isOutside, true);

    await writeFile(join(folder, '.env'), 'OPENCLAW_INCLUDE_ROOTS=~/shared');
    assert.deepEqual((await read(files)).value, { a: { a: 1 } });
  });

  const faults: [name: string, files: Record<string, string>, why: RegExp][] = [
    ['a number', { 'openclaw.json': '{ $include: 5 }' }, /neither a file’s path nor a list of paths/],
    [
      'a list of other things',
      { 'openclaw.json': "{ $include: ['a.json', {}] }" },
      /neither a file’s path nor/,
    ],
    ['a folder', { 'openclaw.json': "{ $include: '' }" }, /refuses/],
    [
      'a file that is missing',
      { 'openclaw.json': "{ $include: 'a.json' }" },
      /there is no file .*a\.json\. Create it/,
    ],
    ['a path through a file', { 'openclaw.json': "{ $include: 'openclaw.json/a' }" }, /there is no file/],
    [
      'itself',
      { 'openclaw.json': "{ $include: './openclaw.json' }" },
      /circle: .*openclaw\.json → .*openclaw\.json/,
    ],
    [
      'what includes it',
      { 'openclaw.json': "{ a: { $include: 'a.json' } }", 'a.json': "{ $include: 'openclaw.json' }" },
      /a\.json includes "openclaw\.json", which goes in a circle: .*openclaw\.json → .*a\.json → /,
    ],
    [
      'a file above',
      { 'openclaw.json': "{ $include: '../a.json' }", '../a.json': '{}' },
      /OPENCLAW_INCLUDE_ROOTS/,
    ],
    [
      'a file elsewhere',
      { 'openclaw.json': "{ $include: '/etc/a.json' }" },
      /leads out of the config’s folder/,
    ],
    ['no path', { 'openclaw.json': "{ $include: 'a\\0' }" }, /which is not a path/],
    ['too long a path', { 'openclaw.json': `{ $include: '${'a/'.repeat(2048)}' }` }, /which is not a path/],
    [
      'a list into an object that has members',
      { 'openclaw.json': "{ a: { $include: 'a.json', b: 1 } }", 'a.json': '[]' },
      /a\.json must hold an object too/,
    ],
    ['bytes that are no text', { 'openclaw.json': "{ $include: 'a.json' }", 'a.json': 'later' }, /not UTF-8/],
  ];
  for (const [name, files, why] of faults) {
    it(`are a problem when they name ${name}`, async () => {
      await mkdir(folder);
      if (name.startsWith('bytes')) {
        await writeFile(join(folder, 'a.json'), Buffer.from([0x22, 0xff, 0x22]));
        delete files['a.json'];
      }
      const { problem, value, text } = await read(files);
      assert.equal(value, undefined);
      assert.equal(text, files['openclaw.json']);
      assert.equal(problem?.code, 'config-include');
      assert.match(problem.explanation, why);
      assert.match(problem.explanation, /\/openclaw\.json/);
      assert.match(problem.explanation, /\b(Correct|Create|Move|Remove|Replace|Check|Make)\b.*\.$/);
      assert.deepEqual(
        problem.fixes[0] && 'command' in problem.fixes[0] && problem.fixes[0].command,
        'openclawBedrock.openConfig',
      );
    });
  }

  it('are a problem when a link leads out, or a file has a second name', async () => {
    await mkdir(folder);
    await writeFile(join(home, 'a.json'), '{}');
    await symlink('../a.json', join(folder, 'linked.json'));
    await link(join(home, 'a.json'), join(folder, 'named.json'));
    const explanation = async (name: string) =>
      (await read({ 'openclaw.json': `{ $include: '${name}' }` })).problem?.explanation ?? '';
    assert.match(
      await explanation('linked.json'),
      new RegExp(`leads out of the config’s folder, to ${home}/a.json`),
    );
    assert.match(await explanation('named.json'), /without hard links/);
    assert.deepEqual(
      (await read({ 'openclaw.json': "{ $include: 'linked.json' }" }, { OPENCLAW_INCLUDE_ROOTS: home }))
        .problem?.code,
      'config-include',
      'its second name still bars it',
    );
  });

  it('lead to where they are written', async () => {
    const { problem } = await read({ 'openclaw.json': "{\n  // Mine.\n  a: { $include: 'a.json' },\n}" });
    assert.deepEqual(problem?.fixes[0], {
      label: 'Open Config',
      command: 'openclawBedrock.openConfig',
      arguments: [{ file: join(folder, 'openclaw.json'), line: 3, column: 19 }],
    });
  });

  it('lead to the syntax error in the included file', async () => {
    for (const [text, line, column] of [
      ['{\n  a: ,\n}', 2, 6],
      ['', 1, 1],
      ['// soon', 1, 8],
    ] as const) {
      const { problem } = await read({ 'openclaw.json': "{ $include: 'a.json' }", 'a.json': text });
      assert.equal(problem?.code, 'config-malformed');
      assert.ok(
        problem.explanation.startsWith(`${join(folder, 'a.json')}, line ${line}, column ${column}: `),
      );
      assert.deepEqual(problem.fixes[0], {
        label: 'Go to the Error',
        command: 'openclawBedrock.openConfig',
        arguments: [{ file: join(folder, 'a.json'), line, column }],
      });
    }
  });

  it('make no config of something that is no object', async () => {
    const { problem, value } = await read({ 'openclaw.json': "{ $include: 'a.json' }", 'a.json': '[]' });
    assert.equal(value, undefined);
    assert.match(problem?.explanation ?? '', /an object is expected/);
  });

  it('never show what variables hold', async () => {
    const files = { 'openclaw.json': "{ $include: '${SECRET}.json', env: { vars: { SECRET: 'hidden' } } }" };
    const { problem } = await read(files, { SECRET: 'hidden' });
    assert.doesNotMatch(JSON.stringify(problem), /hidden/);
  });
});
