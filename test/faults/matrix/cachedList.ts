/** Lists of models to be kept, of any length. */
import type { CachedModels } from '../../../src/state/modelCache.ts';
import { foundationModel, models } from '../../unit/bedrock/models/lists.ts';

const [sample] = models({ foundationModels: [foundationModel('acme.one-v1:0')] });

export function cached(count: number, fetchedAt = Date.now()): CachedModels {
  const list = Array.from({ length: count }, (_, index) => ({ ...sample!, key: `acme.m${index}-v1:0` }));
  return { fetchedAt, models: list, gaps: [] };
}
