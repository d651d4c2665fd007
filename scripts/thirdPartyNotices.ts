// The licences of the packages whose code is in the bundles, as one text: what goes into the package as
// THIRD_PARTY_NOTICES.txt. What is in the bundles is what esbuild says it wrote, so nothing is listed by hand.
import type { Metafile } from 'esbuild';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Licences that ask for nothing but their text to be passed on. Others need somebody to look at them first. */
const ALLOWED = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
];

const PACKAGE_FOLDER = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;
const LICENSE_FILE = /^(licen[cs]e|copying|notice)([.-].*)?$/i;
const BLOCK_COMMENT = /\/\*[^]*?\*\//g;
/** A line that says whose it is, but for the blank one that Apache's licence holds as an example. */
const COPYRIGHT = /^\W*copyright (?:\(c\)|©|\d)/i;
const EXAMPLE = /^\s*copyright \[yyyy\]/i;
const TITLE = /^\W*(?:the )?(?:MIT|ISC|BSD \d-Clause) License(?: \(\w+\))?\W*$/i;

export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX identifier, as its package.json has it. */
  readonly license: string;
  readonly author: string;
  /** What its licence and notice files say; blank where it has none. */
  readonly text: string;
  /** Comments about rights in those of its files that are bundled, such as on code that it holds a copy of. */
  readonly comments: readonly string[];
}

/** The packages that have at least one byte in a bundle, by name; `root` is what the paths are relative to. */
export function bundledPackages(metafiles: readonly Metafile[], root: string): BundledPackage[] {
  const files = new Map<string, Set<string>>();
  for (const { inputs } of metafiles.flatMap(({ outputs }) => Object.values(outputs))) {
    for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
      const folder = bytesInOutput > 0 && PACKAGE_FOLDER.exec(file)?.[0];
      if (folder) files.set(folder, (files.get(folder) ?? new Set()).add(file));
    }
  }
  const packages = [...files].map(([folder, its]) => readPackage(root, folder, [...its]));
  return packages.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/**
 * The text: each licence once, below the packages that are under it and whose they are. Throws an Error for a licence
 * that is not allowed.
 */
export function thirdPartyNotices(packages: readonly BundledPackage[]): string {
  const refused = packages.filter(({ license }) => !ALLOWED.includes(license));
  if (refused.length > 0) {
    const names = refused.map(each => `${keyOf(each)} (${each.license || 'none named'})`).join(', ');
    throw new Error(`Licences that nobody has agreed to: ${names}. See scripts/thirdPartyNotices.ts.`);
  }
  const sharing = Map.groupBy(packages, each => wordsOf(termsOf(each, packages)));
  const sections = [...sharing.values()].map(its => {
    const [terms] = its.map(each => termsOf(each, packages));
    return `${RULE}\n${its.map(holderOf).join('\n')}\n${RULE}\n\n${terms}\n`;
  });
  return `${INTRODUCTION}\n\n${sections.sort().join('\n')}`;
}

const RULE = '-'.repeat(80);
const INTRODUCTION =
  'This extension contains code of the packages below, each under the licence that follows its name.';

function readPackage(root: string, folder: string, files: readonly string[]): BundledPackage {
  const read = (path: string) => readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n');
  const { name, version, license, author } = JSON.parse(read(`${folder}/package.json`)) as {
    name: string;
    version: string;
    license?: unknown;
    author?: string | { name?: string };
  };
  const texts = readdirSync(join(root, folder)).filter(each => LICENSE_FILE.test(each));
  const comments = files.flatMap(file => read(file).match(BLOCK_COMMENT) ?? []);
  return {
    name,
    version,
    license: typeof license === 'string' ? license : '',
    author: (typeof author === 'string' ? author : author?.name) ?? '',
    text: texts.map(each => read(`${folder}/${each}`)).join('\n'),
    comments: [...new Set(comments.filter(each => /copyright/i.test(each)).map(withoutStars))].sort(),
  };
}

/** A package and whose it is, with what its files say of others. */
function holderOf(its: BundledPackage): string {
  const own = copyrightsIn(its.text);
  const elsewhere = its.comments.flatMap(copyrightsIn).filter(line => !own.includes(line));
  const whose = [...own, ...new Set(elsewhere)];
  const noFile = `Its package holds no file with the licence. By its package.json it is by ${its.author || its.name}.`;
  const lines = its.text ? whose : [noFile, ...whose];
  const terms = its.comments.filter(comment => /permission|redistribut/i.test(comment));
  return [
    `${keyOf(its)} (${its.license})`,
    ...indented(lines),
    ...terms.flatMap(each => indented(each.split('\n'))),
  ].join('\n');
}

/** What a licence says apart from whose it is; for a package without a file, as another package has it. */
function termsOf({ name, license, text }: BundledPackage, all: readonly BundledPackage[]): string {
  const known = text || all.find(each => each.license === license && each.text)?.text;
  if (!known)
    throw new Error(`${name} has no file with its licence (${license}), nor has any other package.`);
  const lines = known.split('\n').filter(line => ![COPYRIGHT, EXAMPLE, TITLE].some(each => each.test(line)));
  return lines
    .join('\n')
    .replace(/[^\S\n]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Texts that are alike but for blanks, punctuation and case are one. */
function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

function copyrightsIn(text: string): string[] {
  return text
    .split('\n')
    .filter(line => COPYRIGHT.test(line))
    .map(line => line.trim());
}

function keyOf({ name, version }: BundledPackage): string {
  return `${name} ${version}`;
}

function withoutStars(comment: string): string {
  const lines = comment.slice(2, -2).split('\n');
  return lines
    .map(line => line.replace(/^\s*\*+ ?/, '').trimEnd())
    .join('\n')
    .trim();
}

function indented(lines: readonly string[]): string[] {
  return lines.map(line => (line ? `    ${line}` : ''));
}
