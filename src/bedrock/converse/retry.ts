/** What to try next when a request for an answer fails before anything of it came. */
import type { Problem } from '../../problem.ts';
import type { BedrockModel, Route } from '../models/bedrockModel.ts';

/** One try at an answer. */
export interface Try {
  readonly route: Route;
  readonly caching: boolean;
  readonly reasoning: boolean;
  /** Tokens; where the service has said how many there is room for. */
  readonly maxTokens?: number;
  /** How often the service was busy or out of reach so far. */
  readonly waits: number;
}

export interface Next {
  readonly next: Try;
  /** Milliseconds to wait before it; 0 for a request that is mended. */
  readonly delay: number;
}

/** How often to wait for what, and how long the first time, in milliseconds; each wait is twice the one before. */
const WAITS: Readonly<Partial<Record<Problem['code'], { readonly most: number; readonly first: number }>>> = {
  throttled: { most: 5, first: 1_000 },
  'service-error': { most: 3, first: 500 },
  unreachable: { most: 3, first: 500 },
  'stream-cut': { most: 3, first: 500 },
  // Each try is paid for, and what changes answers mostly changes them all.
  'stream-damaged': { most: 1, first: 500 },
};

/** What could go well after `problem`; undefined where nothing could. Each mend is tried once. */
export function nextTry(tried: Try, problem: Problem, { routes }: BedrockModel): Next | undefined {
  const wait = WAITS[problem.code];
  if (wait) {
    if (tried.waits >= wait.most) return undefined;
    // Those that were refused together should not come back together.
    const delay = wait.first * 2 ** tried.waits * (0.75 + Math.random() / 2);
    return { next: { ...tried, waits: tried.waits + 1 }, delay };
  }
  const mended = mend(tried, problem, routes);
  return mended && { next: mended, delay: 0 };
}

function mend(tried: Try, { code, details = '' }: Problem, routes: readonly Route[]): Try | undefined {
  switch (code) {
    case 'model-needs-profile': {
      // Nobody's words leave a geography because of a refusal: who wants that has a route policy for it.
      const isNear = (route: Route) => route.reach !== 'global' || tried.route.reach === 'global';
      const route = routes.slice(routes.findIndex(({ id }) => id === tried.route.id) + 1).find(isNear);
      return route && { ...tried, route };
    }
    case 'reasoning-refused':
      return tried.reasoning ? { ...tried, reasoning: false } : undefined;
    case 'caching-refused':
      return tried.caching ? { ...tried, caching: false } : undefined;
    case 'request-refused':
    case 'context-overflow': {
      const maxTokens = roomLeft(details);
      return maxTokens !== undefined && tried.maxTokens === undefined ? { ...tried, maxTokens } : undefined;
    }
    default:
      return undefined;
  }
}

/**
 * Claude: "input length and `max_tokens` exceed context limit: 190000 + 64000 > 200000". Open models: "(32768 > 131072 -
 * 110000)". Others: "The maximum tokens you requested exceeds the model limit of 4096".
 */
function roomLeft(text: string): number | undefined {
  const [, input, window] = /(\d+) \+ \d+ > (\d+)/.exec(text) ?? [];
  const [, whole, taken] = /\d+ > (\d+) - (\d+)/.exec(text) ?? [];
  const [, limit] = /exceeds the model limit of (\d+)/.exec(text) ?? [];
  const room = limit === undefined ? Number(window ?? whole) - Number(input ?? taken) : Number(limit);
  return room > 0 ? room : undefined;
}
