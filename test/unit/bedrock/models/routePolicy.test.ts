import assert from 'node:assert/strict';
import type { Route } from '../../../../src/bedrock/models/bedrockModel.ts';
import { type RoutePolicy, underPolicy } from '../../../../src/bedrock/models/routePolicy.ts';
import { ONE } from '../../openclaw/edits/plans.ts';

const route = (id: string, kind: Route['kind'], reach: Route['reach']): Route => ({
  kind,
  id,
  reach,
  label: id,
  regions: [],
});
const here = route('here', 'on-demand', 'region');
const us = route('us', 'profile', 'geography');
const team = route('team', 'application', 'geography');
const global = route('global', 'profile', 'global');

describe('route policy', () => {
  const cases: Record<RoutePolicy, [routes: [Route, ...Route[]], left: string[] | undefined][]> = {
    auto: [
      [
        [here, us, global],
        ['here', 'us', 'global'],
      ],
      [[global], ['global']],
    ],
    regional: [
      [
        [here, us, team, global],
        ['here', 'us', 'team'],
      ],
      [[us, global], ['us']],
      [[global], undefined],
    ],
    global: [
      [
        [here, us, global],
        ['global', 'here', 'us'],
      ],
      [
        [here, us],
        ['here', 'us'],
      ],
    ],
    'on-demand': [
      [[here, us, global], ['here']],
      [[us, global], undefined],
    ],
  };
  for (const [policy, its] of Object.entries(cases)) {
    for (const [routes, left] of its) {
      it(`${policy}: of ${routes.map(({ id }) => id).join(', ')} leaves ${left?.join(', ') ?? 'none'}`, () => {
        const model = underPolicy({ ...ONE, routes }, policy as RoutePolicy);
        assert.deepEqual(
          model?.routes.map(({ id }) => id),
          left,
        );
      });
    }
  }

  it('leaves the model as it was', () => {
    const model = { ...ONE, routes: [here, us, global] as const };
    underPolicy(model, 'global');
    assert.deepEqual(model.routes, [here, us, global]);
  });
});
