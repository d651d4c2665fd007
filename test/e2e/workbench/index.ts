// A workbench in a real browser, driven the way a person would: what end-to-end tests are written with.
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium, workbenchUrl } from '../../../scripts/editorHost/browser.ts';
import {
  type RunningEditorHost,
  startEditorHost,
  type StartOptions,
} from '../../../scripts/editorHost/start.ts';
import { Chat } from './chat.ts';
import { ActiveEditor } from './editor.ts';
import { addLanguagePack } from './language.ts';
import { Notifications } from './notifications.ts';
import { QuickPick } from './quickPick.ts';
import { quietSettings } from './settings.ts';
import { TreeView } from './tree.ts';
import { patienceMilliseconds } from './wait.ts';

export interface WorkbenchOptions {
  /** Names the run's artefacts: `test-results/e2e/<name>/`. */
  readonly name: string;
  /** The folder to open. */
  readonly folder: string;
  /** The home folder that the editor and its extensions see. */
  readonly home: string;
  /** All of their environment besides HOME and PATH: nothing of the caller's own gets through. */
  readonly env?: Readonly<Record<string, string>>;
  /** An extension in its source folder, or a package to install. */
  readonly extension: { readonly developmentPath: string } | { readonly vsix: string };
  readonly userSettings?: Readonly<Record<string, unknown>>;
  readonly colorTheme?: string;
  /** The display language, such as `de`; default: English. The editor's own words are English in any. */
  readonly language?: string;
  readonly builtInsToLeaveOut?: StartOptions['builtInsToLeaveOut'];
  readonly workspaceTrust?: StartOptions['workspaceTrust'];
}

const artefacts = join(import.meta.dirname, '../../../test-results/e2e');
const documented = join(import.meta.dirname, '../../../docs/images');

/** Opens a workbench with a user profile of its own. The caller closes it. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'openclaw-bedrock-e2e-'));
  const userDataDir = join(dataFolder, 'user-data');
  mkdirSync(join(userDataDir, 'User'), { recursive: true });
  writeFileSync(join(userDataDir, 'User/settings.json'), JSON.stringify(userSettings(options)));

  const { extension, language } = options;
  if (language) addLanguagePack(language, userDataDir);
  const extensionsDir = join(dataFolder, 'extensions');
  if ('developmentPath' in extension) {
    linkExtension(extension.developmentPath, extensionsDir);
  }
  const host = await startEditorHost({
    userDataDir,
    extensionsDir,
    env: { ...options.env, HOME: options.home, PATH: process.env.PATH },
    extensionsToInstall: 'vsix' in extension ? [extension.vsix] : [],
    ...(language && { locale: language }),
    builtInsToLeaveOut: options.builtInsToLeaveOut,
    workspaceTrust: options.workspaceTrust,
  });
  const browser = await launchChromium();
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  page.setDefaultTimeout(patienceMilliseconds);
  const workbench = new Workbench(page, browser, host, { name: options.name, dataFolder, extensionsDir });
  try {
    await page.goto(workbenchUrl({ url: host.url, folder: options.folder }));
    await workbench.waitUntilReady();
    return workbench;
  } catch (error) {
    await workbench.screenshot(options.name);
    await workbench.close();
    throw error;
  }
}

/**
 * Makes a source folder pass for an installed extension. `extensionDevelopmentPath` won't do: it needs the
 * workbench's test driver, which hides the notifications.
 */
function linkExtension(folder: string, extensionsDir: string) {
  const manifest = readFileSync(join(folder, 'package.json'), 'utf8');
  const { publisher, name, version } = JSON.parse(manifest) as Record<string, string>;
  mkdirSync(extensionsDir);
  symlinkSync(folder, join(extensionsDir, `${publisher}.${name}-${version}`));
}

function userSettings({ userSettings, colorTheme }: WorkbenchOptions) {
  return { ...quietSettings, ...(colorTheme && { 'workbench.colorTheme': colorTheme }), ...userSettings };
}

export class Workbench {
  readonly page: Page;
  readonly quickPick: QuickPick;
  readonly notifications: Notifications;
  readonly editor: ActiveEditor;
  readonly chat: Chat;
  private readonly browser: Browser;
  private readonly host: RunningEditorHost;
  private readonly run: {
    readonly name: string;
    readonly dataFolder: string;
    readonly extensionsDir: string;
  };

  constructor(page: Page, browser: Browser, host: RunningEditorHost, run: Workbench['run']) {
    this.page = page;
    this.browser = browser;
    this.host = host;
    this.run = run;
    this.quickPick = new QuickPick(page);
    this.notifications = new Notifications(page);
    this.editor = new ActiveEditor(page);
    this.chat = new Chat(page, this.quickPick);
  }

  /** Where extensions are installed. */
  get extensionsDir(): string {
    return this.run.extensionsDir;
  }

  /** Runs a command from the palette by its exact title, as in `OpenClaw: Set Primary Model`. */
  async runCommand(title: string) {
    await this.quickPick.runCommand(title);
  }

  /** Opens a view container by its icon in the activity bar. */
  async openView(container: string) {
    const icon = this.page.locator('.activitybar').getByRole('tab', { name: container });
    if (!(await icon.getAttribute('class'))?.includes('checked')) {
      await icon.click();
    }
    await this.page.locator('.part.sidebar .composite.title').getByText(container).first().waitFor();
  }

  /** Opens a file of the workspace from the explorer. */
  async openFile(name: string) {
    await this.openView('Explorer');
    await this.page
      .locator('.explorer-folders-view .monaco-list-row')
      .getByText(name, { exact: true })
      .click();
    await this.editor.waitForTitle(name);
  }

  tree(viewTitle: string): TreeView {
    return new TreeView(this.page, viewTitle);
  }

  /** The texts in the status bar, from left to right. */
  async statusBarItems(): Promise<string[]> {
    const texts = await this.page.locator('.statusbar-item').allInnerTexts();
    return texts.map(text => text.trim()).filter(text => text !== '');
  }

  async clickStatusBarItem(text: string) {
    await this.page.locator('.statusbar-item').filter({ hasText: text }).first().click();
  }

  /** Points at an item and returns its tooltip's text. */
  async hoverStatusBarItem(text: string): Promise<string> {
    await this.page.locator('.statusbar-item').filter({ hasText: text }).first().hover();
    const tooltip = this.page.locator('.monaco-hover:visible .hover-contents').first();
    await tooltip.waitFor();
    return tooltip.innerText();
  }

  /** Takes a picture: `test-results/e2e/<name>.png`. */
  async screenshot(name: string) {
    await this.page.screenshot({ path: join(artefacts, `${name}.png`) });
  }

  /** Takes a picture that the documentation shows, into `docs/images/` where PICTURES is set. */
  async picture(name: string) {
    await this.screenshot(name);
    if (process.env.PICTURES) await this.page.screenshot({ path: join(documented, `${name}.png`) });
  }

  async reload() {
    await this.page.reload();
    await this.waitUntilReady();
  }

  async waitUntilReady() {
    await this.page.locator('.monaco-workbench .part.statusbar').waitFor();
    await this.page.locator('.monaco-workbench .part.sidebar .pane').first().waitFor();
  }

  /** All that the editor keeps: the files of its profile, logs included, and what its page has stored. */
  async kept(): Promise<readonly { readonly where: string; readonly text: string }[]> {
    const files = readdirSync(join(this.run.dataFolder, 'user-data'), {
      recursive: true,
      withFileTypes: true,
    })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name));
    const state = await this.page.context().storageState({ indexedDB: true });
    return [
      ...files.map(where => ({ where, text: readFileSync(where, 'latin1') })),
      { where: 'the page', text: JSON.stringify(state) },
    ];
  }

  /** Closes everything and keeps the editor's logs. */
  async close() {
    await this.browser.close();
    await this.host.stop();
    const logs = join(artefacts, this.run.name, 'logs');
    rmSync(logs, { recursive: true, force: true });
    cpSync(this.host.logsDir, logs, { recursive: true });
    rmSync(this.run.dataFolder, { recursive: true, force: true });
  }
}
