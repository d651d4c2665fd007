import assert from 'node:assert/strict';
import { AMAZON_BEDROCK_MODELS } from '../../../../src/bedrock/models/catalogue.ts';
import type { FoundationModel, InferenceProfile } from '../../../../src/bedrock/models/lists.ts';
import { modelsOf } from '../../../../src/bedrock/models/modelsOf.ts';
import { DEFAULT_DISCOVERY } from '../../../../src/bedrock/models/discoverySettings.ts';
import { describeRecorded } from '../../../recordedData.ts';

interface FoundationModels {
  modelSummaries: (FoundationModel & { modelId: string })[];
}
interface InferenceProfiles {
  inferenceProfileSummaries: InferenceProfile[];
}

describeRecorded('models of the recorded lists', 'bedrock', data => {
  const derived = ['us-east-1', 'eu-central-1', 'ap-northeast-1', 'ap-southeast-2'].map(region => {
    const lists = data.json(`derived-${region}.json`) as {
      foundationModels: FoundationModels;
      inferenceProfiles: InferenceProfiles;
    };
    return { name: `derived ${region}`, region, ...lists };
  });
  const recorded = {
    name: 'recorded us-east-1',
    region: 'us-east-1',
    foundationModels: data.json('foundation-models.json') as FoundationModels,
    inferenceProfiles: data.json('inference-profiles.json') as InferenceProfiles,
  };

  for (const { name, region, foundationModels, inferenceProfiles } of [recorded, ...derived]) {
    const summaries = foundationModels.modelSummaries;
    const profiles = inferenceProfiles.inferenceProfileSummaries;
    const summaryOf = (key: string) => summaries.find(({ modelId }) => modelId === key);
    const list = (withModels: boolean) =>
      modelsOf(
        { ...(withModels && { foundationModels: summaries }), inferenceProfiles: profiles },
        { region, settings: DEFAULT_DISCOVERY, catalogue: AMAZON_BEDROCK_MODELS },
      );

    describe(name, () => {
      const models = list(true);

      it('lists a good many models, none of them twice', () => {
        assert.ok(models.length >= 30, String(models.length));
        assert.equal(new Set(models.map(({ key }) => key.toLowerCase())).size, models.length);
        const ids = models.flatMap(({ routes }) => routes.map(({ id }) => id.toLowerCase()));
        assert.equal(new Set(ids).size, ids.length);
      });

      it('lists only what streams text and is active, or marked as legacy', () => {
        for (const { key, legacy } of models) {
          const summary = summaryOf(key);
          assert.equal(summary?.responseStreamingSupported, true, key);
          assert.equal(summary.modelLifecycle?.status, legacy ? 'LEGACY' : 'ACTIVE', key);
          assert.ok(summary.outputModalities?.includes('TEXT'), key);
        }
      });

      it('leaves out no text model that a route could invoke', () => {
        const listed = new Set(models.map(({ key }) => key));
        const missed = summaries
          .filter(
            ({ modelId, outputModalities = [], responseStreamingSupported, modelLifecycle, ...model }) =>
              !listed.has(modelId) &&
              outputModalities.join() === 'TEXT' &&
              responseStreamingSupported === true &&
              modelLifecycle?.status === 'ACTIVE' &&
              model.inferenceTypesSupported?.includes('ON_DEMAND'),
          )
          .map(({ modelId }) => modelId);
        // Video in, text out, by an API of its own.
        assert.deepEqual(
          missed.filter(id => !id.startsWith('twelvelabs.')),
          [],
        );
      });

      it('gives each model only routes that its own data bears out', () => {
        for (const { key, routes } of models) {
          for (const route of routes) {
            if (route.kind === 'on-demand') {
              assert.equal(route.id, key);
              assert.ok(summaryOf(key)?.inferenceTypesSupported?.includes('ON_DEMAND'), key);
            } else {
              const its = profiles.find(({ inferenceProfileId }) => inferenceProfileId === route.id);
              const arns = (its?.models ?? []).map(({ modelArn = '' }) => modelArn);
              assert.equal(its?.status, 'ACTIVE', route.id);
              assert.ok(
                arns.length > 0 && arns.every(arn => arn.endsWith(`foundation-model/${key}`)),
                route.id,
              );
              assert.ok(
                arns.some(arn => arn.startsWith(`arn:aws:bedrock:${region}:`)),
                `${route.id} can be invoked from ${region}`,
              );
              assert.equal(
                route.reach === 'global',
                arns.some(arn => arn.includes(':bedrock:::')),
                route.id,
              );
            }
          }
        }
      });

      it('takes the global route only where there is no other', () => {
        for (const { key, routes } of models) {
          const [first, ...others] = routes;
          if (first.reach === 'global') assert.deepEqual(others, [], key);
          if (summaryOf(key)?.inferenceTypesSupported?.includes('ON_DEMAND')) assert.equal(first.id, key);
        }
        assert.ok(models.some(({ routes }) => routes[0].kind === 'profile'));
      });

      it('lists no model for speech, video, embedding or ranking', () => {
        for (const { key } of [...models, ...list(false)]) {
          assert.doesNotMatch(
            key,
            /embed|sonic|rerank|canvas|reel|pegasus|marengo|stability|luma|titan-image/,
          );
        }
      });

      it('lists from the profiles alone a part of the same, with the same routes but on demand', () => {
        const fromProfiles = list(false);
        assert.ok(fromProfiles.length > 5);
        for (const { key, routes } of fromProfiles) {
          const known = models.find(model => model.key === key);
          assert.deepEqual(
            known?.routes.filter(({ kind }) => kind === 'profile'),
            routes,
            key,
          );
        }
      });

      it('knows nearly all limits, and none of them leaves the answer more than the window', () => {
        const unknown = models.filter(({ sources }) => Object.values(sources).includes('default'));
        assert.ok(unknown.length <= models.length / 5, unknown.map(({ key }) => key).join());
        for (const { key, contextWindow, maxTokens } of models) assert.ok(maxTokens < contextWindow, key);
      });
    });
  }
});
