/** What the local AWS servers share: HTTP on a free port, and a record of what reached them. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { text } from 'node:stream/consumers';

import { closeServer, listen, type ServerCertificate } from '../bedrock/listen.ts';
import { RequestLog } from '../bedrock/requests.ts';

export interface LocalRequest {
  readonly method: string;
  /** As it came over the wire, percent-encoded. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** 0 until it is answered. */
  status: number;
  /** The answer is over, one way or the other. */
  finished: boolean;
}

export interface LocalAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface LocalServer {
  readonly url: string;
  /** In order of arrival. */
  readonly requests: readonly LocalRequest[];
  /** The first request, past or future, that satisfies the predicate; tried again whenever one changes. */
  waitFor(predicate: (request: LocalRequest) => boolean): Promise<LocalRequest>;
  close(): Promise<void>;
}

export interface LocalServerOptions {
  /** Serves HTTPS with this certificate. */
  tls?: ServerCertificate | undefined;
}

export async function startLocalServer(
  answer: (request: LocalRequest) => LocalAnswer | Promise<LocalAnswer>,
  { tls }: LocalServerOptions = {},
): Promise<LocalServer> {
  const log = new RequestLog<LocalRequest>();
  const handle = (message: IncomingMessage, response: ServerResponse) => {
    void serve(message, response);
  };
  const server = tls ? createTlsServer(tls, handle) : createServer(handle);
  const port = await listen(server);
  return {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    requests: log.requests,
    waitFor: predicate => log.waitFor(predicate),
    close: () => closeServer(server),
  };

  async function serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await recordOf(message);
    response.on('close', () => {
      request.finished = true;
      log.changed(request);
    });
    log.add(request);
    const { status, headers, body = '' } = await answered(request);
    request.status = status;
    response.writeHead(status, { 'content-length': Buffer.byteLength(body), ...headers }).end(body);
  }

  async function answered(request: LocalRequest): Promise<LocalAnswer> {
    try {
      return await answer(request);
    } catch (error) {
      return { status: 500, body: String(error) };
    }
  }
}

export function json(status: number, body: object, headers: Record<string, string> = {}): LocalAnswer {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

async function recordOf(message: IncomingMessage): Promise<LocalRequest> {
  const { pathname: path, searchParams } = new URL(message.url ?? '', 'http://localhost');
  const headers = Object.entries(message.headers).map(([name, value]) => [name, String(value)] as const);
  return {
    method: message.method ?? '',
    path,
    query: Object.fromEntries(searchParams),
    headers: Object.fromEntries(headers),
    body: await text(message),
    status: 0,
    finished: false,
  };
}
