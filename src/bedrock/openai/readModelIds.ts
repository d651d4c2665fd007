/** Asks a server that speaks OpenAI's API which models it has. The key goes to that server alone, and nowhere else. */
import type { Readable } from 'node:stream';
import { type Problem, ProblemError } from '../../problem.ts';
import type { Connection } from '../connection/connection.ts';
import { type Network, NetworkHandler } from '../network.ts';
import { failureOf } from '../problems.ts';
import { baseUrlOf, baseUrlProblem, isUnencrypted } from './baseUrl.ts';
import { modelIds } from './modelIds.ts';
import {
  failed,
  keyMissing,
  keyUnusable,
  noModels,
  notAList,
  notThere,
  refused,
  sentElsewhere,
} from './problems.ts';

export interface Asked {
  readonly baseUrl: string;
  readonly key?: string | undefined;
  /** Whose authorities and environment count for the way to it. */
  readonly connection: Connection;
  readonly network: () => Network;
  readonly signal?: AbortSignal;
}

/** What it has, or what is in the way, with the base URL at which there is a list instead. */
export type Listed =
  { readonly ids: readonly string[] } | { readonly problem: Problem; readonly elsewhere?: string };

/** Milliseconds for the whole of an answer. */
const TIME_LIMIT = 20_000;
/** Characters: lists of thousands of models stay far below. */
const SIZE_LIMIT = 5_000_000;

/** Throws only what `signal` is aborted with. */
export async function readModelIds(asked: Asked): Promise<Listed> {
  const handler = new NetworkHandler(asked.connection, asked.network, TIME_LIMIT);
  try {
    const listed = await readAt(asked.baseUrl, asked, handler);
    if ('ids' in listed || listed.status !== 404) return listed;
    // What people give is often the address without the version.
    const versioned = `${asked.baseUrl}/v1`;
    const isVersioned = /\/v\d+\w*$/.test(asked.baseUrl);
    const other = isVersioned ? listed : await readAt(versioned, asked, handler);
    const isThere = 'ids' in other || /^(credentials-refused|key-missing)$/.test(other.problem.code);
    return isThere ? { problem: listed.problem, elsewhere: versioned } : { problem: listed.problem };
  } finally {
    handler.destroy();
  }
}

type Answered = Listed & { readonly status?: number };

async function readAt(
  baseUrl: string,
  { key, network, signal }: Asked,
  handler: NetworkHandler,
): Promise<Answered> {
  if (key !== undefined && !/^[\x21-\x7e]+$/.test(key)) return { problem: keyUnusable() };
  const timeout = AbortSignal.timeout(TIME_LIMIT);
  const signals = AbortSignal.any([timeout, ...(signal ? [signal] : [])]);
  try {
    const { status, location, text } = await get(`${baseUrl}/models`, key, handler, signals);
    return judged(baseUrl, { status, location, text, hasKey: key !== undefined });
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof ProblemError) return { problem: error.problem };
    return {
      problem: failed(baseUrl, failureOf(error), { isLate: timeout.aborted, strict: network().strictTls }),
    };
  }
}

interface Answer {
  readonly status: number;
  /** Where it sends on to. */
  readonly location: string | undefined;
  readonly text: string;
}

/**
 * One request: what it is sent on to is not asked, since the key is not meant for that. Of the SDK's class for requests
 * nothing but these members is read.
 */
async function get(
  url: string,
  key: string | undefined,
  handler: NetworkHandler,
  abortSignal: AbortSignal,
): Promise<Answer> {
  const { protocol, hostname, port, pathname } = new URL(url);
  const { response } = await handler.handle(
    {
      method: 'GET',
      protocol,
      hostname,
      ...(port && { port: Number(port) }),
      path: pathname,
      query: {},
      headers: {
        host: new URL(url).host,
        accept: 'application/json',
        'user-agent': 'openclaw-bedrock',
        ...(key !== undefined && { authorization: `Bearer ${key}` }),
      },
    } as unknown as Parameters<NetworkHandler['handle']>[0],
    { abortSignal },
  );
  const {
    statusCode: status,
    headers,
    body,
  } = response as {
    statusCode: number;
    headers: Record<string, string>;
    body: Readable;
  };
  return { status, location: headers['location'], text: await read(body, abortSignal) };
}

async function read(body: Readable, signal: AbortSignal): Promise<string> {
  const stop = () => body.destroy(signal.reason as Error);
  signal.addEventListener('abort', stop, { once: true });
  try {
    signal.throwIfAborted();
    let text = '';
    for await (const chunk of body.setEncoding('utf8')) {
      text += chunk as string;
      // Cut off, it is no JSON, and no list.
      if (text.length > SIZE_LIMIT) break;
    }
    return text;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** What it answered is neither shown nor logged: a refusal can hold parts of the key. */
function judged(
  baseUrl: string,
  { status, location, text, hasKey }: Answer & { readonly hasKey: boolean },
): Answered {
  if (status === 401 || status === 403)
    return { problem: hasKey ? refused(baseUrl, status) : keyMissing(baseUrl) };
  if (status >= 300 && status < 400) return elsewhere(baseUrl, location);
  if (status === 404 || status === 405) return { status: 404, problem: notThere(baseUrl) };
  if (status !== 200) return { problem: failed(baseUrl, { status }) };
  const ids = modelIds(parsed(text));
  if (!ids) return { problem: notAList(baseUrl, /^\s*</.test(text)) };
  return ids.length > 0 ? { ids } : { problem: noModels(baseUrl) };
}

function elsewhere(baseUrl: string, location: string | undefined): Answered {
  const target = location !== undefined && URL.canParse(location, `${baseUrl}/models`);
  const to = target ? new URL(location, `${baseUrl}/models`).href : undefined;
  // Only what is the list of another base again, and not a page to sign in at.
  const base = to && /\/models\/?$/.test(to) && !baseUrlProblem(to) ? baseUrlOf(to) : undefined;
  const other = base && (!isUnencrypted(base) || isUnencrypted(baseUrl)) ? base : undefined;
  return {
    problem: sentElsewhere(baseUrl, to && new URL(to).origin),
    ...(other && other !== baseUrl && { elsewhere: other }),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
