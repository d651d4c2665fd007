/** The requests that reach the simulator, with the time of their arrival. */
import type { Bedrock, RecordedRequest } from '../bedrock/bedrock.ts';

export interface Arrival {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly request: RecordedRequest;
}

export class Traffic {
  readonly #arrivals = new Map<RecordedRequest, Arrival>();

  constructor(bedrock: Bedrock) {
    bedrock.watch(request => {
      if (!this.#arrivals.has(request)) this.#arrivals.set(request, { at: Date.now(), request });
    });
  }

  /** What arrived since the last call. */
  take(): Arrival[] {
    const taken = [...this.#arrivals.values()];
    this.#arrivals.clear();
    return taken;
  }
}

/** Whether a request is the extension's own, and not one of what it is compared with. */
export function isOurs({ request }: Arrival): boolean {
  return request.headers['user-agent']?.includes('openclaw-bedrock') ?? false;
}
