// Opens the editor host's workbench in a headless Chromium.
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { findChromium } from './chromium.ts';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The workbench's own page may connect back to 127.0.0.1.
  '--disable-features=LocalNetworkAccessChecks',
];

/** What the page's address tells the workbench. */
export interface WorkbenchAddress {
  /** The running editor host, as in `http://127.0.0.1:4000/`. */
  readonly url: string;
  /** A folder or a `.code-workspace` file to open. */
  readonly folder?: string;
  readonly extensionDevelopmentPaths?: readonly string[];
  readonly extensionTestsPath?: string;
}

export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) {
    throw new Error('No Chromium found. Install it, or set CHROMIUM_PATH to one.');
  }
  return chromium.launch({ executablePath, args: flags });
}

/** The address that opens the folder with the extensions under development, and runs their tests if asked to. */
export function workbenchUrl(address: WorkbenchAddress): string {
  const { host } = new URL(address.url);
  const remote = (path: string) => `vscode-remote://${host}${path}`;
  const payload = [
    ...(address.extensionDevelopmentPaths ?? []).map(path => ['extensionDevelopmentPath', remote(path)]),
    ...(address.extensionTestsPath ? [['extensionTestsPath', remote(address.extensionTestsPath)]] : []),
    ['skipWelcome', 'true'],
  ];
  const url = new URL(address.url);
  if (address.folder) {
    url.searchParams.set(address.folder.endsWith('.code-workspace') ? 'workspace' : 'folder', address.folder);
  }
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}

/** Switches the smoke-test driver on, without which a built workbench refuses to run an extension's tests. */
export async function enableTestDriver(context: BrowserContext) {
  await context.route(
    url => url.pathname === '/',
    async route => {
      const response = await route.fetch();
      const page = await response.text();
      await route.fulfill({ response, body: withTestDriver(page) });
    },
  );
}

function withTestDriver(page: string): string {
  const options = '&quot;developmentOptions&quot;:{';
  if (!page.includes(options)) {
    throw new Error(
      'The workbench page has changed: it holds no developmentOptions to add the test driver to.',
    );
  }
  return page.replace(options, `${options}&quot;enableSmokeTestDriver&quot;:true,`);
}
