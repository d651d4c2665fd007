import assert from 'node:assert/strict';
import { planDiscovery } from '../../../../src/openclaw/edits/discovery.ts';
import { dependsOnVersion, editsOf, type Plan } from '../../../../src/openclaw/edits/plan.ts';
import { planPrimary } from '../../../../src/openclaw/edits/primaryModel.ts';
import { layoutOf } from '../../../../src/openclaw/layout.ts';
import { around } from '../planned.ts';

const edit = (name: string) => ({ path: [name], value: true });
const plan = (...consents: Plan['related'][number]['consent'][]): Plan => ({
  edits: [edit('asked')],
  related: consents.map(consent => ({ text: consent, edits: [edit(consent)], consent })),
  warnings: [],
});

describe('the edits of a plan', () => {
  const names = (its: Plan, ...agreed: string[]) =>
    editsOf(its, ({ text }) => agreed.includes(text)).map(({ path }) => path[0]);

  it('are those asked for, then what is agreed to', () => {
    assert.deepEqual(names(plan('implied', 'optional')), ['asked']);
    assert.deepEqual(names(plan('implied', 'optional'), 'optional'), ['asked', 'optional']);
    assert.deepEqual(names(plan('optional', 'implied'), 'implied', 'optional'), [
      'asked',
      'optional',
      'implied',
    ]);
  });

  it('begin with what the others build on, where that is agreed to', () => {
    const its = plan('implied', 'optional');
    const first = { text: 'first', edits: [edit('first')], consent: 'required', isFirst: true } as const;
    const building = { ...its, related: [...its.related, first] };
    assert.deepEqual(names(building, 'implied', 'first'), ['first', 'asked', 'implied']);
    assert.deepEqual(names(building, 'implied'), []);
  });

  it('are none at all where a required change is not agreed to', () => {
    assert.deepEqual(names(plan('optional', 'required'), 'optional'), []);
    assert.deepEqual(names(plan('optional', 'required'), 'required'), ['asked', 'required']);
  });
});

describe('whether a plan depends on the version', () => {
  const unknown = around('2026.9.6', { installation: { source: 'assumed', layout: layoutOf('2026.9.6') } });

  it('is asked only where nothing tells it', () => {
    const settings = { enabled: true };
    assert.equal(
      dependsOnVersion(each => planDiscovery({}, settings, each), unknown),
      true,
    );
    assert.equal(
      dependsOnVersion(each => planDiscovery({}, settings, each), around('2026.9.6')),
      false,
    );
  });

  it('is a matter of what it would change', () => {
    const ref = 'amazon-bedrock/amazon.nova-pro-v1:0';
    assert.equal(
      dependsOnVersion(each => planPrimary({}, ref, each), unknown),
      false,
    );
    const withoutKeys = { ...unknown, hasCredentialMarker: false };
    assert.equal(
      dependsOnVersion(each => planPrimary({}, ref, each), withoutKeys),
      true,
    );
  });
});
