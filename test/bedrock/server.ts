/** The HTTP side of the simulator: takes a request in, has it judged and answered, and records what happened. */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https';
import type { Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';

import type { Answer } from './answers.ts';
import { authenticate, authScheme, type Credentials } from './auth.ts';
import { getFoundationModelAvailability } from './availability.ts';
import type { Behaviour } from './behaviours.ts';
import type { ConverseBody } from './converse.ts';
import { invokedModel, type Service } from './invocation.ts';
import type { ServerCertificate } from './listen.ts';
import {
  listFoundationModels,
  listImportedModels,
  listInferenceProfiles,
  listPromptRouters,
  listProvisionedThroughputs,
} from './listing.ts';
import type { ModelLists } from './lists.ts';
import type { PromptCache } from './promptCache.ts';
import type { Query } from './queries.ts';
import { Refusal } from './refusal.ts';
import { converseResponse, type Reply } from './reply.ts';
import type { Operation, RecordedRequest, RequestLog } from './requests.ts';
import { sendHtml, sendJson, sendRaw, sendRefusal } from './responses.ts';
import { route } from './routes.ts';
import { checkRequest } from './rules/index.ts';
import type { SignedReasoning } from './signedReasoning.ts';
import { accessKeyIdOf } from './sigv4.ts';
import { sendStream } from './stream.ts';

/** What the server needs from the simulator around it. `answer` and `latencyMs` may change between requests. */
export interface Host {
  readonly service: Service;
  readonly credentials: Credentials;
  readonly log: RequestLog;
  readonly answer: Answer;
  readonly latencyMs: number;
  /** Milliseconds since the epoch, by the service's clock. */
  readonly now: () => number;
  readonly signed: SignedReasoning;
  readonly promptCache: PromptCache;
  nextBehaviour(operation: RecordedRequest['operation']): Behaviour;
}

/** One request on its way through the server. */
interface Exchange {
  readonly host: Host;
  readonly record: RecordedRequest;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly behaviour: Behaviour;
  /** Resolves when the answer or the connection is over. */
  readonly closed: Promise<unknown>;
}

const operations: Record<RecordedRequest['operation'], (exchange: Exchange) => void | Promise<void>> = {
  ListFoundationModels: list(listFoundationModels),
  ListInferenceProfiles: list(listInferenceProfiles),
  ListProvisionedModelThroughputs: list(listProvisionedThroughputs),
  ListImportedModels: list(listImportedModels),
  ListPromptRouters: list(listPromptRouters),
  GetFoundationModelAvailability: ({ host, record, response }) => {
    const { lists, availability } = host.service;
    sendJson(response, 200, getFoundationModelAvailability(record.modelId ?? '', lists, availability));
  },
  Converse: async exchange => {
    const reply = await converse(exchange, 'Converse');
    if (reply instanceof Uint8Array) {
      throw new TypeError('Only a stream can be answered with bytes.');
    }
    sendJson(exchange.response, 200, converseResponse(reply));
  },
  ConverseStream: async exchange => {
    const { host, record, response, behaviour, closed } = exchange;
    const reply = await converse(exchange, 'ConverseStream');
    response.writeHead(200, { 'content-type': 'application/vnd.amazon.eventstream' });
    record.status = 200;
    host.log.changed(record);
    await sendStream(response, reply, behaviour, closed);
  },
  Unknown: () => {
    throw new Refusal(404, 'UnknownOperationException', 'Unknown operation', 'front');
  },
};

function list(answer: (lists: ModelLists, query: Query) => object) {
  return ({ host, record, response }: Exchange) =>
    sendJson(response, 200, answer(host.service.lists, record.query));
}

export function bedrockServer(host: Host, tls?: ServerCertificate): Server | TlsServer {
  const connections = new WeakMap<Socket, number>();
  let count = 0;
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    void serve(host, connections.get(request.socket) ?? 0, request, response);
  };
  const server = tls ? createTlsServer(tls, handle) : createServer(handle);
  server.on(tls ? 'secureConnection' : 'connection', (socket: Socket) => connections.set(socket, ++count));
  return server;
}

async function serve(
  host: Host,
  connection: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const record = recordOf(request, connection, host.log.inFlight);
  const behaviour = host.nextBehaviour(record.operation);
  const closed = recordEnd(host.log, record, response, behaviour);
  host.log.add(record);
  try {
    await respond({ host, record, request, response, behaviour, closed });
  } catch (error) {
    const refusal =
      error instanceof Refusal ? error : new Refusal(500, 'InternalServerException', String(error));
    record.errorType = refusal.type;
    sendRefusal(response, refusal);
  }
  record.status = response.headersSent ? response.statusCode : 0;
}

async function respond(exchange: Exchange): Promise<void> {
  const { host, record, request, response, behaviour } = exchange;
  response.setHeader('x-amzn-requestid', randomUUID());
  response.setHeader('date', new Date(host.now()).toUTCString());
  const body = await buffer(request);
  record.body = parse(body);
  host.log.changed(record);

  await holdBack(exchange);
  if (response.destroyed) {
    return;
  }
  if (behaviour.reset) {
    request.socket.resetAndDestroy();
    return;
  }
  if (behaviour.html) {
    sendHtml(response, behaviour.html);
    return;
  }
  if (behaviour.raw) {
    await sendRaw(response, behaviour.raw, exchange.closed);
    return;
  }
  if (behaviour.refuse) {
    throw new Refusal(behaviour.refuse.status, behaviour.refuse.type, behaviour.refuse.message);
  }
  const query = request.url?.split('?')[1] ?? '';
  authenticate({ ...record, query, body }, host.credentials, new Date(host.now()));
  await operations[record.operation](exchange);
}

/** Has the request judged the way the service does, and gives what the model answers. */
async function converse(exchange: Exchange, operation: Operation): Promise<Reply | Uint8Array> {
  const { host, record, behaviour } = exchange;
  const { modelId = '' } = record;
  const { body, model } = checkRequest(
    record.body,
    operation,
    () => invokedModel(modelId, operation, host.service),
    host.signed,
  );
  const usage = host.promptCache.take(model.modelId, body, model.family);
  const request = { modelId, foundationModelId: model.modelId, body, operation };
  const reply = behaviour.reply ?? (await host.answer(request));
  if (reply instanceof Uint8Array) {
    return reply;
  }
  host.signed.remember(reply, model.modelId, body);
  if (!usage) {
    return reply;
  }
  record.cache = usage;
  return reply.usage ? reply : { ...reply, usage: { outputTokens: 40, ...usage } };
}

async function holdBack({ host, behaviour, closed }: Exchange): Promise<void> {
  const milliseconds = host.latencyMs + (behaviour.delayMs ?? 0);
  if (milliseconds > 0) {
    await Promise.race([setTimeout(milliseconds, undefined, { ref: false }), closed]);
  }
  await Promise.race([behaviour.until, closed]);
}

function recordOf(request: IncomingMessage, connection: number, inFlight: number): RecordedRequest {
  const { pathname: path, searchParams } = new URL(request.url ?? '', 'http://localhost');
  const { method = '', headers } = request;
  const accessKeyId = accessKeyIdOf(headers.authorization);
  return {
    ...route(method, path),
    method,
    path,
    query: Object.fromEntries(searchParams),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    connection,
    inFlightWhenStarted: inFlight,
    auth: authScheme(headers.authorization),
    ...(accessKeyId !== undefined && { accessKeyId }),
    status: 0,
    closedByClient: false,
    finished: false,
  };
}

function recordEnd(
  log: RequestLog,
  record: RecordedRequest,
  response: ServerResponse,
  { reset, cut }: Behaviour,
): Promise<void> {
  return new Promise(resolve => {
    response.on('close', () => {
      record.closedByClient = !response.writableFinished && !reset && !cut;
      record.finished = true;
      log.changed(record);
      resolve();
    });
  });
}

/** Undefined for what is no JSON, which the service refuses as it does a body of the wrong form. */
function parse(body: Buffer): ConverseBody | undefined {
  try {
    return JSON.parse(body.toString()) as ConverseBody;
  } catch {
    return undefined;
  }
}
