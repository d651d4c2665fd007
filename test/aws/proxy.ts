/** A forward proxy: tunnels by CONNECT and plain requests in absolute form, with a password where it has one. */
import { once } from 'node:events';
import {
  createServer,
  request as forward,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
} from 'node:http';
import { connect, type Socket } from 'node:net';

import { listen } from '../bedrock/listen.ts';
import { RequestLog } from '../bedrock/requests.ts';

export interface ProxyOptions {
  /** Demanded from everybody. Default: none. */
  user?: { name: string; password: string };
  /** Where targets really are, `host:port` -> `host:port`; other targets are where they say. */
  routes?: Readonly<Record<string, string>>;
}

export interface ProxyRequest {
  /** `CONNECT` for a tunnel. */
  readonly method: string;
  /** `host:port` */
  readonly target: string;
  readonly headers: Readonly<IncomingMessage['headers']>;
  /** Of the proxy's own answer: 200 for a tunnel that stands. */
  status: number;
  finished: boolean;
}

export interface Proxy {
  readonly url: string;
  /** The same with the user's name and password in it. */
  readonly urlWithUser: string;
  /** Makes programs use it for everything, with the user. */
  readonly env: Record<string, string>;
  readonly requests: readonly ProxyRequest[];
  /** How many tunnels were opened to `host:port`. */
  tunnelsTo(target: string): number;
  waitFor(predicate: (request: ProxyRequest) => boolean): Promise<ProxyRequest>;
  close(): Promise<void>;
}

export async function startProxy({ user, routes = {} }: ProxyOptions = {}): Promise<Proxy> {
  const log = new RequestLog<ProxyRequest>();
  const sockets = new Set<Socket>();
  const expected = user && `Basic ${Buffer.from(`${user.name}:${user.password}`).toString('base64')}`;

  const server = createServer(pass);
  server.on('connect', (message: IncomingMessage, socket: Socket) => void tunnel(message, socket));
  server.on('connection', keep);
  const port = await listen(server);
  const login = user ? `${encodeURIComponent(user.name)}:${encodeURIComponent(user.password)}@` : '';
  const urlWithUser = `http://${login}127.0.0.1:${port}`;
  return {
    url: `http://127.0.0.1:${port}`,
    urlWithUser,
    env: { HTTPS_PROXY: urlWithUser, HTTP_PROXY: urlWithUser },
    requests: log.requests,
    tunnelsTo: target =>
      log.requests.filter(each => each.target === target && each.method === 'CONNECT' && each.status === 200)
        .length,
    waitFor: predicate => log.waitFor(predicate),
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };

  async function tunnel(message: IncomingMessage, socket: Socket): Promise<void> {
    const record = recordOf(message, message.url ?? '');
    if (!isAllowed(message)) {
      end(record, 407);
      socket.end(
        'HTTP/1.1 407 Proxy Authentication Required\r\n' +
          'Proxy-Authenticate: Basic realm="proxy"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
      );
      return;
    }
    const target = placeOf(record.target);
    const upstream = keep(connect(Number(target.port), target.hostname));
    try {
      await once(upstream, 'connect');
    } catch {
      end(record, 502);
      socket.end('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
      return;
    }
    record.status = 200;
    log.changed(record);
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    upstream.pipe(socket).pipe(upstream);
    upstream.on('close', hadError => hadError && socket.destroy());
    socket.on('close', () => {
      upstream.destroy();
      end(record, 200);
    });
  }

  function pass(message: IncomingMessage, response: ServerResponse): void {
    const url = new URL(message.url ?? '', 'http://none.invalid');
    const record = recordOf(message, url.port === '' ? `${url.hostname}:80` : url.host);
    response.on('close', () => end(record, record.status));
    const answer = (status: number, headers: OutgoingHttpHeaders = {}) => {
      record.status = status;
      return response.writeHead(status, headers);
    };
    if (!isAllowed(message)) {
      answer(407, { 'proxy-authenticate': 'Basic realm="proxy"' }).end();
      return;
    }
    if (url.hostname === 'none.invalid') {
      answer(400).end('This is a proxy.');
      return;
    }
    const target = placeOf(record.target);
    const headers = { ...message.headers };
    delete headers['proxy-authorization'];
    const place = { hostname: target.hostname, port: target.port, path: url.pathname + url.search };
    const upstream = forward({ ...place, method: record.method, headers }, from => {
      from.pipe(answer(from.statusCode ?? 502, from.headers));
    });
    upstream.on('error', () => answer(502).end());
    message.pipe(upstream);
  }

  function isAllowed({ headers }: IncomingMessage): boolean {
    return expected === undefined || headers['proxy-authorization'] === expected;
  }

  function placeOf(target: string): URL {
    return new URL(`tcp://${routes[target] ?? target}`);
  }

  function recordOf({ method = '', headers }: IncomingMessage, target: string): ProxyRequest {
    const record = { method, target, headers, status: 0, finished: false };
    log.add(record);
    return record;
  }

  function end(record: ProxyRequest, status: number): void {
    Object.assign(record, { status, finished: true });
    log.changed(record);
  }

  function keep(socket: Socket): Socket {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    return socket.on('close', () => sockets.delete(socket));
  }
}
