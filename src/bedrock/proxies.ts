/** Which proxy a request goes through: the editor's setting, else the environment's, unless the host is excepted. */
import { type Environment, text } from './connection/connection.ts';
import type { Network } from './network.ts';

export interface Target {
  readonly protocol: string;
  readonly hostname: string;
  readonly port?: number | undefined;
}

/** The machine itself and its metadata services: no proxy can reach those for us. */
const NEVER = /^(localhost|127(\.\d+){3}|\[?::1\]?|169\.254(\.\d+){2}|\[?fd00:ec2::\w+\]?)$/i;

/** The proxy's URL, which may hold a password; undefined: none. */
export function proxyFor(target: Target, network: Network, environment: Environment): string | undefined {
  const url = namedProxy(target, network, environment);
  // Others, such as SOCKS, only the editor itself can use.
  return url && isUsable(url) && /^https?:/i.test(url) ? url : undefined;
}

/** Whether a proxy is named that is no URL: most often since its password is written as it is. */
export function isProxyInvalid(target: Target, network: Network, environment: Environment): boolean {
  const url = namedProxy(target, network, environment);
  return url !== undefined && !isUsable(url);
}

function namedProxy(target: Target, network: Network, environment: Environment): string | undefined {
  if (NEVER.test(target.hostname) || isExcepted(target, exceptions(network, environment))) return undefined;
  const names = target.protocol === 'https:' ? ['https_proxy', 'all_proxy'] : ['http_proxy', 'all_proxy'];
  const proxy = text(network.proxy) ?? names.map(name => variable(environment, name)).find(Boolean);
  return proxy?.includes('://') === false ? `http://${proxy}` : proxy;
}

function isUsable(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { username, password, host } = new URL(url);
  try {
    decodeURIComponent(username + password);
    return host !== '';
  } catch {
    return false;
  }
}

/** The proxy as it can be shown. */
export function proxyName(proxy: string): string {
  const { protocol, host } = new URL(proxy);
  return `${protocol}//${host}`;
}

/** Either case, as everywhere; the lower one goes first. */
function variable(environment: Environment, name: string): string | undefined {
  return text(environment[name]) ?? text(environment[name.toUpperCase()]);
}

/** As in the editor: its setting replaces the variable. */
function exceptions({ noProxy = [] }: Network, environment: Environment): readonly string[] {
  return noProxy.length > 0 ? noProxy : (variable(environment, 'no_proxy')?.split(',') ?? []);
}

/** A name stands for itself and all below it, with a port for that port alone; `*` for every host. */
function isExcepted({ protocol, hostname, port }: Target, list: readonly string[]): boolean {
  const host = hostname.toLowerCase();
  const actualPort = String(port ?? (protocol === 'https:' ? 443 : 80));
  return list
    .map(entry => entry.trim().toLowerCase())
    .some(entry => {
      if (entry === '*') return true;
      const [, name = '', wantedPort] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? [];
      const domain = name.replace(/^\*?\./, '');
      return (
        domain !== '' &&
        (host === domain || host.endsWith(`.${domain}`)) &&
        (wantedPort === undefined || wantedPort === actualPort)
      );
    });
}
