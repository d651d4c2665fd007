/** The language configuration of `json5`: its patterns, on the lines that people write. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Language {
  wordPattern: string;
  indentationRules: { increaseIndentPattern: string; decreaseIndentPattern: string };
  onEnterRules: { beforeText: string; afterText?: string; action: { appendText: string } }[];
}

const ROOT = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const language = JSON.parse(read('media/json5.language-configuration.json')) as Language;
const { contributes } = JSON.parse(read('package.json')) as {
  contributes: {
    languages: { id: string; filenames: string[]; configuration: string }[];
    grammars: { path: string }[];
  };
};

describe('the json5 language', () => {
  it('takes whole strings, names and numbers for words', () => {
    const words = `{ "a b": 'c/d.e:0', name: -1.5, 'it\\'s': [true] }`.match(
      new RegExp(language.wordPattern, 'g'),
    );
    assert.deepEqual(words, ['"a b"', "'c/d.e:0'", 'name', '-1.5', "'it\\'s'", 'true']);
  });

  const INDENTS: [line: string, isIncreased: boolean][] = [
    ['{', true],
    ['  models: {', true],
    ["  'a': [", true],
    ['  models: { // it’s', true],
    ['  url: "https://x", list: [', true],
    ['  { id: 1,', true],
    ['  empty: {},', false],
    ['  list: [1, 2],', false],
    ['  text: "a { b",', false],
    ['  // models: {', false],
    ['   * [', false],
    ['}', false],
  ];
  for (const [line, isIncreased] of INDENTS) {
    it(`${isIncreased ? 'indents' : 'does not indent'} what follows ${JSON.stringify(line)}`, () => {
      assert.equal(new RegExp(language.indentationRules.increaseIndentPattern).test(line), isIncreased);
    });
  }

  it('takes the indentation back for closing brackets', () => {
    const pattern = new RegExp(language.indentationRules.decreaseIndentPattern);
    for (const line of ['}', '  },', '  ],', '} // end']) assert.ok(pattern.test(line), line);
    for (const line of ['{}', 'a: 1 }', '// }']) assert.ok(!pattern.test(line), line);
  });

  it('goes on with comments on the next line', () => {
    const appended = (before: string, after = '') =>
      language.onEnterRules.find(
        ({ beforeText, afterText }) =>
          new RegExp(beforeText).test(before) && new RegExp(afterText ?? '').test(after),
      )?.action.appendText;
    assert.equal(appended('/*', ' */'), ' * ');
    assert.equal(appended('  /** more'), ' * ');
    assert.equal(appended('   * more'), '* ');
    assert.equal(appended('// one', 'two'), '// ');
    assert.equal(appended('// one'), undefined);
    assert.equal(appended('/* done */'), undefined);
    assert.equal(appended('a: 1'), undefined);
  });

  it('is that of the names that the source knows the config by', () => {
    const [{ id, filenames, configuration }] = contributes.languages as [(typeof contributes.languages)[0]];
    const source = read('src/configLanguage/configDocuments.ts');
    assert.ok(source.includes(`LANGUAGE = '${id}'`));
    assert.ok(source.includes(`CONFIG_NAMES = [${filenames.map(name => `'${name}'`).join(', ')}]`));
    assert.ok(read(configuration) && contributes.grammars.every(({ path }) => read(path)));
  });
});
