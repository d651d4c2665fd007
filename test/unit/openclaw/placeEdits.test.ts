import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Edit } from '../../../src/openclaw/editConfig.ts';
import { type Path, pathWords } from '../../../src/openclaw/jsonValue.ts';
import { placeEdits } from '../../../src/openclaw/placeEdits.ts';
import { type ConfigState, readConfig } from '../../../src/openclaw/readConfig.ts';
import { ProblemError } from '../../../src/problem.ts';

const ROOT = 'openclaw.json';

describe('placing edits among files', () => {
  let home: string;
  let folder: string;
  beforeEach(async () => {
    home = await realpath(await mkdtemp(join(tmpdir(), 'place-edits-')));
    folder = join(home, 'config');
    await mkdir(folder);
  });
  afterEach(() => rm(home, { recursive: true }));

  async function read(files: Record<string, string>): Promise<ConfigState> {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    const state = await readConfig(join(folder, ROOT), {
      HOME: home,
      VAR: 'value',
      OPENCLAW_INCLUDE_ROOTS: home,
    });
    assert.equal(state.problem, undefined);
    return state;
  }

  /** The edits by name of their file. */
  async function placed(
    files: Record<string, string>,
    ...edits: Edit[]
  ): Promise<Record<string, readonly Edit[]>> {
    const found = placeEdits(await read(files), edits);
    return Object.fromEntries([...found].map(([path, its]) => [path.slice(folder.length + 1), its]));
  }

  const set = (path: Path, value: Extract<Edit, { value: unknown }>['value']): Edit => ({ path, value });
  const remove = (path: Path): Edit => ({ path, remove: true });

  it('leaves them as they are where nothing is included', async () => {
    const edits = [set(['a', 'b'], 1), remove(['c']), set(['c'], 2)];
    assert.deepEqual(await placed({ [ROOT]: '{ a: {}, c: 1 }' }, ...edits), { [ROOT]: edits });
    const missing = await readConfig(join(folder, 'missing.json'), {});
    assert.deepEqual(placeEdits(missing, edits), new Map([[join(folder, 'missing.json'), edits]]));
  });

  const cases: [name: string, files: Record<string, string>, edit: Edit, expected: Record<string, Edit[]>][] =
    [
      [
        'where the member is written, in the root',
        { [ROOT]: "{ a: { $include: 'a.json', x: 1 } }", 'a.json': '{ x: 0, y: 0 }' },
        set(['a', 'x'], 2),
        { [ROOT]: [set(['a', 'x'], 2)] },
      ],
      [
        'where the member is written, in an included file',
        { [ROOT]: "{ a: { $include: 'a.json', x: 1 } }", 'a.json': '{ y: { z: 0 } }' },
        set(['a', 'y', 'z'], 2),
        { 'a.json': [set(['y', 'z'], 2)] },
      ],
      [
        'in the later of two files that have it',
        { [ROOT]: "{ $include: ['a.json', 'b.json'] }", 'a.json': '{ x: 0 }', 'b.json': '{ x: 1 }' },
        set(['x'], 2),
        { 'b.json': [set(['x'], 2)] },
      ],
      [
        'in a file that an included one includes',
        {
          [ROOT]: "{ a: { $include: 'sub/a.json' } }",
          'sub/a.json': "{ b: { $include: 'b.json' } }",
          'sub/b.json': '{ x: 0 }',
        },
        set(['a', 'b', 'x'], 2),
        { 'sub/b.json': [set(['x'], 2)] },
      ],
      [
        'beside its siblings in an included file',
        { [ROOT]: "{ $include: 'a.json', other: {} }", 'a.json': '{ agents: { defaults: {} } }' },
        set(['agents', 'defaults', 'model', 'primary'], 'x'),
        { 'a.json': [set(['agents', 'defaults', 'model', 'primary'], 'x')] },
      ],
      [
        'in the included file where the root has nothing but the include',
        { [ROOT]: "{ agents: { $include: 'a.json' } }", 'a.json': '{}' },
        set(['agents', 'x'], 1),
        { 'a.json': [set(['x'], 1)] },
      ],
      [
        'in the root rather where it has siblings too',
        { [ROOT]: "{ $include: 'a.json', agents: { y: 1 } }", 'a.json': '{ agents: { z: 1 } }' },
        set(['agents', 'x'], 1),
        { [ROOT]: [set(['agents', 'x'], 1)] },
      ],
      [
        'in the later file where two have siblings',
        {
          [ROOT]: "{ $include: ['a.json', 'b.json'] }",
          'a.json': '{ agents: { y: 1 } }',
          'b.json': '{ agents: { z: 1 } }',
        },
        set(['agents', 'x'], 1),
        { 'b.json': [set(['agents', 'x'], 1)] },
      ],
      [
        'beside an include of nothing',
        { [ROOT]: '{ a: { $include: [] } }' },
        set(['a', 'x'], 1),
        { [ROOT]: [set(['a', 'x'], 1)] },
      ],
      [
        'as a new member of the root where there is no parent',
        { [ROOT]: "{ a: { $include: 'a.json' } }", 'a.json': '{}' },
        set(['b', 'c'], 1),
        { [ROOT]: [set(['b', 'c'], 1)] },
      ],
      [
        'in all files that have a removed member',
        {
          [ROOT]: "{ $include: ['a.json', 'b.json'], x: 2 }",
          'a.json': '{ x: 0 }',
          'b.json': "{ x: { $include: 'c.json' } }",
          'c.json': '{}',
        },
        remove(['x']),
        { 'a.json': [remove(['x'])], 'b.json': [remove(['x'])], [ROOT]: [remove(['x'])] },
      ],
      [
        'with the include that makes a removed member',
        { [ROOT]: "{ a: { $include: 'a.json' } }", 'a.json': '{ x: 0 }' },
        remove(['a']),
        { [ROOT]: [remove(['a'])] },
      ],
      [
        'nowhere where there is nothing to remove',
        { [ROOT]: "{ a: { $include: 'a.json' } }", 'a.json': '{ x: 0 }' },
        remove(['a', 'y', 'z']),
        {},
      ],
      [
        'nowhere where it is so already, a variable being what it stands for',
        { [ROOT]: "{ a: { $include: 'a.json' } }", 'a.json': "{ x: '${VAR}' }" },
        set(['a', 'x'], 'value'),
        {},
      ],
      [
        'by member, where an object comes from several files',
        {
          [ROOT]: "{ a: { $include: 'a.json', x: 1, same: 1 } }",
          'a.json': "{ y: '${VAR}', z: 1, gone: 1 }",
        },
        set(['a'], { x: 2, same: 1, y: 'value', z: 2, new: {} }),
        { 'a.json': [remove(['gone']), set(['z'], 2)], [ROOT]: [set(['a', 'x'], 2), set(['a', 'new'], {})] },
      ],
      [
        'by member, so that no include is dropped',
        { [ROOT]: "{ a: { b: { $include: 'b.json' } } }", 'b.json': '{ x: 1 }' },
        set(['a'], { b: { x: 2 } }),
        { 'b.json': [set(['x'], 2)] },
      ],
      [
        'whole, where an object comes from one file',
        { [ROOT]: "{ $include: 'a.json' }", 'a.json': '{ a: { x: 1, y: 1 } }' },
        set(['a'], { z: 1 }),
        { 'a.json': [set(['a'], { z: 1 })] },
      ],
      [
        'in the list that has the element',
        {
          [ROOT]: "{ $include: ['a.json', 'b.json'], l: [3] }",
          'a.json': '{ l: [1, 2] }',
          'b.json': '{ l: [{ x: 0 }] }',
        },
        set(['l', 2, 'x'], 1),
        { 'b.json': [set(['l', 0, 'x'], 1)] },
      ],
      [
        'in the list that has the removed element',
        { [ROOT]: "{ $include: 'a.json', l: [3] }", 'a.json': '{ l: [1, 2] }' },
        remove(['l', 1]),
        { 'a.json': [remove(['l', 1])] },
      ],
      [
        'behind the last list',
        { [ROOT]: "{ $include: 'a.json', l: [3] }", 'a.json': '{ l: [1, 2] }' },
        set(['l', 3], 4),
        { [ROOT]: [set(['l', 1], 4)] },
      ],
      [
        'in the file that an element includes',
        {
          [ROOT]: "{ agents: { list: [{ id: 'x' }, { $include: 'main.json' }] } }",
          'main.json': "{ id: 'main' }",
        },
        set(['agents', 'list', 1, 'model'], 'm'),
        { 'main.json': [set(['model'], 'm')] },
      ],
      [
        'above what hides the same name in another file',
        {
          [ROOT]: "{ $include: ['a.json', 'b.json', 'c.json'] }",
          'a.json': '{ a: { x: 1 } }',
          'b.json': '{ a: 1 }',
          'c.json': '{ a: { y: 1 } }',
        },
        set(['a', 'x'], 2),
        { 'c.json': [set(['a', 'x'], 2)] },
      ],
    ];
  for (const [name, files, edit, expected] of cases) {
    it(`is ${name}`, async () => {
      assert.deepEqual(await placed(files, edit), expected);
    });
  }

  it('counts on the edits before', async () => {
    const files = {
      [ROOT]: "{ l: { $include: ['a.json', 'b.json'] } }",
      'a.json': '{ x: [1] }',
      'b.json': '{ x: [2] }',
    };
    const edits = [
      remove(['l', 'x', 0]),
      set(['l', 'x', 0], 3),
      set(['l', 'x', 1], 4),
      set(['l', 'n', 'm'], 5),
      set(['l', 'n', 'o'], 6),
    ];
    assert.deepEqual(await placed(files, ...edits), {
      'a.json': [remove(['x', 0])],
      'b.json': [set(['x', 0], 3), set(['x', 1], 4), set(['n', 'm'], 5), set(['n', 'o'], 6)],
    });
  });

  const refusals: [name: string, files: Record<string, string>, edit: Edit, file: string, why: RegExp][] = [
    [
      'of a list that is made of several',
      { [ROOT]: "{ $include: 'a.json', l: [2] }", 'a.json': '{ l: [1] }' },
      set(['l'], [3]),
      'a.json',
      /put together from several files/,
    ],
    [
      'of a file that is included twice',
      { [ROOT]: "{ a: { $include: 'c.json' }, b: { $include: 'c.json' } }", 'c.json': '{ x: 1 }' },
      set(['a', 'x'], 2),
      'c.json',
      /included in several places/,
    ],
    [
      'of a file outside of the folder',
      { [ROOT]: "{ a: { $include: '../shared.json' } }", '../shared.json': '{ x: 1 }' },
      set(['a', 'x'], 2),
      '../shared.json',
      /others own it/,
    ],
    [
      'of a member that a file outside of the folder has too',
      { [ROOT]: "{ a: { $include: '../shared.json', x: 2 } }", '../shared.json': '{ x: 1 }' },
      remove(['a', 'x']),
      '../shared.json',
      /others own it/,
    ],
    [
      'of a value that is a file of its own',
      { [ROOT]: "{ a: { model: { $include: 'a.json' } } }", 'a.json': '"x"' },
      set(['a', 'model'], 'y'),
      ROOT,
      /included from other files/,
    ],
    [
      'of a list that is a file of its own',
      { [ROOT]: "{ a: { $include: 'a.json' } }", 'a.json': '[1]' },
      set(['a', 0], 2),
      'a.json',
      /a list or a single value/,
    ],
    [
      'of a list of which a part is included',
      { [ROOT]: "{ a: [{ $include: 'a.json' }, 1] }", 'a.json': '{}' },
      set(['a'], []),
      ROOT,
      /included from other files/,
    ],
    [
      'through what is no object',
      { [ROOT]: "{ a: { $include: 'a.json' } }", 'a.json': '{ x: 1 }' },
      set(['a', 'x', 'y'], 1),
      ROOT,
      /is not an object/,
    ],
  ];
  for (const [name, files, edit, file, why] of refusals) {
    it(`refuses the change ${name}`, async () => {
      const state = await read(files);
      assert.throws(
        () => placeEdits(state, [edit]),
        (error: unknown) => {
          assert.ok(error instanceof ProblemError);
          const { code, explanation, fixes } = error.problem;
          assert.equal(code, 'config-not-written');
          assert.match(explanation, why);
          assert.match(explanation, /Change it by hand\.$/);
          assert.ok(
            explanation.includes(`"${pathWords(edit.path)}"`) && explanation.includes(join(folder, file)),
          );
          assert.deepEqual(fixes[0] && 'command' in fixes[0] && fixes[0].arguments, [
            { file: join(folder, file), line: 1, column: 1 },
          ]);
          return true;
        },
      );
    });
  }

  it('knows a file by all of its names', async () => {
    await writeFile(join(folder, 'real.json'), '{ x: 1 }');
    await symlink('real.json', join(folder, 'link.json'));
    const state = await read({ [ROOT]: "{ a: { $include: 'real.json' }, b: { $include: 'link.json' } }" });
    assert.throws(() => placeEdits(state, [set(['b', 'x'], 2)]), /config was left as it is/);
  });
});
