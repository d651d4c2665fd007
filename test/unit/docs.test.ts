/** The pages that people read: whole, without a dead link, and true to the product. */
import assert from 'node:assert/strict';
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ADVICE, SECTIONS } from '../../scripts/troubleshooting/advice.ts';
import { labelsIn, messagesIn, messagesInSource } from '../../scripts/troubleshooting/messages.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const pages = ['README.md', ...globSync('docs/*.md', { cwd: ROOT })];
const manifest = JSON.parse(read('package.json')) as {
  contributes: {
    commands: { command: string; title: string; category: string }[];
    configuration: { properties: Record<string, unknown> };
  };
};
const strings = JSON.parse(read('package.nls.json')) as Record<string, string>;

/** As the editor's preview makes them of headings. */
const slug = (heading: string) =>
  heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-');
const picturesIn = (format: string) =>
  readdirSync(join(ROOT, 'docs/images'))
    .filter(file => file.endsWith(`.${format}`))
    .map(file => file.slice(0, -format.length - 1));
const headings = (page: string) => [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, text = '']) => slug(text));

describe('pages', () => {
  it('are those that there should be', () => {
    const expected = [
      'benchmark',
      'chat',
      'commands',
      'connections',
      'development',
      'faults',
      'models',
      'openclaw-config',
      'troubleshooting',
    ];
    assert.deepEqual(
      pages.slice(1).sort(),
      expected.map(name => `docs/${name}.md`),
    );
  });

  for (const page of pages) {
    it(`${page}: every link leads somewhere`, () => {
      for (const [, target = ''] of read(page).matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^https?:/.test(target)) continue;
        const [path = '', fragment] = target.split('#');
        const file = path ? join(dirname(page), path) : page;
        assert.ok(existsSync(join(ROOT, file)), `${page}: ${target}`);
        if (fragment) assert.ok(headings(file).includes(fragment), `${page}: ${target}`);
      }
    });
  }

  it('include a changelog without a link to a file, which the package could not hold', () => {
    assert.doesNotMatch(read('CHANGELOG.md'), /\]\((?!https?:)/);
  });

  it('are all led to from README', () => {
    const readme = read('README.md');
    for (const page of pages.slice(1)) assert.ok(readme.includes(`](${page})`), page);
  });

  it('show pictures that an end-to-end test takes, all of them', () => {
    const shown = pages.flatMap(page =>
      [...read(page).matchAll(/\(\S*images\/([\w-]+)\.png\)/g)].map(([, name]) => name!),
    );
    const taken = globSync('test/e2e/*.test.ts', { cwd: ROOT }).flatMap(file =>
      [...read(file).matchAll(/\.picture\('([\w-]+)'\)/g)].map(([, name]) => name!),
    );
    const kept = picturesIn('png');
    assert.ok(shown.length >= 4);
    assert.deepEqual([...new Set(shown)].sort(), taken.sort());
    assert.deepEqual(kept.sort(), taken.sort());
  });

  it('show every chart that the benchmark draws', () => {
    const shown = [...read('docs/benchmark.md').matchAll(/\(images\/([\w-]+)\.svg\)/g)].map(
      ([, name]) => name!,
    );
    assert.deepEqual(shown.sort(), picturesIn('svg').sort());
    assert.ok(shown.length >= 4);
  });

  it('name every command by its title and id', () => {
    const rows = read('docs/commands.md').split('\n');
    for (const { command, title, category } of manifest.contributes.commands) {
      const row = rows.find(each => each.includes(`\`${command}\``)) ?? '';
      assert.ok(
        row.startsWith(`| ${category}: `) && row.includes(strings[title.slice(1, -1)] ?? '?'),
        command,
      );
    }
  });

  it('name no command that is not there', () => {
    const titles = manifest.contributes.commands.map(
      ({ title, category }) => `${category}: ${strings[title.slice(1, -1)] ?? ''}`,
    );
    for (const page of pages) {
      for (const [, name = ''] of read(page).matchAll(/\*\*((?:Bedrock|OpenClaw): [^*]+)\*\*/g))
        assert.ok(titles.includes(name.replaceAll(/\s+/g, ' ')), `${page}: ${name}`);
    }
  });

  it('name every setting', () => {
    for (const id of Object.keys(manifest.contributes.configuration.properties))
      assert.ok(read('README.md').includes(`| \`${id}\``), id);
  });
});

describe('troubleshooting', () => {
  const codes = [...read('src/problem.ts').matchAll(/^ {2}\| '([\w-]+)'/gm)].map(([, code]) => code!);
  const messages = messagesInSource();

  it('has an entry with advice for every problem, once', () => {
    assert.ok(codes.length > 60);
    assert.deepEqual(Object.keys(ADVICE).sort(), codes.toSorted());
    assert.deepEqual(SECTIONS.flatMap(({ advice }) => Object.keys(advice)).sort(), codes.toSorted());
    const places = headings('docs/troubleshooting.md');
    for (const code of codes) assert.equal(places.filter(place => place === code).length, 1, code);
  });

  it('knows a message of every problem', () => {
    for (const code of codes) {
      const titles = messages.filter(message => message.code === code).flatMap(message => message.titles);
      assert.notDeepEqual(titles, [], code);
    }
  });

  it('knows no message of a problem that there is not', () => {
    assert.deepEqual(
      messages.filter(({ code }) => !codes.includes(code)),
      [],
    );
  });

  it('reads titles and the labels of buttons from the source', () => {
    const labels = labelsIn(
      `export const retry = (label = l10n.t('Try Again')) => ({ label, command: 'x' });`,
    );
    const text = `return {
      code: 'throttled' as const,
      title: isLate ? l10n.t('Late: {0}', name) : l10n.t('Early'),
      explanation,
      fixes: [retry(), fixes.retry(l10n.t('Again')), { label: l10n.t('Here'), command: 'y' }],
    };`;
    assert.deepEqual(messagesIn(text, labels), [
      { code: 'throttled', titles: ['Late: …', 'Early'], fixes: ['Try Again', 'Again', 'Here'] },
    ]);
  });
});
