import assert from 'node:assert/strict';
import { imageRef, planImageModel } from '../../../../src/openclaw/edits/imageModel.ts';
import type { JsonObject } from '../../../../src/openclaw/jsonValue.ts';
import { around } from '../planned.ts';
import { defaults, ONE, ONE_REF, related, TWO, TWO_REF, warnings } from './plans.ts';

const SLOT = ['agents', 'defaults', 'imageModel'];
const known = around('2026.9.6', { models: [ONE, TWO] });

describe('image model', () => {
  const cases: [name: string, config: JsonObject, ref: string | undefined, edit: object][] = [
    ['none', {}, undefined, { path: SLOT, value: { primary: ONE_REF } }],
    ['a string', defaults({ imageModel: 'x/y' }), 'x/y', { path: SLOT, value: ONE_REF }],
    [
      'an object with fallbacks and a time limit',
      defaults({ imageModel: { primary: 'x/y', fallbacks: ['a/b'], timeoutMs: 9 } }),
      'x/y',
      { path: [...SLOT, 'primary'], value: ONE_REF },
    ],
  ];
  for (const [name, config, ref, edit] of cases) {
    it(`${name}: read and set`, () => {
      assert.equal(imageRef(config), ref);
      const plan = planImageModel(config, ONE_REF, known);
      assert.deepEqual([plan.edits, plan.related, plan.warnings], [[edit], [], []]);
    });
  }

  it('is added to a map that restricts, which does not imply it', () => {
    const plan = planImageModel(defaults({ models: { 'x/y': {} } }), ONE_REF, around('2026.5.7'));
    assert.deepEqual(related(plan), [
      [
        'implied',
        `Add ${ONE_REF} to the models that OpenClaw may use (agents.defaults.models)`,
        { path: ['agents', 'defaults', 'models', ONE_REF], value: {} },
      ],
    ]);
  });

  it('warns of one that takes no images', () => {
    assert.deepEqual(warnings(planImageModel({}, TWO_REF, known)), [
      'Two takes no images. Choose another one.',
    ]);
  });

  it('warns where describing it makes it the primary model too, and of one that Bedrock does not list', () => {
    const unlisted =
      'Bedrock does not list amazon-bedrock/acme.three in us-east-1, so that it may not answer.';
    const plan = planImageModel({}, 'amazon-bedrock/acme.three', known);
    assert.deepEqual(warnings(plan), [
      'OpenClaw has no primary model, so that it uses this one from now on.',
      unlisted,
    ]);
    const settled = planImageModel(defaults({ model: 'x/y' }), 'amazon-bedrock/acme.three', known);
    assert.deepEqual(warnings(settled), [unlisted]);
  });
});
