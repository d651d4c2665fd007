/**
 * How requests get out: the proxy in force, the authorities trusted, and connections that are used again. Inside the
 * editor its own support for proxies, where that is on, goes before what is decided here.
 */
import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { createSecureContext, getCACertificates } from 'node:tls';
import type { NodeHttpHandler } from '@smithy/node-http-handler';
import * as l10n from '@vscode/l10n';
import { type Problem, ProblemError } from '../problem.ts';
import { type Connection, profileOf, text } from './connection/connection.ts';
import { readProfiles } from './connection/profiles.ts';
import { openProxySettings, retry } from './fixes.ts';
import { loadSdk } from './loadSdk.ts';
import { certificatesUnreadable } from './problems.ts';
import { isProxyInvalid, proxyFor, proxyName } from './proxies.ts';

export interface Network {
  /** The editor's `http.proxy`; the environment's proxies come from the connection. */
  readonly proxy?: string | undefined;
  /** The editor's `http.noProxy`; where there is any, the environment's `NO_PROXY` does not count. */
  readonly noProxy?: readonly string[];
  /** The editor's `http.proxyStrictSSL`. */
  readonly strictTls: boolean;
}

type Request = Parameters<NodeHttpHandler['handle']>[0];
type RequestOptions = Parameters<NodeHttpHandler['handle']>[1];
type Response = ReturnType<NodeHttpHandler['handle']>;

/** Milliseconds to wait for a TCP connection. */
const CONNECTION_TIMEOUT = 10_000;
/** Milliseconds without a byte before a request is given up. */
const SOCKET_TIMEOUT = 180_000;
/** Connections to one host at a time: the SDK's own figure. */
const MAX_SOCKETS = 50;

/**
 * The request handler of all clients of a connection, those of its credential providers too. HTTP/1.1 with
 * keep-alive: the SDK's HTTP/2 default opens a connection an answer, and ends a stream that was aborted or has
 * stalled as if it were complete.
 */
export class NetworkHandler {
  readonly metadata = { handlerProtocol: 'http/1.1' };
  readonly #connection: Connection;
  readonly #network: () => Network;
  readonly #socketTimeout: number;
  /** By what they are made of. A change of it makes others; answers on their way still come. */
  readonly #handlers = new Map<string, NodeHttpHandler>();
  #bundle: Promise<string | undefined> | undefined;

  constructor(connection: Connection, network: () => Network, socketTimeout = SOCKET_TIMEOUT) {
    this.#connection = connection;
    this.#network = network;
    this.#socketTimeout = socketTimeout;
  }

  /** An error tells the host that was asked and the proxy in between, without its password. */
  async handle(request: Request, options?: RequestOptions): Promise<Awaited<Response>> {
    const network = this.#network();
    const variables = this.#connection.variables();
    if (isProxyInvalid(request, network, variables)) throw new ProblemError(invalidProxy());
    const proxy = proxyFor(request, network, variables);
    const handler = await this.#handler(proxy, network.strictTls);
    try {
      return await handler.handle(request, options);
    } catch (error) {
      throw Object.assign(error as Error, {
        host: request.hostname,
        ...(proxy && { proxy: proxyName(proxy) }),
      });
    }
  }

  /** Part of the SDK's interface: nothing is configured from there. */
  updateHttpClientConfig(): void {}

  httpHandlerConfigs(): object {
    return {};
  }

  /** Reads the authorities anew at the next request; where they are the same, sockets stay. */
  renew(): void {
    this.#bundle = undefined;
  }

  destroy(): void {
    for (const handler of this.#handlers.values()) handler.destroy();
    this.#handlers.clear();
  }

  async #handler(proxy: string | undefined, strictTls: boolean): Promise<NodeHttpHandler> {
    const [{ NodeHttpHandler }, bundle] = await Promise.all([loadSdk(), this.#readBundle()]);
    const key = JSON.stringify([strictTls, proxy, bundle]);
    const known = this.#handlers.get(key);
    if (known) return known;
    const ca = bundle && [
      ...new Set([...getCACertificates('default'), ...getCACertificates('system'), bundle]),
    ];
    const shared = { keepAlive: true, maxSockets: MAX_SOCKETS };
    const made = new NodeHttpHandler({
      connectionTimeout: CONNECTION_TIMEOUT,
      socketTimeout: this.#socketTimeout,
      httpAgent: new HttpAgent({ ...shared, ...(proxy && { proxyEnv: { HTTP_PROXY: proxy } }) }),
      httpsAgent: new HttpsAgent({
        ...shared,
        ...(proxy && { proxyEnv: { HTTPS_PROXY: proxy } }),
        // Reading them takes up to 0.1 s: once, not for each connection. By `ca` the editor's own agents know them.
        ...(ca && { ca, secureContext: createSecureContext({ ca }) }),
        ...(!strictTls && { rejectUnauthorized: false }),
      }),
    });
    this.#handlers.set(key, made);
    return made;
  }

  #readBundle(): Promise<string | undefined> {
    const reading = (this.#bundle ??= bundleOf(this.#connection));
    // A file that could not be read may be there the next time.
    reading.catch(() => this.#bundle === reading && this.renew());
    return reading;
  }
}

/**
 * The authorities of `AWS_CA_BUNDLE` or of the profile's `ca_bundle`, trusted beside Node's own and the system's;
 * undefined without such a file: then Node and the editor know best.
 */
async function bundleOf(connection: Connection): Promise<string | undefined> {
  const variables = connection.variables();
  const file = text(variables['AWS_CA_BUNDLE']) ?? (await bundleOfProfile(connection));
  if (!file) return undefined;
  try {
    const bundle = await readFile(file, 'utf8');
    // Node leaves out silently what it can't read; this throws.
    new X509Certificate(bundle);
    return bundle;
  } catch (error) {
    throw new ProblemError(certificatesUnreadable(file, (error as Error).message));
  }
}

async function bundleOfProfile(connection: Connection): Promise<string | undefined> {
  const name = profileOf(connection);
  const { list } = await readProfiles(connection.variables());
  return list.find(profile => profile.name === name)?.caBundle;
}

function invalidProxy(): Problem {
  return {
    code: 'proxy-invalid',
    title: l10n.t('The address of the proxy is no URL'),
    explanation: l10n.t(
      'It has the form http://user:password@host:8080. In a user name or password, write # as %23, @ as %40, / as %2F and % as %25. It is set in the editor as http.proxy, or in the environment as HTTPS_PROXY.',
    ),
    fixes: [openProxySettings(), retry()],
  };
}
