// What the editor tests need from the operating system, as Debian packages.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from './chromium.ts';

interface DebianPackage {
  readonly name: string;
  /** Shown when it has to be installed. */
  readonly why: string;
  isMissing(): boolean;
}

const packages: readonly DebianPackage[] = [
  { name: 'g++', why: 'compiles native modules', isMissing: () => !succeeds('c++', '--version') },
  { name: 'make', why: 'compiles native modules', isMissing: () => !succeeds('make', '--version') },
  { name: 'python3', why: 'node-gyp is written in it', isMissing: () => !succeeds('python3', '--version') },
  {
    name: 'pkg-config',
    why: 'finds the Kerberos headers',
    isMissing: () => !succeeds('pkg-config', '--version'),
  },
  {
    name: 'libkrb5-dev',
    why: 'the editor signs in to proxies with Kerberos',
    isMissing: () => !succeeds('pkg-config', '--exists', 'krb5-gssapi'),
  },
  {
    name: 'chromium',
    why: 'shows the workbench',
    isMissing: () => findChromium() === undefined,
  },
];

/**
 * Sees to it that what the editor host needs is there: installs it as root on Debian, else throws an Error that
 * holds the one line to run.
 */
export function ensureDebianPackages(log: (line: string) => void) {
  const missing = packages.filter(each => each.isMissing());
  if (missing.length === 0) {
    return;
  }
  const names = missing.map(({ name }) => name);
  const reasons = missing.map(({ name, why }) => `${name} (${why})`).join(', ');
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Error(`The editor host needs ${reasons}. Run: sudo apt-get install -y ${names.join(' ')}`);
  }
  log(`Installing ${reasons} ...`);
  aptGet('update');
  aptGet('install', '-y', '--no-install-recommends', ...names);
}

function aptGet(...args: string[]) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, stdout, stderr } = spawnSync('apt-get', args, { env, encoding: 'utf8' });
  if (status !== 0) {
    throw new Error(`apt-get ${args.join(' ')} failed:\n${stdout}${stderr}`);
  }
}

function succeeds(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
