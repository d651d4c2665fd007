/** What the source may never do, and what it does at named places alone. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
// @ts-expect-error -- a script without types
import { bundles, pages } from '../../../esbuild.mjs';

const ROOT = join(import.meta.dirname, '../../..');
const sources = globSync('src/**/*.ts', { cwd: ROOT })
  .sort()
  .map(file => ({
    file,
    // Without comments, which may speak of it.
    text: readFileSync(join(ROOT, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, ''),
  }));

/** The files in which something stands, and what. */
function places(pattern: RegExp, within = sources): string[] {
  return within.flatMap(({ file, text }) =>
    [...text.matchAll(pattern)].map(([found]) => `${file}: ${found}`),
  );
}

describe('the source', () => {
  it('is looked through', () => {
    assert.ok(sources.length > 200);
    assert.notDeepEqual(places(/createWebviewPanel\(/g), []);
  });

  it('makes no code from text', () => {
    assert.deepEqual(places(/\beval\s*\(|\bnew Function\b|\bFunction\(|node:vm|\bfrom 'vm'/g), []);
  });

  it('loads no module by a name that it works out', () => {
    assert.deepEqual(places(/\brequire\s*\(|createRequire|\bimport\((?!'[\w./-]+'\))[^)]*/g), []);
  });

  it('starts programs at these places alone, each with its arguments apart or a command that was quoted', () => {
    assert.deepEqual(
      places(/(?<![.\w])(?:execFile|exec|spawn|fork|execSync|spawnSync|execFileSync)\)?\((?=[^)]).{0,20}/g),
      [
        // Steps that were agreed to, their values quoted by `shellWord`.
        `src/editor/commandTerminal.ts: spawn('/bin/sh', ['-c', co`,
        // Windows starts scripts by its shell alone; the arguments are words of ours.
        'src/openclaw/cli.ts: execFile)(`"${path}"`, args, {',
        'src/openclaw/cli.ts: execFile)(path, args, options)',
      ],
    );
    assert.deepEqual(places(/shell: true/g), ['src/openclaw/cli.ts: shell: true']);
    assert.deepEqual(places(/from 'node:child_process'/g).length, 2);
  });

  it('opens terminals at these places alone, and types into none what comes from outside', () => {
    assert.deepEqual(
      places(/createTerminal\(/g).map(place => place.split(':')[0]),
      ['src/commands/installPlugin.ts', 'src/editor/commandTerminal.ts', 'src/editor/terminal.ts'],
    );
    assert.deepEqual(places(/sendText\([^)]*\)/g), [
      'src/commands/installPlugin.ts: sendText(INSTALL_PLUGIN)',
    ]);
    assert.match(
      readFileSync(join(ROOT, 'src/openclaw/plugin.ts'), 'utf8'),
      /const PACKAGE = '[\w@/-]+';[^]*INSTALL_PLUGIN = `openclaw plugins install \$\{PACKAGE\}`;/,
    );
  });

  it('quotes every profile that stands in a command to copy', () => {
    assert.deepEqual(places(/--profile \$\{(?!shellWord\().*/g), []);
  });

  it('has Markdown trust nothing: no command, no HTML', () => {
    assert.notDeepEqual(places(/new vscode\.MarkdownString\(/g), []);
    assert.deepEqual(places(/isTrusted\s*[:=]|supportHtml|enabledCommands|supportAlertSyntax/g), []);
  });

  it('has every webview in one frame, with a strict policy and few files', () => {
    assert.deepEqual(places(/createWebviewPanel\(|registerWebview\w+\(|registerCustomEditor\w*\(/g), [
      'src/pages/frame.ts: createWebviewPanel(',
    ]);
    const frame = sources.find(({ file }) => file === 'src/pages/frame.ts')?.text ?? '';
    assert.match(
      frame,
      /`default-src 'none'; style-src \$\{webview\.cspSource\}; script-src 'nonce-\$\{nonce\}'`/,
    );
    assert.match(frame, /nonce = randomBytes\(16\)/);
    assert.match(frame, /\['dist', 'media'\]/);
    assert.match(frame, /\{ enableScripts: true, localResourceRoots: roots \}/);
    assert.deepEqual(places(/unsafe-|enableCommandUris|enableForms/g), []);
  });

  it('puts text into pages as text', () => {
    const shown = sources.filter(({ file }) => file.startsWith('src/pages/'));
    assert.deepEqual(
      places(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|srcdoc/g, shown),
      [],
    );
  });

  it('sends nothing to anybody but AWS and who a person names: no telemetry', () => {
    const network =
      /from 'node:(https?|http2|net|tls|dgram)'|getBuiltinModule|undici|\bfetch\(|XMLHttpRequest|WebSocket|TelemetryLogger/g;
    assert.deepEqual([...new Set(places(network).map(place => place.split(':')[0]))].sort(), [
      // Which role an instance has.
      'src/bedrock/connection/instanceMetadata.ts',
      // What the SDK sends through.
      'src/bedrock/network.ts',
      // Whether OpenClaw's own gateway answers.
      'src/openclaw/gateway.ts',
    ]);
  });
});

describe('the bundles', () => {
  it('make no code from text and load nothing by a name that they work out, their libraries included', async () => {
    for (const options of [bundles, pages]) {
      const { outputFiles } = await build({
        ...options,
        absWorkingDir: ROOT,
        write: false,
        logLevel: 'silent',
      } as never);
      const built = (outputFiles as { path: string; text: string }[]).map(({ path, text }) => ({
        file: path.slice(ROOT.length + 1),
        text,
      }));
      assert.ok(built.length >= 3);
      assert.deepEqual(
        places(/(?<![\w.$])eval\(|new Function\(|require\((?!["'][\w:@./-]+["']\))/g, built),
        [],
      );
    }
  });
});
