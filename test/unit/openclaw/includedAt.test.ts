import assert from 'node:assert/strict';
import { includedAt } from '../../../src/openclaw/includedAt.ts';

describe('where included files stand', () => {
  const state = {
    path: '/c/openclaw.json',
    includes: [
      { file: '/c/openclaw.json', path: ['agents'], targets: ['/c/a.json', '/c/b.json'] },
      { file: '/c/b.json', path: ['list', 0], targets: ['/c/deep.json'] },
      { file: '/c/openclaw.json', path: [], targets: ['/c/base.json'] },
    ],
  };
  const PLACES: [file: string, path: (string | number)[] | undefined][] = [
    ['/c/openclaw.json', []],
    ['/c/base.json', []],
    ['/c/b.json', ['agents']],
    ['/c/deep.json', ['agents', 'list', 0]],
    ['/c/other.json', undefined],
  ];
  for (const [file, path] of PLACES) {
    it(`is told of ${file}`, () => assert.deepEqual(includedAt(state, file), path));
  }
});
