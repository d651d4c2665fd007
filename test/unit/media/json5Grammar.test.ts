/** The grammar, tokenised as the editor does it, on a file with every form that JSON5 has. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

const MEDIA = join(import.meta.dirname, '../../../media');
const SAMPLE = readFileSync(join(import.meta.dirname, 'json5.sample.txt'), 'utf8');

const NAME = 'support.type.property-name.json.json5';

/** The lines of the sample as tokens: their text, and the innermost scopes from the first to the last. */
async function tokenised(): Promise<{ line: string; tokens: { text: string; scopes: string[] }[] }[]> {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await oniguruma.loadWASM(readFileSync(wasm));
  const path = join(MEDIA, 'json5.tmLanguage.json');
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: patterns => new oniguruma.OnigScanner(patterns),
      createOnigString: text => new oniguruma.OnigString(text),
    }),
    loadGrammar: () => Promise.resolve(textmate.parseRawGrammar(readFileSync(path, 'utf8'), path)),
  });
  const grammar = await registry.loadGrammar('source.json5');
  assert.ok(grammar);
  let stack = textmate.INITIAL;
  return SAMPLE.split('\n').map(line => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    return {
      line,
      tokens: tokens.map(({ startIndex, endIndex, scopes }) => ({
        text: line.slice(startIndex, endIndex),
        scopes,
      })),
    };
  });
}

describe('the json5 grammar', () => {
  let lines: Awaited<ReturnType<typeof tokenised>>;
  before(async () => (lines = await tokenised()));

  /** The scopes of a text on the line that begins with the other. */
  function scopes(start: string, text: string): string[] {
    const found = lines.find(({ line }) => line.trimStart().startsWith(start));
    const token = found?.tokens.find(each => each.text.trim() === text);
    assert.ok(token, `${start}: no token ${text} in ${JSON.stringify(found?.tokens.map(each => each.text))}`);
    return token.scopes;
  }

  /** All tokens of the line with this scope, joined. */
  function withScope(start: string, scope: string): string {
    const found = lines.find(({ line }) => line.trimStart().startsWith(start));
    assert.ok(found, start);
    return found.tokens
      .filter(token => token.scopes.includes(scope))
      .map(({ text }) => text)
      .join('');
  }

  const COMMENTS: [line: string, text: string, scope: string][] = [
    ['// A line', '// A line comment with "quotes" and { brackets }', 'comment.line.double-slash.json5'],
    ['/* A block', '/* A block comment, /* not nested,', 'comment.block.json5'],
    ['over two', '   over two lines // still */', 'comment.block.json5'],
    ['/* before', '/* before *//* between *//* after */', 'comment.block.json5'],
    ['/* before', '// beside', 'comment.line.double-slash.json5'],
  ];
  for (const [line, text, scope] of COMMENTS) {
    it(`takes ${text} for a comment`, () => assert.equal(withScope(line, scope), text));
  }

  const NAMES: [line: string, name: string][] = [
    ['bare', 'bare'],
    ['$dollar', '$dollar_1'],
    ['_under', '_under'],
    ['été', 'été'],
    ['\\u0061', '\\u0061bc'],
    ['null: 1', 'null'],
    ['"double"', '"double"'],
    ["'single'", "'single'"],
    ['"esc', '"esc\\"aped\\u0041"'],
    ['/* before', 'commented'],
    ['whole', 'wholesignedplus'],
    ['nested', 'nestedinnerthree'],
  ];
  for (const [line, name] of NAMES) {
    it(`takes ${name} for names, as JSON has them`, () => assert.equal(withScope(line, NAME), name));
  }

  const VALUES: [line: string, value: string, scope: string][] = [
    ['bare', 'null', 'constant.language.json5'],
    ['$dollar', 'true', 'constant.language.json5'],
    ['_under', 'false', 'constant.language.json5'],
    ['"double"', '"text"', 'string.quoted.double.json5'],
    ["'single'", "'text'", 'string.quoted.single.json5'],
    ['escapes', '\\n\\t\\\\\\"\\\'\\u00e9\\x41\\0\\a', 'constant.character.escape.json5'],
    ['quotes', "'he said \"hi\", it\\'s'", 'string.quoted.single.json5'],
    ['long', '"one \\', 'string.quoted.double.json5'],
    ['two', 'two"', 'string.quoted.double.json5'],
    ['variable', '${HOME}', 'variable.other.readwrite.json5'],
    ['variable', '$${NOT}', 'constant.character.escape.json5'],
    ['ref', '"amazon-bedrock/us.anthropic.claude:0"', 'string.quoted.double.json5'],
    ['whole', '0-12+1', 'constant.numeric.json5'],
    ['fraction', '3.14.55.', 'constant.numeric.json5'],
    ['exponent', '1e10-1.5E-7', 'constant.numeric.json5'],
    ['hex', '0xdecaf-0XC0FFEE', 'constant.numeric.hex.json5'],
    ['infinite', 'Infinity-InfinityNaN+NaN', 'constant.numeric.json5'],
    ['nested', '134', 'constant.numeric.json5'],
    ['nested', "'two'", 'string.quoted.single.json5'],
    ['octal', '012', 'invalid.illegal.json5'],
    ['word', 'oops', 'invalid.illegal.json5'],
    ['bad', '\\u\\x\\1', 'invalid.illegal.unrecognized-string-escape.json5'],
  ];
  for (const [line, value, scope] of VALUES) {
    it(`takes ${value} for ${scope}`, () => assert.equal(withScope(line, scope), value));
  }

  it('marks brackets, colons and commas', () => {
    assert.ok(scopes('empty', '{').includes('punctuation.definition.dictionary.begin.json5'));
    assert.ok(scopes('empty', '}').includes('punctuation.definition.dictionary.end.json5'));
    assert.ok(scopes('empty', '[').includes('punctuation.definition.array.begin.json5'));
    assert.ok(scopes('empty', ']').includes('punctuation.definition.array.end.json5'));
    assert.ok(scopes('bare', ':').includes('punctuation.separator.dictionary.key-value.json5'));
    assert.ok(scopes('bare', ',').includes('punctuation.separator.dictionary.pair.json5'));
    assert.equal(withScope('nested', 'punctuation.separator.array.json5'), ',,,,,');
  });

  it('ends a string that is never closed with its line', () => {
    assert.ok(scopes('open', '"').includes('string.quoted.double.json5'));
    assert.equal(withScope('after', 'string.quoted.double.json5'), '');
  });

  it('finds nothing else invalid', () => {
    const invalid = lines.flatMap(({ tokens }) =>
      tokens
        .filter(({ scopes: all }) => all.some(scope => scope.startsWith('invalid.')))
        .map(({ text }) => text),
    );
    assert.deepEqual(invalid, [
      ...['012', 'oops', '\\u', '\\x', '\\1'],
      // A comma is missing before it.
      ...['after', ':'],
    ]);
  });
});
