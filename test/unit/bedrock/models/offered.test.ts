import assert from 'node:assert/strict';
import type { BedrockModel, RouteKind } from '../../../../src/bedrock/models/bedrockModel.ts';
import { offeredByDefault } from '../../../../src/bedrock/models/offered.ts';
import { ONE } from '../../openclaw/edits/plans.ts';

function model(key: string, line: string, more: Partial<BedrockModel> = {}): BedrockModel {
  return { ...ONE, key, name: key, facts: { ...ONE.facts, line }, ...more };
}

const by = (kind: RouteKind): Pick<BedrockModel, 'routes'> => ({ routes: [{ ...ONE.routes[0], kind }] });
const offered = (...models: BedrockModel[]) => [...offeredByDefault(models)];

describe('the chat’s picker offers by default', () => {
  it('the newest of each family and size', () => {
    assert.deepEqual(
      offered(
        model('sonnet-4', 'sonnet', { released: 1 }),
        model('sonnet-5', 'sonnet', { released: 3 }),
        model('haiku-4', 'haiku', { released: 2 }),
      ).sort(),
      ['haiku-4', 'sonnet-5'],
    );
  });

  it('the highest version where nobody knows when they came out', () => {
    assert.deepEqual(offered(model('one-9', 'one'), model('one-10', 'one'), model('one-2', 'one')), [
      'one-10',
    ]);
  });

  it('no legacy model, even as the only one of its family', () => {
    const old = model('old', 'old', { legacy: {}, released: 9 });
    assert.deepEqual(offered(old, model('new', 'old', { released: 1 })), ['new']);
    assert.deepEqual(offered(old), []);
  });

  it('what somebody of the account made, but no prompt router', () => {
    assert.deepEqual(
      offered(
        model('mine', '', by('imported')),
        model('tuned', '', by('provisioned')),
        model('router', '', by('router')),
      ),
      ['mine', 'tuned'],
    );
  });

  it('none that is made for one task', () => {
    const guard = model('guard', 'guard', { facts: { ...ONE.facts, line: 'guard', general: false } });
    assert.deepEqual(offered(guard), []);
  });

  it('models of two providers, whatever their families are called', () => {
    assert.equal(offered(model('a', 'large'), model('b', 'large', { provider: 'Other' })).length, 2);
  });

  it('no more than 25: good all-round ones, then those that use tools, the newest of them', () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      model(`m${index}`, `line ${index}`, {
        released: index,
        facts: { ...ONE.facts, line: `line ${index}`, tools: index < 40 ? 'streaming' : 'none' },
      }),
    );
    const allRound = model('good', 'good', { facts: { ...ONE.facts, line: 'good', allRound: true } });
    const keys = offered(...many, allRound);
    assert.equal(keys.length, 25);
    assert.deepEqual(keys, ['good', ...Array.from({ length: 24 }, (_, index) => `m${39 - index}`)]);
  });
});
