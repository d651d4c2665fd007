import assert from 'node:assert/strict';
import { editsOf, type Plan } from '../../../../src/openclaw/edits/plan.ts';

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

  it('are none at all where a required change is not agreed to', () => {
    assert.deepEqual(names(plan('optional', 'required'), 'optional'), []);
    assert.deepEqual(names(plan('optional', 'required'), 'required'), ['asked', 'required']);
  });
});
