// `npm run try`: starts an editor with the extension, ready to click. Uses the AWS credentials of this machine,
// or the simulated Bedrock where there are none or `--simulated` says so. `--check` ends once the models are
// listed: 0 if they are, else 1.
import './plainErrors.ts';
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { configPath } from '../src/openclaw/configPath.ts';
import { startBedrock } from '../test/bedrock/bedrock.ts';
import { launchChromium } from './editorHost/browser.ts';
import { ensureEditorHost } from './editorHost/install.ts';
import { startEditorHost } from './editorHost/start.ts';
import { packExtension } from './package.ts';
import { hasCredentials } from './try/credentials.ts';
import { findDesktopEditor } from './try/desktopEditor.ts';
import { listedModels } from './try/listedModels.ts';

const { values: options } = parseArgs({
  options: {
    simulated: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
    port: { type: 'string', default: '0' },
  },
});
const samples = join(import.meta.dirname, 'try');
const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'openclaw-bedrock-try-')));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0));

const desktop = options.check ? undefined : findDesktopEditor();
if (!desktop) await ensureEditorHost(console.log);
const isSimulated = options.simulated || !(await hasCredentials());
console.log(isSimulated ? 'Using the simulated Bedrock.' : 'Using the AWS credentials of this machine.');
const env = { ...(await bedrockEnvironment()), ...openclawEnvironment() };

const vsix = join(scratch, 'openclaw-bedrock.vsix');
await packExtension(vsix);
const workspace = join(scratch, 'workspace');
cpSync(join(samples, 'workspace'), workspace, { recursive: true });
const userDataDir = join(scratch, 'user-data');
mkdirSync(join(userDataDir, 'User'), { recursive: true });
writeFileSync(join(userDataDir, 'User/settings.json'), JSON.stringify({ 'workbench.startupEditor': 'none' }));
const extensionsDir = join(scratch, 'extensions');

if (desktop) await openDesktop(desktop);
else await serve();

/** What the editor sees of AWS: this machine's own environment, or the simulator's and nothing else. */
async function bedrockEnvironment(): Promise<NodeJS.ProcessEnv> {
  if (!isSimulated) return process.env;
  const bedrock = await startBedrock();
  const others = Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_'));
  return { ...Object.fromEntries(others), ...bedrock.env };
}

/** A sample config where the person has none; with simulated models never the person's own. */
function openclawEnvironment(): NodeJS.ProcessEnv {
  const own = configPath({ environment: process.env, home: homedir() });
  if (!isSimulated && existsSync(own)) return {};
  const sample = join(scratch, 'openclaw.json');
  cpSync(join(samples, 'openclaw.json'), sample);
  console.log(`Using a sample OpenClaw config: ${sample}`);
  return { OPENCLAW_CONFIG_PATH: sample };
}

async function openDesktop(editor: string): Promise<void> {
  const folders = ['--user-data-dir', userDataDir, '--extensions-dir', extensionsDir];
  await ended(spawn(editor, [...folders, '--install-extension', vsix], { env, stdio: 'ignore' }));
  const window = spawn(
    editor,
    [...folders, '--new-window', '--wait', '--disable-workspace-trust', workspace],
    {
      env,
      stdio: 'ignore',
    },
  );
  console.log('Close the window, or press Ctrl+C here, to end.');
  console.log(`Ready: window of ${editor}`);
  await ended(window);
  process.exit(0);
}

async function serve(): Promise<void> {
  const host = await startEditorHost({
    port: Number(options.port),
    userDataDir,
    extensionsDir,
    env,
    extensionsToInstall: [vsix],
  });
  const url = `${host.url}?folder=${workspace}`;
  if (!options.check) {
    console.log('Open this address in a browser. Press Ctrl+C here to end.');
    console.log(`Ready: ${url}`);
    return;
  }
  const browser = await launchChromium();
  const models = await listedModels(browser, url);
  await browser.close();
  await host.stop();
  console.log(models > 0 ? `${models} models are in view.` : 'No models are listed.');
  if (models > 0) console.log(`Ready: ${url}`);
  process.exit(models > 0 ? 0 : 1);
}

function ended(child: ReturnType<typeof spawn>): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => resolve());
  });
}
