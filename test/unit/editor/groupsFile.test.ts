import assert from 'node:assert/strict';
import { withoutGroups } from '../../../src/editor/groupsFile.ts';

const VENDOR = 'amazon-bedrock';
const ours = (name: string) =>
  `{\n\t\t"name": "${name}",\n\t\t"vendor": "${VENDOR}",\n\t\t"region": "eu-central-1"\n\t}`;
const withSecret = `{ "name": "A", "vendor": "${VENDOR}", "apiKey": "\${input:chat.lm.secret.1}" }`;
const other =
  '{\n\t\t"name": "Mine", // keep\n\t\t"vendor": "other",\n\t\t"models": [{ "vendor": "amazon-bedrock" }]\n\t}';

describe('provider groups in the editor’s file', () => {
  const cases: [name: string, text: string, expected: string, removed: number][] = [
    ['no file', '', '', 0],
    ['a blank one', '\n', '\n', 0],
    ['an empty list', '[]', '[]', 0],
    ['only another vendor’s', `[\n\t${other}\n]`, `[\n\t${other}\n]`, 0],
    ['only ours', `[\n\t${ours('A')}\n]`, '[\n\t\n]', 1],
    ['two of ours', `[\n\t${ours('A')},\n\t${ours('B')}\n]`, '[\n\t\n]', 2],
    ['one that holds a key', `[${withSecret}]`, `[${withSecret}]`, 0],
    ['one that the user made', `[${ours('C')}]`, `[${ours('C')}]`, 0],
    ['ours first', `[\n\t${ours('A')},\n\t${other}\n]`, `[\n\t${other}\n]`, 1],
    ['ours last', `[\n\t${other},\n\t${ours('A')}\n]\n`, `[\n\t${other}\n]\n`, 1],
    ['ours around', `[\n\t${ours('A')},\n\t${other},\n\t${ours('B')},\n]`, `[\n\t${other},\n]`, 2],
    ['ours between', `[\n\t${other},\n\t${ours('A')},\n\t${other}\n]`, `[\n\t${other},\n\t${other}\n]`, 1],
    [
      'what is no group',
      `[ 1, null, { "vendor": 3 }, "${VENDOR}" ]`,
      `[ 1, null, { "vendor": 3 }, "${VENDOR}" ]`,
      0,
    ],
    ['no list', `{ "vendor": "${VENDOR}" }`, `{ "vendor": "${VENDOR}" }`, 0],
  ];
  for (const [name, text, expected, removed] of cases) {
    it(`${name}: ${removed} removed`, async () => {
      const removal = await withoutGroups(text, VENDOR, ['A', 'B']);
      assert.deepEqual([removal.text, removal.removed.length], [expected, removed]);
    });
  }

  it('are not touched in a malformed file', async () => {
    await assert.rejects(withoutGroups(`[\n\t${ours('A')}`, VENDOR, ['A']), /Unexpected/);
  });
});
