/** OpenClaw's gateway: where its config says that it listens, and whether it answers there. */
import { get as getHttp } from 'node:http';
import { get as getHttps } from 'node:https';
import type { Environment } from './environment.ts';
import { isObject, type JsonObject, type JsonValue, valueAt } from './jsonValue.ts';

export interface Gateway {
  readonly port: number;
  readonly isTls: boolean;
  /** The host of another machine, where this one only uses a gateway there; blank when the config names none. */
  readonly remote: string | undefined;
}

/** What answers there: OpenClaw, another server, or nothing. */
export type GatewayAnswer = 'gateway' | 'something-else' | 'nothing';

const DEFAULT_PORT = 18789;
/** Milliseconds. */
const TIME_LIMIT = 2_000;
/** Bytes of an answer that is worth reading; what OpenClaw says of its health is short. */
const LARGEST_ANSWER = 10_000;

/** The environment is OpenClaw's; its port goes before the config's. */
export function gatewayOf(config: JsonObject | undefined, environment: Environment): Gateway {
  const port = valueAt(config, ['gateway', 'port']);
  const isRemote = valueAt(config, ['gateway', 'mode']) === 'remote';
  return {
    port: portIn(environment['OPENCLAW_GATEWAY_PORT']) ?? (isPort(port) ? port : DEFAULT_PORT),
    isTls: valueAt(config, ['gateway', 'tls', 'enabled']) === true,
    remote: isRemote ? hostOf(valueAt(config, ['gateway', 'remote', 'url'])) : undefined,
  };
}

/**
 * Asks for its health, on this machine's loopback address, where every gateway listens. That takes no
 * authentication, and none is sent.
 */
export function askGateway(
  { port, isTls }: Gateway,
  signal: AbortSignal,
  timeLimit = TIME_LIMIT,
): Promise<GatewayAnswer> {
  const { promise, resolve } = Promise.withResolvers<GatewayAnswer>();
  const options = {
    host: '127.0.0.1',
    port,
    path: '/healthz',
    agent: false,
    signal: AbortSignal.any([signal, AbortSignal.timeout(timeLimit)]),
    // The certificate is one that the gateway made for itself, and nothing is told to it.
    rejectUnauthorized: false,
  };
  let hasConnected = false;
  const request = (isTls ? getHttps : getHttp)(options, response => {
    let text = '';
    const isOver = () => text.length > LARGEST_ANSWER && response.destroy();
    response.setEncoding('utf8').on('data', (chunk: string) => ((text += chunk), isOver()));
    response.on('close', () => resolve(isHealth(text) ? 'gateway' : 'something-else'));
    response.on('error', () => undefined);
  });
  request.on('socket', socket => socket.once('connect', () => (hasConnected = true)));
  request.on('error', () => resolve(hasConnected ? 'something-else' : 'nothing'));
  return promise;
}

/** `{"ok":true,"status":"live"}`; older versions answer with the page of their control panel. */
function isHealth(text: string): boolean {
  try {
    const said = JSON.parse(text) as JsonValue;
    return isObject(said) && said['ok'] === true && typeof said['status'] === 'string';
  } catch {
    return /<title>[^<]*OpenClaw/i.test(text);
  }
}

/** As OpenClaw reads it: a number, or what follows the colon of `host:port`. */
function portIn(text: string | undefined): number | undefined {
  const [, digits] = /^(?:[^:\s]+:|\[[^\]]+\]:)?(\d+)$/.exec(text?.trim() ?? '') ?? [];
  const port = Number(digits);
  return isPort(port) ? port : undefined;
}

function isPort(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) > 0 && (value as number) < 65_536;
}

/** Without what a URL may carry of secrets. */
function hostOf(url: JsonValue | undefined): string {
  return typeof url === 'string' && URL.canParse(url) ? new URL(url).host : '';
}
