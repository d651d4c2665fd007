/**
 * A simulated Amazon Bedrock for tests: wire-true over HTTP/1.1, and as strict as the real service about
 * signatures, models and conversations. The files beside this one are the rooms behind it.
 */
import type { Issuer } from '../aws/issuer.ts';
import { defaultAnswer, type Answer } from './answers.ts';
import { withoutAccess, type Availabilities } from './availability.ts';
import type { Behaviour } from './behaviours.ts';
import { closeServer, listen, type ServerCertificate } from './listen.ts';
import { modelLists, type ModelLists } from './lists.ts';
import { PromptCache } from './promptCache.ts';
import { RequestLog, type Operation, type RecordedRequest } from './requests.ts';
import { bedrockServer, type Host } from './server.ts';
import { SignedReasoning } from './signedReasoning.ts';
import type { SigningKey } from './sigv4.ts';

export type { Answer, AnswerRequest } from './answers.ts';
export type { Behaviour } from './behaviours.ts';
export type { Operation, RecordedRequest } from './requests.ts';
export type { Reply, ReplyBlock } from './reply.ts';
export { encodeReply } from './stream.ts';

export interface BedrockOptions {
  /** Default `us-east-1`. */
  region?: string;
  /** Default 0: any that is free. */
  port?: number;
  /** The arrays that the list operations return, e.g. recorded ones. Default: the simulator's own. */
  lists?: OwnLists;
  /** Access key id -> secret. Default: one pair. */
  accessKeys?: Record<string, string>;
  /** Access key id -> the session token that must come with it. */
  sessionTokens?: Record<string, string>;
  /** Amazon Bedrock API keys. Default: one. */
  bearerKeys?: string[];
  /** Whose temporary keys are accepted too, as long as they are valid. */
  issuer?: Issuer;
  /** Serves HTTPS with this certificate. */
  tls?: ServerCertificate;
  /** Foundation models whose terms nobody accepted: their invocation is refused for lack of model access. */
  noAccess?: string[];
  /** Whatever else keeps the account from foundation models, by their ids. */
  availability?: Availabilities;
}

/** Summaries in the service's form. What is left out is empty: most accounts made and bought nothing. */
export interface OwnLists {
  foundationModels: object[];
  /** AWS's, and those of type `APPLICATION`. */
  inferenceProfiles: object[];
  provisionedThroughputs?: object[];
  importedModels?: object[];
  promptRouters?: object[];
}

export interface Bedrock {
  readonly url: string;
  /** The environment that makes an AWS SDK or CLI use the simulator, with whatever credentials it finds. */
  readonly endpointEnv: Record<string, string>;
  /** The same with the simulator's first access key, and no instance to ask for others. */
  readonly env: Record<string, string>;
  /** The same with its first API key in place of the access key. */
  readonly bearerEnv: Record<string, string>;
  /** In order of arrival. */
  readonly requests: readonly RecordedRequest[];
  answer: Answer;
  /** Added to every request. */
  latencyMs: number;
  /** Milliseconds by which the service's clock is ahead of this machine's. */
  clockAhead: number;
  /** The next requests of the operation behave like this, one each, in order. */
  script(operation: Operation, ...behaviours: Behaviour[]): void;
  /** Forgets behaviours that no request came for. */
  unscript(): void;
  /** The first request, past or future, that satisfies the predicate; tried again whenever one changes. */
  waitFor(predicate: (request: RecordedRequest) => boolean): Promise<RecordedRequest>;
  /** Calls back whenever a request arrives or changes; returns what ends that. */
  watch(watcher: (request: RecordedRequest) => void): () => void;
  close(): Promise<void>;
}

/** The access key that a simulator takes when it is told of no others. */
export const simulatedAccessKey = {
  AWS_ACCESS_KEY_ID: 'AKIASIMULATEDBEDROCK',
  AWS_SECRET_ACCESS_KEY: 'simulated-secret-access-key',
};
const defaultAccessKeys = {
  [simulatedAccessKey.AWS_ACCESS_KEY_ID]: simulatedAccessKey.AWS_SECRET_ACCESS_KEY,
};
const defaultBearerKeys = ['ABSKsimulatedBedrockApiKey'];

export async function startBedrock(options: BedrockOptions = {}): Promise<Bedrock> {
  const { region = 'us-east-1', noAccess = [], issuer, tls } = options;
  const { accessKeys = defaultAccessKeys, sessionTokens = {}, bearerKeys = defaultBearerKeys } = options;
  const lists = options.lists ? whole(options.lists) : modelLists(region);
  const availability = { ...byId(noAccess), ...options.availability };
  const log = new RequestLog();
  const scripts = new Map<string, Behaviour[]>();

  const state = { answer: defaultAnswer, latencyMs: 0, clockAhead: 0 };
  const key = (id: string): SigningKey | undefined => {
    const secret = accessKeys[id];
    return secret === undefined ? issuer?.signingKey(id) : { secret, sessionToken: sessionTokens[id] };
  };
  const host: Host = {
    service: { region, lists, availability },
    credentials: { service: 'bedrock', region, key, bearerKeys },
    log,
    signed: new SignedReasoning(),
    promptCache: new PromptCache(),
    get answer() {
      return state.answer;
    },
    get latencyMs() {
      return state.latencyMs;
    },
    now: () => Date.now() + state.clockAhead,
    nextBehaviour: operation => scripts.get(operation)?.shift() ?? {},
  };
  const server = bedrockServer(host, tls);

  const url = `${tls ? 'https' : 'http'}://127.0.0.1:${await listen(server, options.port)}`;
  const endpointEnv = {
    AWS_ENDPOINT_URL_BEDROCK: url,
    AWS_ENDPOINT_URL_BEDROCK_RUNTIME: url,
    AWS_REGION: region,
  };
  const only = { ...endpointEnv, AWS_EC2_METADATA_DISABLED: 'true' };
  const [keyId = '', secret = ''] = Object.entries(accessKeys)[0] ?? [];
  const token = sessionTokens[keyId];

  return Object.assign(state, {
    url,
    endpointEnv,
    env: {
      ...only,
      AWS_ACCESS_KEY_ID: keyId,
      AWS_SECRET_ACCESS_KEY: secret,
      ...(token !== undefined && { AWS_SESSION_TOKEN: token }),
    },
    bearerEnv: { ...only, AWS_BEARER_TOKEN_BEDROCK: bearerKeys[0] ?? '' },
    requests: log.requests,
    script: (operation: Operation, ...behaviours: Behaviour[]) => {
      scripts.set(operation, [...(scripts.get(operation) ?? []), ...behaviours]);
    },
    unscript: () => scripts.clear(),
    waitFor: (predicate: (request: RecordedRequest) => boolean) => log.waitFor(predicate),
    watch: (watcher: (request: RecordedRequest) => void) => log.watch(watcher),
    close: () => closeServer(server),
  });
}

function whole(lists: OwnLists): ModelLists {
  return { provisionedThroughputs: [], importedModels: [], promptRouters: [], ...lists } as ModelLists;
}

function byId(noAccess: readonly string[]): Availabilities {
  return Object.fromEntries(noAccess.map(id => [id, withoutAccess]));
}
