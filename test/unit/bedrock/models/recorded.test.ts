import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { detectConnection, processVariables } from '../../../../src/bedrock/connection/connection.ts';
import { AMAZON_BEDROCK_MODELS } from '../../../../src/bedrock/models/catalogue.ts';
import { modelsOf } from '../../../../src/bedrock/models/modelsOf.ts';
import { DEFAULT_DISCOVERY } from '../../../../src/bedrock/models/discoverySettings.ts';
import { offeredByDefault } from '../../../../src/bedrock/models/offered.ts';
import { describeRecorded } from '../../../recordedData.ts';
import { CacheFolder } from '../../../../src/state/cacheFolder.ts';
import { ModelCache } from '../../../../src/state/modelCache.ts';
import { recordedLists } from '../../../recordedLists.ts';

describeRecorded('models of the recorded lists', 'bedrock', data => {
  for (const { name, region, foundationModels: summaries, inferenceProfiles: profiles } of recordedLists(
    data,
  )) {
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

      it('can all be kept on disk', async () => {
        const folder = mkdtempSync(join(tmpdir(), 'recorded-models-'));
        const cache = new ModelCache(new CacheFolder(folder, '1.0.0'));
        const connection = detectConnection(processVariables({}), []);
        await cache.write(connection, DEFAULT_DISCOVERY, { fetchedAt: 1, models, gaps: [] });
        const kept = await cache.read(connection, DEFAULT_DISCOVERY);
        rmSync(folder, { recursive: true });
        assert.equal(kept?.models.length, models.length);
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

      it('has for each a default route that its own inference types bear out', () => {
        for (const { key, routes } of models) {
          const types = summaryOf(key)?.inferenceTypesSupported ?? [];
          const type = routes[0].kind === 'on-demand' ? 'ON_DEMAND' : 'INFERENCE_PROFILE';
          assert.ok(types.includes(type), `${key}: ${routes[0].id}`);
        }
      });

      it('offers the chat at most 25, none of them legacy, the newest of each family', () => {
        const offered = models.filter(({ key }) => offeredByDefault(models).has(key));
        assert.ok(offered.length >= 10 && offered.length <= 25, String(offered.length));
        assert.deepEqual(
          offered.filter(({ legacy }) => legacy),
          [],
        );
        const lines = offered.map(({ provider, facts }) => `${provider} ${facts.line}`);
        assert.equal(new Set(lines).size, lines.length);
        console.log(`        ${offered.map(each => each.name).join(', ')}`);
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

      it('knows the limits of every model, each from a source', () => {
        const count = (limit: 'contextWindow' | 'maxTokens', source: string) =>
          models.filter(({ sources }) => sources[limit] === source).length;
        for (const limit of ['contextWindow', 'maxTokens'] as const) {
          const counts = ['catalogue', 'family', 'default'].map(
            source => `${count(limit, source)} ${source}`,
          );
          console.log(`        ${limit}: ${counts.join(', ')}`);
          assert.equal(count(limit, 'default'), 0);
        }
        for (const { key, contextWindow, maxTokens } of models) assert.ok(maxTokens < contextWindow, key);
      });
    });
  }
});
