import assert from 'node:assert/strict';
import { type Path, pathWords } from '../../../src/openclaw/jsonValue.ts';

describe('a path in words', () => {
  const cases: [path: Path, words: string][] = [
    [[], ''],
    [['agents'], 'agents'],
    [['agents', 'defaults', 'model'], 'agents.defaults.model'],
    [['agents', 'list', 0, 'model'], 'agents.list[0].model'],
    [['rows', 1, 2], 'rows[1][2]'],
    [['plugins', 'entries', 'amazon-bedrock', 'enabled'], 'plugins.entries["amazon-bedrock"].enabled'],
    [['agents', 'defaults', 'models', 'a/b.c'], 'agents.defaults.models["a/b.c"]'],
    [['a-b', 'c'], '["a-b"].c'],
    [['_x1', '$y', 'größe'], '_x1.$y.größe'],
    [['entries', '1', ''], 'entries["1"][""]'],
  ];
  for (const [path, words] of cases) it(JSON.stringify(path), () => assert.equal(pathWords(path), words));
});
