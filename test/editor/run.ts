// Runs the editor tests, all or those of the files named (`node test/editor/run.ts longSession`): builds the suite and has
// `@vscode/test-electron` run it, in the desktop editor where that can be had, else in the editor host.
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { cpSync, globSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { simulatedAccessKey } from '../bedrock/bedrock.ts';
import { cacheHome, vscodeVersion } from '../../scripts/editorHost/install.ts';

const root = join(import.meta.dirname, '../..');
const output = join(root, 'out/test/editor');
const results = join(root, 'test-results/editor.json');
const home = realpathSync(mkdtempSync(join(tmpdir(), 'openclaw-bedrock-editor-')));

try {
  await buildSuite();
  cpSync(join(import.meta.dirname, 'workspace'), join(home, 'workspace'), { recursive: true });
  await runTests({
    vscodeExecutablePath: await findEditor(),
    extensionDevelopmentPath: root,
    extensionTestsPath: join(output, 'suite.cjs'),
    launchArgs: [
      join(home, 'workspace'),
      `--user-data-dir=${join(home, 'user-data')}`,
      `--extensions-dir=${join(home, 'extensions')}`,
    ],
    extensionTestsEnv: { ...quietEnvironment(), TEST_RESULTS: results },
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(home, { recursive: true, force: true });
}

/** One bundle for the suite and one for each test file, which the suite finds beside itself. */
async function buildSuite() {
  rmSync(output, { recursive: true, force: true });
  rmSync(results, { force: true });
  mkdirSync(dirname(results), { recursive: true });
  const named = process.argv.slice(2).map(name => `test/editor/**/${name}.test.ts`);
  const files = globSync(named.length > 0 ? named : 'test/editor/**/*.test.ts', { cwd: root });
  await build({
    absWorkingDir: root,
    entryPoints: ['test/editor/suite.ts', ...files],
    outbase: 'test/editor',
    outdir: output,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node22',
    mainFields: ['module', 'main'],
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}

/** The desktop editor where there is a screen to show it and its download host can be reached. */
async function findEditor(): Promise<string> {
  const standIn = join(root, 'scripts/editorHost/code.ts');
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return standIn;
  }
  try {
    const cachePath = join(cacheHome(), 'openclaw-bedrock', 'vscode-test');
    return await downloadAndUnzipVSCode({ version: vscodeVersion, cachePath });
  } catch (error) {
    console.log(`The desktop editor could not be downloaded (${String(error)}): running in the editor host.`);
    return standIn;
  }
}

/** Keeps the developer's own AWS and OpenClaw set-up out of the tests. */
function quietEnvironment(): NodeJS.ProcessEnv {
  const own = Object.keys(process.env).filter(name => /^(AWS|OPENCLAW)_/.test(name));
  return {
    ...Object.fromEntries(own.map(name => [name, undefined])),
    HOME: home,
    XDG_CACHE_HOME: cacheHome(),
    AWS_EC2_METADATA_DISABLED: 'true',
    ...simulatedAccessKey,
  };
}
