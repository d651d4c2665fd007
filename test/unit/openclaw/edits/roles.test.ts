import assert from 'node:assert/strict';
import { rolesOf } from '../../../../src/openclaw/edits/roles.ts';
import type { JsonObject } from '../../../../src/openclaw/jsonValue.ts';
import { block, ONE, ONE_ENTRY, ONE_REF, ONE_US_REF, TWO } from './plans.ts';

const none = { isPrimary: false, fallback: 0, isImageModel: false, isDescribed: false, alias: undefined };

describe('what a model is in the config', () => {
  it('nothing where the config does not name it', () => {
    const configs: (JsonObject | undefined)[] = [undefined, {}, { agents: { defaults: { model: ONE_REF } } }];
    for (const config of configs) {
      assert.deepEqual(rolesOf(config, TWO), none);
    }
  });

  it('by any of its routes', () => {
    const config: JsonObject = {
      ...block({ id: 'x' }, { ...ONE_ENTRY, id: 'us.acme.one-v1:0' }),
      agents: {
        defaults: {
          model: { primary: ONE_US_REF, fallbacks: ['x/y', ONE_REF, ONE_US_REF] },
          imageModel: ONE_US_REF,
          models: { [ONE_REF]: {}, [ONE_US_REF]: { alias: 'one' } },
        },
      },
    };
    assert.deepEqual(rolesOf(config, ONE), {
      isPrimary: true,
      fallback: 2,
      isImageModel: true,
      isDescribed: true,
      alias: 'one',
    });
  });
});
