/**
 * A proxy in front of Bedrock, as LiteLLM is one: it lists its models to those with a key of its own. As LiteLLM's, its
 * refusals repeat a part of the key, which nobody may show or log.
 */
import { setTimeout as wait } from 'node:timers/promises';
import {
  json,
  type LocalAnswer,
  type LocalRequest,
  type LocalServer,
  startLocalServer,
} from './aws/localServer.ts';
import type { ServerCertificate } from './bedrock/listen.ts';

export const PROXY_KEY = 'sk-simulated-4f1d2c3b5a69788796a5b4c3';

/** What LiteLLM's list holds for models of Bedrock: ids of the company's own, and what is none to talk to. */
export const PROXY_MODELS = [
  'claude-sonnet-4-5',
  'bedrock/us.amazon.nova-pro-v1:0',
  'house-model',
  'titan-embed-text-v2',
  'bedrock/*',
];

export interface OpenAiProxyOptions {
  /** Demanded from everybody; null: none is. */
  readonly key?: string | null;
  readonly models?: readonly string[];
  /** Where its API begins. Everything else is answered like a page or not at all. */
  readonly base?: string;
  readonly tls?: ServerCertificate;
}

export interface OpenAiProxy extends LocalServer {
  readonly baseUrl: string;
  /** Its answer to everything from now on; undefined: as by itself. */
  answerWith(answer: LocalAnswer | ((request: LocalRequest) => LocalAnswer) | 'never' | undefined): void;
}

export const SIGN_IN_PAGE: LocalAnswer = {
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: '<!doctype html>\n<html><title>Sign in</title><body>Sign in to Example Corp</body></html>\n',
};

export async function startOpenAiProxy({
  key = PROXY_KEY,
  models = PROXY_MODELS,
  base = '/v1',
  tls,
}: OpenAiProxyOptions = {}): Promise<OpenAiProxy> {
  let instead: Parameters<OpenAiProxy['answerWith']>[0];
  const closing = new AbortController();
  const server = await startLocalServer(
    async request => {
      if (instead === 'never') await wait(600_000, undefined, { signal: closing.signal });
      if (typeof instead === 'function') return instead(request);
      if (typeof instead === 'object') return instead;
      if (request.path !== `${base}/models`) return json(404, { detail: 'Not Found' });
      const given = request.headers['authorization'];
      if (key !== null && given !== `Bearer ${key}`) return refusal(given);
      return json(200, { data: models.map(asListed), object: 'list' });
    },
    { tls },
  );
  return {
    ...server,
    baseUrl: `${server.url}${base}`,
    answerWith: answer => (instead = answer),
    close: () => {
      closing.abort();
      return server.close();
    },
  };
}

function asListed(id: string) {
  return { id, object: 'model', created: 1_677_610_602, owned_by: 'openai' };
}

function refusal(given: string | undefined): LocalAnswer {
  const key = given?.replace(/^Bearer /, '');
  const message = key
    ? `Authentication Error, Invalid proxy server token passed. Received API Key = ${key}, Key Hash (Token) = 0f1e`
    : 'Authentication Error, No api key passed in.';
  return json(401, { error: { message, type: 'auth_error', param: 'None', code: '401' } });
}
