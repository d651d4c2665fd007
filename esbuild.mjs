// Builds what the extension ships: one bundle that `activate` needs, and one for each part that is loaded
// only when it is first used (see `lazyBundles`). Writes beside them the other texts
// that are made for the package: its README, and what the licences of the packages in the bundles ask for.
import { context } from 'esbuild';
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { packagedReadme } from './scripts/packagedReadme.ts';
import { bundledPackages, thirdPartyNotices } from './scripts/thirdPartyNotices.ts';

/**
 * Modules reached through `import(...)` that become bundles of their own. A module of ours in two bundles is two
 * modules: all but the tools and the calls only re-export libraries.
 */
const lazyBundles = [
  'src/tools.ts',
  'src/bedrock/calls.ts',
  'src/bedrock/sdk.ts',
  'src/bedrock/sts.ts',
  'src/bedrock/models/catalogue.ts',
  'src/openclaw/syntaxTree.ts',
];

/** Leaves a dynamic import of a lazy bundle as a reference to the bundle's own file. */
const keepLazyBundlesApart = {
  name: 'keep-lazy-bundles-apart',
  setup(build) {
    build.onResolve({ filter: /\.ts$/ }, ({ kind, path }) => {
      const lazy = kind === 'dynamic-import' && lazyBundles.find(file => basename(file) === basename(path));
      return lazy ? { path: `./${basename(lazy, '.ts')}.cjs`, external: true } : undefined;
    });
  },
};

/**
 * Gives the AWS SDK Node's own `http`. The editor puts another in the place of what extensions require, which sends
 * everything through `http.proxy`: also what is asked of the metadata services of instances and containers, which no
 * proxy can reach. HTTPS stays the editor's; for plain HTTP proxies are chosen in `src/bedrock/network.ts`.
 */
const keepMetadataServicesDirect = {
  name: 'keep-metadata-services-direct',
  setup(build) {
    build.onResolve({ filter: /^(node:)?http$/ }, ({ importer }) =>
      /[\\/]node_modules[\\/]@(aws-sdk|smithy)[\\/]/.test(importer)
        ? { path: 'http', namespace: 'node-itself' }
        : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'node-itself' }, () => ({
      contents: "module.exports = process.getBuiltinModule('node:http');",
    }));
  },
};

/**
 * Leaves out what the AWS SDK's clients know of operations that are never called: esbuild drops unused constants, but
 * keeps those with computed keys, and with such the SDK's schemas are written.
 */
const dropUnusedSchemas = {
  name: 'drop-unused-schemas',
  setup(build) {
    build.onLoad({ filter: /[\\/]@aws-sdk[\\/].*[\\/]schemas_0\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const strings = new Map(
        [...text.matchAll(/^const (\w+) = ("[^"]*");$/gm)].map(([, name, value]) => [name, value]),
      );
      const written = (key, name) => (strings.has(name) ? `${strings.get(name)}:` : key);
      return { contents: text.replace(/\[(\w+)\]:/g, written) };
    });
  },
};

const watch = process.argv.includes('--watch');
export const bundles = {
  entryPoints: ['src/extension.ts', ...lazyBundles],
  entryNames: '[name]',
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node22',
  mainFields: ['module', 'main'],
  // bowser tells the SDK the names of browsers, in browsers alone.
  external: ['vscode', 'bowser'],
  // proper-lockfile is given the file system to use; graceful-fs would patch that of everybody.
  alias: { 'graceful-fs': 'node:fs' },
  // The extension host patches `require`, not `import()`.
  supported: { 'dynamic-import': false },
  charset: 'utf8',
  minify: !watch,
  sourcemap: watch,
  legalComments: 'none',
  logLevel: 'info',
  plugins: [keepLazyBundlesApart, keepMetadataServicesDirect, dropUnusedSchemas],
};

/** What runs in the browser part of the editor: the pages' own code. */
export const pages = {
  entryPoints: ['checkSetup', 'compare', 'instanceRole'].map(name => `src/pages/client/${name}.ts`),
  outdir: 'dist',
  bundle: true,
  format: 'iife',
  platform: 'browser',
  target: 'es2024',
  charset: 'utf8',
  minify: !watch,
  sourcemap: watch && 'inline',
  legalComments: 'none',
  logLevel: 'info',
};

if (process.argv[1] === import.meta.filename) {
  const metafiles = [];
  for (const options of [bundles, pages]) {
    const build = await context({ ...options, metafile: true });
    if (watch) {
      await build.watch();
    } else {
      metafiles.push((await build.rebuild()).metafile);
      await build.dispose();
    }
  }
  if (!watch) {
    const packages = bundledPackages(metafiles, import.meta.dirname);
    await writeFile('THIRD_PARTY_NOTICES.txt', thirdPartyNotices(packages));
    await writeFile('dist/README.md', packagedReadme(await readFile('README.md', 'utf8')));
  }
}
