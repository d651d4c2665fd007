/** Every text that a person can read is translated: whatever reads like words in the source stands in `l10n.t`. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const ROOT = join(import.meta.dirname, '../..');

/** What may stand in words without being shown: calls whose text is for the log, for developers or for a model. */
const UNSHOWN_CALLS =
  /^(Error|RangeError|TypeError|(this\.)?#?log\.\w+|.*\.(info|debug|trace|append|appendLine))$/;

/** The beginnings of texts that stay as they are, by who they are for. */
const LEFT: Readonly<Record<string, readonly string[]>> = {
  'names are names': ['Amazon Bedrock', 'Cape Town', 'Kuala Lumpur', 'Tel Aviv', 'São Paulo', 'AWS, '],
  'models are spoken to in English': [
    'Explain this code:',
    'Find what is wrong with this code',
    'Write tests for this code,',
    'The tool was not run',
    'The tool failed: ',
    'Was available earlier in this conversation.',
    'See the attached document.',
    'The tool returned nothing.',
  ],
  'quoted as the service’s own words, which are English': [
    'The answer holds no list.',
    'The answer holds no message.',
    'The answer holds no stream.',
    'The answer is of the type ',
    'The answer leads back to a page that was read.',
    'The answer does not say why it stopped.',
    'No link gave credentials.',
  ],
  'compared with, or put in the place of, what others write': [
    'Command failed',
    'It is not valid JSON',
    'Detected a cycle',
    'Invalid response from STS',
    'Truncated event',
  ],
  'thrown at developers': ['The text is not what json5 has accepted.'],
};

interface Text {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** At least two words, the first of which begins a sentence or a title. */
function reads(text: string): boolean {
  return /^["“(]?\p{Lu}[\p{L}’']*( |, )\p{L}/u.test(text.trim());
}

function textsIn(file: string, source: string): Text[] {
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found: Text[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const name = node.expression.getText();
      if (name === 'l10n.t' || name === 'vscode.l10n.t' || UNSHOWN_CALLS.test(name)) return;
    }
    const text =
      ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)
        ? node.text
        : undefined;
    if (text !== undefined && reads(text)) {
      const { line } = parsed.getLineAndCharacterOfPosition(node.getStart());
      found.push({ file, line: line + 1, text });
    }
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return found;
}

describe('what a person can read', () => {
  it('is localised everywhere in the source', () => {
    const files = globSync('src/**/*.ts', { cwd: ROOT });
    assert.ok(files.length > 200);
    const texts = files.flatMap(file => textsIn(file, readFileSync(join(ROOT, file), 'utf8')));
    const allowed = Object.values(LEFT).flat();
    assert.deepEqual(
      texts.filter(({ text }) => !allowed.some(beginning => text.startsWith(beginning))),
      [],
    );
    const unused = allowed.filter(beginning => !texts.some(({ text }) => text.startsWith(beginning)));
    assert.deepEqual(unused, []);
  });

  it('is found where it is not localised', () => {
    const source = `
      show('Nothing to undo');
      show(l10n.t('Nothing to do'));
      show(\`Model \${name} is gone\`);
      throw new RangeError('Not a number');
      const id = 'openclawBedrock.openConfig';
    `;
    assert.deepEqual(
      textsIn('x.ts', source).map(({ text }) => text),
      ['Nothing to undo'],
    );
  });
});
