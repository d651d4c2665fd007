/** What every translation keeps of the English texts, whatever its words are. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { grouped, timeLocale } from '../../src/locale.ts';
import * as l10n from '@vscode/l10n';

const ROOT = join(import.meta.dirname, '../..');

type Texts = Readonly<Record<string, string>>;
interface Translation {
  readonly language: string;
  readonly bundle: Texts;
  readonly manifest: Texts;
}
interface Command {
  readonly command: string;
  readonly title: string;
  readonly category: string;
}

const read = (path: string) => JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as unknown;
const texts = (path: string) => read(path) as Texts;
const { contributes } = read('package.json') as { contributes: { commands: readonly Command[] } };

const bundle = texts('l10n/bundle.l10n.json');
const manifest = texts('package.nls.json');
const languages = (folder: string, name: RegExp) =>
  readdirSync(join(ROOT, folder)).flatMap(file => name.exec(file)?.[1] ?? []);
const inBundles = languages('l10n', /^bundle\.l10n\.([\w-]+)\.json$/);
const translations = inBundles.map((language): Translation => ({
  language,
  bundle: texts(`l10n/bundle.l10n.${language}.json`),
  manifest: texts(`package.nls.${language}.json`),
}));

/** Names, and words that a language writes as English does. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  de: [
    ...[
      '{0} ({1})',
      '{0}: {1}',
      '{0} in OpenClaw',
      'In OpenClaw',
      '{0}, MFA',
      'OpenClaw {0}',
      'OpenClaw {0}.',
    ],
    ...['Amazon Bedrock', 'Amazon Bedrock for OpenClaw', 'Bedrock', 'Amazon, Anthropic, Meta …'],
    ...['AWS GovCloud (US)', 'SSO', 'Proxy', 'Region', 'Route', 'Name', 'Filter', 'Filter: {0}'],
    ...['Reasoning', 'Tools'],
  ],
};

/** What has to stand in a translation just as it does in English, sorted. */
const KEPT: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['placeholders', /\{\d+\}/g],
  ['code', /`[^`]+`|```[^]*?```/g],
  ['addresses', /\bhttps?:\/\/[^\s<>"“”„),]*[^\s<>"“”„),.;]/g],
  ['links', /\]\([^)]+\)|\bcommand:[\w.]+/g],
  ['icons', /\$\([\w~-]+\)/g],
  ['variables and settings', /\b[A-Z]+(?:_[A-Z]+)+\b|\bopenclawBedrock\.\w+|\b(?:agents|models)\.[\w.]*\w/g],
  ['line breaks', /\n/g],
];

function pieces(text: string, pattern: RegExp): string[] {
  return [...new Set(text.match(pattern))].sort();
}

/** Every text with its English one. */
function pairs({ bundle: words, manifest: strings }: Translation): [english: string, translated: string][] {
  return [
    ...Object.entries(words),
    ...Object.entries(strings).map(([key, text]): [string, string] => [manifest[key] ?? '', text]),
  ];
}

/** As in the palette, `Bedrock: Use in Chat`; by the English title. */
function paletteTitles(strings: Texts): Map<string, string> {
  const titleIn = (from: Texts, { title }: Command) => from[title.replaceAll('%', '')] ?? '';
  return new Map(
    contributes.commands.map(command => [
      `${command.category}: ${titleIn(manifest, command)}`,
      `${command.category}: ${titleIn(strings, command)}`,
    ]),
  );
}

const bare = (title: string) => title.replace(/^\w+: /, '');

describe('translations', () => {
  it('are there, of the source and of the manifest in the same languages', () => {
    assert.ok(inBundles.includes('de'));
    assert.deepEqual(languages('.', /^package\.nls\.([\w-]+)\.json$/), inBundles);
  });

  for (const translation of translations) {
    const { language } = translation;

    describe(language, () => {
      it('has exactly the keys of the English texts, in their order', () => {
        assert.deepEqual(Object.keys(translation.bundle), Object.keys(bundle));
        assert.deepEqual(Object.keys(translation.manifest), Object.keys(manifest));
      });

      it('leaves nothing blank', () => {
        for (const [english, text] of pairs(translation)) assert.notEqual(text.trim(), '', english);
      });

      for (const [what, pattern] of KEPT) {
        it(`keeps ${what}`, () => {
          for (const [english, text] of pairs(translation)) {
            assert.deepEqual(pieces(text, pattern), pieces(english, pattern), english);
          }
        });
      }

      it('has words of its own for all but names', () => {
        const same = pairs(translation).flatMap(([english, text]) => (text === english ? [english] : []));
        assert.deepEqual([...new Set(same)].sort(), [...(SAME[language] ?? [])].sort());
      });

      it('calls each command by one name, which no other has', () => {
        const titles = paletteTitles(translation.manifest);
        assert.equal(new Set(titles.values()).size, titles.size);
        for (const [english, title] of titles) {
          const button = translation.bundle[bare(english)];
          if (button !== undefined) assert.equal(button, bare(title));
        }
      });

      it('calls a command what the palette calls it', () => {
        const titles = paletteTitles(translation.manifest);
        const known = [...titles.values()];
        for (const [english, text] of pairs(translation)) {
          for (const [name, title] of titles) {
            if (english.includes(`"${name}"`) || english.includes(`**${name}**`)) {
              assert.ok(text.includes(title), `${title}: ${text}`);
            }
          }
          for (const [, named] of text.matchAll(/["„“]((?:Bedrock|OpenClaw): [^"“”]+)["“”]/g)) {
            assert.ok(known.includes(named!), `${named!}: ${text}`);
          }
          for (const [, named] of text.matchAll(/\*\*([^*]+)\*\*/g)) {
            assert.ok(known.includes(named!) || known.map(bare).includes(named!), `${named!}: ${text}`);
          }
        }
      });

      it('writes figures and times as its language does', () => {
        assert.equal(translation.bundle['en'], language);
        l10n.config({ contents: { ...translation.bundle } });
        try {
          assert.equal(timeLocale(), language);
          assert.equal(grouped(200_000), (200_000).toLocaleString(language));
        } finally {
          l10n.config({ contents: {} });
        }
      });
    });
  }
});

describe('in English', () => {
  it('figures are written as English does, times as the system does', () => {
    assert.equal(grouped(200_000), '200,000');
    assert.equal(timeLocale(), undefined);
  });
});
