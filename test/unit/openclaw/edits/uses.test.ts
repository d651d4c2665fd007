import assert from 'node:assert/strict';
import { usesOf } from '../../../../src/openclaw/edits/uses.ts';

describe('where the config names models', () => {
  it('is in its slots, its fallbacks and its policies', () => {
    const config = {
      agents: {
        defaults: {
          model: 'a/1',
          imageModel: { primary: 'a/2', fallbacks: ['a/3', 7] },
          models: { 'no/use': {} },
          modelPolicy: { allow: ['a/4', 'b/*'] },
        },
        list: [{ id: 'main', model: { fallbacks: ['a/5'] } }],
        entries: { work: { model: 'a/6', modelPolicy: { allow: ['a/7'] } } },
      },
    };
    assert.deepEqual(
      usesOf(config).map(({ path, name }) => `${path.join('.')}: ${name}`),
      [
        'agents.defaults.model: a/1',
        'agents.defaults.imageModel.primary: a/2',
        'agents.defaults.imageModel.fallbacks.0: a/3',
        'agents.list.0.model.fallbacks.0: a/5',
        'agents.entries.work.model: a/6',
        'agents.defaults.modelPolicy.allow.0: a/4',
        'agents.defaults.modelPolicy.allow.1: b/*',
        'agents.entries.work.modelPolicy.allow.0: a/7',
      ],
    );
  });

  it('is nowhere in a config without any', () => assert.deepEqual(usesOf({ agents: {} }), []));
});
