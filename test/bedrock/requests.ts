/** The record of what reached the simulator, which tests read and wait on. */
import type { CacheUsage } from './promptCache.ts';

export type Operation =
  | 'ListFoundationModels'
  /** Of AWS's profiles as of those that somebody made. */
  | 'ListInferenceProfiles'
  | 'ListProvisionedModelThroughputs'
  | 'ListImportedModels'
  | 'ListPromptRouters'
  | 'GetFoundationModelAvailability'
  | 'Converse'
  | 'ConverseStream';

/** What a list of models that nothing is known of yet asks for, in alphabetical order. */
export const COLD_LIST: readonly Operation[] = [
  'ListFoundationModels',
  'ListImportedModels',
  'ListInferenceProfiles',
  'ListInferenceProfiles',
  'ListPromptRouters',
  'ListProvisionedModelThroughputs',
];

export interface RecordedRequest {
  readonly operation: Operation | 'Unknown';
  readonly method: string;
  /** As it came over the wire, percent-encoded. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** Percent-decoded. */
  readonly modelId?: string;
  /** The number of the connection it came over, from 1: equal numbers mean it was kept alive. */
  readonly connection: number;
  /** How many other requests were being answered when this one arrived. */
  readonly inFlightWhenStarted: number;
  readonly auth: 'sigv4' | 'bearer' | 'none';
  /** Whose signature it claims to carry. */
  readonly accessKeyId?: string;
  body?: unknown;
  /** 0 until the head of the answer is on its way. */
  status: number;
  errorType?: string;
  /** Tokens by the prompt cache, for a request with cache points. */
  cache?: CacheUsage;
  /** The client closed the connection before it had the whole answer. */
  closedByClient: boolean;
  /** The answer is over, one way or the other. */
  finished: boolean;
}

/** Keeps the requests in order of arrival and tells who waits when one of them changes. */
export class RequestLog<Request extends { readonly finished: boolean } = RecordedRequest> {
  readonly requests: Request[] = [];
  readonly #watchers = new Set<(request: Request) => void>();

  get inFlight(): number {
    return this.requests.filter(request => !request.finished).length;
  }

  /** Calls `watcher` whenever a request arrives or changes; returns what ends that. */
  watch(watcher: (request: Request) => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  add(request: Request): void {
    this.requests.push(request);
    this.changed(request);
  }

  changed(request: Request): void {
    for (const watcher of [...this.#watchers]) {
      watcher(request);
    }
  }

  /** The first request, past or future, that satisfies the predicate. */
  waitFor(predicate: (request: Request) => boolean): Promise<Request> {
    const known = this.requests.find(predicate);
    if (known) {
      return Promise.resolve(known);
    }
    return new Promise(resolve => {
      const stop = this.watch(request => {
        if (predicate(request)) {
          stop();
          resolve(request);
        }
      });
    });
  }
}
