/** How requests get out: the proxy in force, the authorities trusted, and connections that are used again. */
export interface Network {
  /** The editor's `http.proxy`; the environment's proxies come from the connection. */
  readonly proxy?: string | undefined;
  /** The editor's `http.noProxy`; where there is any, the environment's `NO_PROXY` does not count. */
  readonly noProxy?: readonly string[];
  /** The editor's `http.proxyStrictSSL`. */
  readonly strictTls: boolean;
}
