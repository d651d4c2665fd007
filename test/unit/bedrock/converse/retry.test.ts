import assert from 'node:assert/strict';
import { nextTry, type Try } from '../../../../src/bedrock/converse/retry.ts';
import type { BedrockModel, Route } from '../../../../src/bedrock/models/bedrockModel.ts';
import type { Problem, ProblemCode } from '../../../../src/problem.ts';

const route = (id: string): Route => ({ kind: 'profile', id, reach: 'geography', label: id, regions: [] });
const routes = [route('on-demand'), route('eu'), route('global')] as const;
const model = { routes } as unknown as BedrockModel;
const first: Try = { route: routes[0], caching: true, reasoning: true, waits: 0 };
const problem = (code: ProblemCode, details = ''): Problem => ({
  code,
  title: '',
  explanation: '',
  fixes: [],
  details,
});

/** The waits, in milliseconds, for a problem that does not go away. */
function waits(code: ProblemCode): number[] {
  const found: number[] = [];
  for (let tried = first; ;) {
    const after = nextTry(tried, problem(code), model);
    if (!after) return found;
    found.push(after.delay);
    tried = after.next;
  }
}

describe('what is tried next', () => {
  it('waits longer each time for a service that is busy or out of reach, and then gives up', () => {
    for (const [code, times, least] of [
      ['throttled', 5, 1_000],
      ['service-error', 3, 500],
      ['unreachable', 3, 500],
      ['stream-cut', 3, 500],
      ['stream-damaged', 1, 500],
    ] as const) {
      const found = waits(code);
      assert.equal(found.length, times, code);
      for (const [at, delay] of found.entries()) {
        const usual = least * 2 ** at;
        assert.ok(delay >= usual * 0.75 && delay <= usual * 1.25, `${code} ${delay}`);
      }
    }
  });

  it('is nothing where it could not help', () => {
    for (const code of [
      'quota-used-up',
      'stream-silent',
      'permission-missing',
      'model-access',
      'request-refused',
    ] as const) {
      assert.deepEqual(waits(code), []);
    }
  });

  it('is the next route of the model, in their order, once each', () => {
    const second = nextTry(first, problem('model-needs-profile'), model)?.next;
    assert.equal(second?.route, routes[1]);
    assert.equal(
      nextTry(second, problem('model-needs-profile'), { routes: [routes[0], routes[1]] } as never),
      undefined,
    );
  });

  it('is never a route that leaves the geography, unless the one before did', () => {
    const far = { ...route('global'), reach: 'global' } as const;
    const refused = problem('model-needs-profile');
    assert.equal(nextTry(first, refused, { routes: [routes[0], far] } as never), undefined);
    assert.equal(
      nextTry(first, refused, { routes: [routes[0], far, routes[1]] } as never)?.next.route,
      routes[1],
    );
    const global = { ...first, route: far };
    assert.equal(nextTry(global, refused, { routes: [far, routes[1]] } as never)?.next.route, routes[1]);
  });

  it('leaves out once what was refused', () => {
    const noReasoning = nextTry(first, problem('reasoning-refused'), model);
    assert.deepEqual(noReasoning, { next: { ...first, reasoning: false }, delay: 0 });
    assert.equal(nextTry(noReasoning.next, problem('reasoning-refused'), model), undefined);
    const noCaching = nextTry(noReasoning.next, problem('caching-refused'), model);
    assert.deepEqual(noCaching?.next, { ...first, reasoning: false, caching: false });
    assert.equal(nextTry(noCaching.next, problem('caching-refused'), model), undefined);
  });

  it('asks for a shorter answer where the service says how much room there is', () => {
    const text =
      'input length and `max_tokens` exceed context limit: 190000 + 64000 > 200000, decrease input length';
    const shorter = nextTry(first, problem('context-overflow', text), model);
    assert.equal(shorter?.next.maxTokens, 10_000);
    assert.equal(nextTry(shorter.next, problem('context-overflow', text), model), undefined);
    const open =
      "'max_tokens' is too large: 32768. This model's maximum context length is 131072 tokens and your request has 110000 input tokens (32768 > 131072 - 110000)";
    assert.equal(nextTry(first, problem('context-overflow', open), model)?.next.maxTokens, 21_072);
    const limit = 'The maximum tokens you requested exceeds the model limit of 4096. Try again with';
    assert.equal(nextTry(first, problem('request-refused', limit), model)?.next.maxTokens, 4_096);
    assert.equal(
      nextTry(
        first,
        problem('context-overflow', 'prompt is too long: 210000 tokens > 200000 maximum'),
        model,
      ),
      undefined,
    );
    assert.equal(
      nextTry(first, problem('context-overflow', 'limit: 210000 + 64000 > 200000'), model),
      undefined,
    );
  });
});
