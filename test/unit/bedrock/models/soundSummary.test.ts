import assert from 'node:assert/strict';
import { isSound } from '../../../../src/bedrock/models/soundSummary.ts';

describe('a summary of a list', () => {
  it('is sound with the members that the service sends, and with others that are not read', () => {
    for (const summary of [
      {},
      { modelId: 'acme.one', inputModalities: ['TEXT'], modelLifecycle: { status: 'ACTIVE' }, other: 5 },
      { inferenceProfileId: 'us.acme.one', models: [{ modelArn: 'arn:aws:bedrock:us-east-1::x' }] },
      { promptRouterArn: undefined, fallbackModel: null },
    ])
      assert.ok(isSound(summary), JSON.stringify(summary));
  });

  it('is not where one of them is of another type', () => {
    for (const summary of [
      null,
      5,
      [],
      { modelId: 5 },
      { modelName: { a: 1 } },
      { inputModalities: 'TEXT' },
      { outputModalities: [null] },
      { models: {} },
      { models: [null] },
      { models: [{ modelArn: 5 }] },
      { modelLifecycle: 'ACTIVE' },
      { modelLifecycle: { status: [] } },
    ])
      assert.ok(!isSound(summary), JSON.stringify(summary));
  });
});
