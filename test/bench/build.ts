/** Makes what the editor loads: the built extension behind the timing wrapper, and the reference extension. */
import { build } from 'esbuild';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { packExtension } from '../../scripts/package.ts';

const root = join(import.meta.dirname, '../..');
const output = join(root, 'out/bench');

export interface Built {
  /** The folder of the extension under measurement. */
  readonly extension: string;
  /** The folder of the extension that it is compared with, which holds the suite too. */
  readonly reference: string;
  readonly suite: string;
  readonly packageBytes: number;
  readonly bundles: Bundles;
}

/** By the names of the files that the extension ships; in bytes. */
export type Bundles = Readonly<Record<string, { readonly bytes: number; readonly compressed: number }>>;

export async function buildBench(): Promise<Built> {
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  const packed = join(output, 'extension.vsix');
  await packExtension(packed);

  const timed = join(output, 'timed');
  const reference = join(output, 'reference');
  for (const part of ['dist', 'l10n', 'media', 'package.nls.json']) {
    cpSync(join(root, part), join(timed, part), { recursive: true });
  }
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
  writeManifest(timed, { ...manifest, main: './timing.cjs' });
  await bundle(['timing.ts'], timed);
  // The suite lies in the reference extension's folder: the editor takes it for a part of that extension, which
  // may ask models, and loads the extension itself only when its models are asked for.
  await bundle(['reference.ts', 'byHand.ts', 'suite.ts'], reference);
  writeManifest(reference, {
    name: 'bench-reference',
    publisher: 'openclaw-bedrock',
    version: manifest.version,
    engines: manifest.engines,
    main: './reference.cjs',
    contributes: {
      languageModelChatProviders: [{ vendor: 'bench-reference', displayName: 'Reference' }],
    },
  });
  return {
    extension: timed,
    reference,
    suite: join(reference, 'suite.cjs'),
    packageBytes: statSync(packed).size,
    bundles: sizesOf(join(root, 'dist')),
  };
}

function sizesOf(folder: string): Bundles {
  const files = readdirSync(folder).filter(file => /\.c?js$/.test(file));
  const size = (file: string) => {
    const text = readFileSync(join(folder, file));
    return { bytes: text.length, compressed: gzipSync(text).length };
  };
  return Object.fromEntries(files.map(file => [file, size(file)]));
}

type Manifest = Record<string, unknown>;

function writeManifest(folder: string, manifest: Manifest): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
}

/** Bundles the way the extension itself is. */
async function bundle(files: readonly string[], outdir: string): Promise<void> {
  await build({
    absWorkingDir: import.meta.dirname,
    entryPoints: files.map(file => join('inEditor', file)),
    outdir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node22',
    mainFields: ['module', 'main'],
    external: ['vscode'],
    minify: true,
    logLevel: 'warning',
  });
}
