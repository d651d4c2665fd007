import assert from 'node:assert/strict';
import { build, type BuildOptions } from 'esbuild';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  bundledPackages,
  type BundledPackage,
  thirdPartyNotices,
} from '../../../scripts/thirdPartyNotices.ts';

const ROOT = join(import.meta.dirname, '../../..');
const MIT =
  'MIT License\n\nCopyright (c) 2020 Ann\n\nPermission is hereby granted.\n\nTHE SOFTWARE IS PROVIDED AS IS.\n';

const bundled = (its: Partial<BundledPackage>): BundledPackage => ({
  name: 'one',
  version: '1.0.0',
  license: 'MIT',
  author: '',
  text: MIT,
  comments: [],
  ...its,
});

describe('the bundles that are shipped', () => {
  let inputs: string[];
  let packages: BundledPackage[];
  before(async function () {
    this.timeout(60_000);
    const module = (await import(join(ROOT, 'esbuild.mjs'))) as Record<'bundles' | 'pages', BuildOptions>;
    const options = { metafile: true, write: false, logLevel: 'error', absWorkingDir: ROOT } as const;
    const builds = [module.bundles, module.pages].map(each => build({ ...each, ...options }));
    const metafiles = (await Promise.all(builds)).map(({ metafile }) => metafile);
    inputs = metafiles.flatMap(each => Object.keys(each.inputs));
    packages = bundledPackages(metafiles, ROOT);
  });

  it('hold the source and packages that it depends on, nothing of the tests or scripts', () => {
    assert.deepEqual(
      inputs.filter(file => !/^(src|node_modules)\/|^node-itself:/.test(file)),
      [],
    );
    const { dependencies, devDependencies } = JSON.parse(
      readFileSync(join(ROOT, 'package.json'), 'utf8'),
    ) as Record<'dependencies' | 'devDependencies', Record<string, string>>;
    const direct = packages.filter(
      ({ name, version }) => ({ ...dependencies, ...devDependencies })[name] === version,
    );
    assert.ok(direct.length > 8);
  });

  it('are all of licences that are allowed, and each package is named with its version', () => {
    const notices = thirdPartyNotices(packages);
    assert.ok(packages.length > 30);
    for (const { name, version, license } of packages) {
      assert.ok(notices.includes(`\n${name} ${version} (${license})\n`), name);
    }
    assert.match(notices, /^json5 [\d.]+ \(MIT\)\n {4}Copyright \(c\) 2012-2018 Aseem Kishore/m);
    assert.match(notices, /TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION/);
  });

  it('are told of with what a package holds of another in its own files', () => {
    const momoa = packages.find(({ name }) => name === '@humanwhocodes/momoa');
    assert.match(momoa?.comments.join('\n') ?? '', /Aseem Kishore/);
  });
});

describe('notices of third parties', () => {
  it('hold a licence once, below all that are under it and whose they are', () => {
    const other = bundled({
      name: 'two',
      text: MIT.replace('2020 Ann', '2021 Bob').replaceAll('\n\n', '\n'),
    });
    const notices = thirdPartyNotices([bundled({}), other]);
    assert.equal(notices.split('Permission is hereby granted').length, 2);
    assert.match(
      notices,
      /one 1\.0\.0 \(MIT\)\n {4}Copyright \(c\) 2020 Ann\ntwo 1\.0\.0 \(MIT\)\n {4}Copyright \(c\) 2021 Bob\n/,
    );
  });

  it('name the author of a package without a licence file, and have the text from another', () => {
    const notices = thirdPartyNotices([bundled({}), bundled({ name: 'bare', text: '', author: 'Cid' })]);
    assert.match(
      notices,
      /bare 1\.0\.0 \(MIT\)\n {4}Its package holds no file with the licence\..* by Cid\.\n/,
    );
    assert.equal(notices.split('Permission is hereby granted').length, 2);
  });

  it('are refused for a licence that nobody has agreed to, for none, and for one without any text', () => {
    for (const license of ['GPL-3.0', '', '(MIT OR GPL-3.0)']) {
      assert.throws(() => thirdPartyNotices([bundled({ license })]), /one 1\.0\.0 \(/);
    }
    assert.throws(
      () => thirdPartyNotices([bundled({ license: 'ISC', text: '' })]),
      /no file with its licence/,
    );
  });

  it('hold comments about code of others whole', () => {
    const comments = ['Copyright 2019 Dee\nPermission is hereby granted to all.'];
    const notices = thirdPartyNotices([bundled({ comments })]);
    assert.match(notices, / {4}Copyright 2019 Dee\n {4}Permission is hereby granted to all\./);
  });

  it('are of what was written, not of what was only read', () => {
    const folder = mkdtempSync(join(tmpdir(), 'openclaw-bedrock-notices-'));
    for (const name of ['kept', 'dropped']) {
      const path = `node_modules/@acme/${name}`;
      mkdirSync(join(folder, path), { recursive: true });
      writeFileSync(
        join(folder, path, 'package.json'),
        JSON.stringify({ name, version: '1.2.3', license: 'ISC' }),
      );
      writeFileSync(join(folder, path, 'License.md'), 'Copyright (c) 2022 Eve\r\n\r\nAs you like.\r\n');
      writeFileSync(join(folder, path, 'index.js'), `/* Copyright 1999 ${name} */`);
    }
    const file = (name: string, bytesInOutput: number) => ({
      [`node_modules/@acme/${name}/index.js`]: { bytesInOutput },
    });
    const output = {
      bytes: 1,
      inputs: { ...file('kept', 1), ...file('dropped', 0) },
      imports: [],
      exports: [],
    };
    const [kept, ...others] = bundledPackages([{ inputs: {}, outputs: { 'dist/a.cjs': output } }], folder);
    rmSync(folder, { recursive: true });
    assert.deepEqual(others, []);
    assert.deepEqual(kept, {
      name: 'kept',
      version: '1.2.3',
      license: 'ISC',
      author: '',
      text: 'Copyright (c) 2022 Eve\n\nAs you like.\n',
      comments: ['Copyright 1999 kept'],
    });
  });
});
