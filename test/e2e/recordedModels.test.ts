/** The recorded lists of us-east-1, as a person sees them in the tree. */
import assert from 'node:assert/strict';
import { describeRecorded } from '../recordedData.ts';
import { openBedrockWorld } from './world.ts';
import { waitFor } from './workbench/wait.ts';

interface Recorded {
  readonly modelSummaries: { modelName: string }[];
  readonly inferenceProfileSummaries: object[];
}

describeRecorded('the recorded models of us-east-1', 'bedrock', data => {
  const { modelSummaries } = data.json('foundation-models.json') as Recorded;
  const { inferenceProfileSummaries } = data.json('inference-profiles.json') as Recorded;
  let world: Awaited<ReturnType<typeof openBedrockWorld>>;
  before(async () => {
    world = await openBedrockWorld({
      name: 'recorded-models',
      config: '{ models: { bedrockDiscovery: { refreshInterval: 0 } } }',
      colorTheme: 'Dark Modern',
      bedrock: { lists: { foundationModels: modelSummaries, inferenceProfiles: inferenceProfileSummaries } },
    });
  });
  after(() => world.close());

  it('stand in the tree, each once and under its provider', async () => {
    await world.workbench.openView('Bedrock Models');
    // The tree stands before the models come.
    await world.workbench.tree('Bedrock Models').expand('Amazon');
    await world.workbench.tree('Bedrock Models').expandAll();
    // 93 of the 126 stream text; 24 of those no route can invoke, 3 are no models to talk to.
    const models = await waitFor(
      'all models',
      async () => {
        const rows = await world.workbench.tree('Bedrock Models').rows();
        return rows.filter(({ level }) => level === 2).map(({ label }) => label);
      },
      labels => labels.length === 66,
    );
    const names = new Set(modelSummaries.map(({ modelName }) => modelName));
    assert.deepEqual(
      models.filter(label => !names.has(label)),
      [],
    );
    for (const label of [
      'Claude Sonnet 4.5',
      'Nova Premier',
      'DeepSeek-R1',
      'Gemma 3 12B IT',
      'gpt-oss-120b',
    ]) {
      assert.equal(models.filter(model => model === label).length, 1, label);
    }
    await world.workbench.screenshot('recorded-models-dark');
  });

  it('are asked for again after a reload where the config keeps no cache', async () => {
    const { bedrock, workbench } = world;
    const lists = () => bedrock.requests.filter(({ operation }) => operation.startsWith('List')).length;
    assert.equal(lists(), 6);
    await workbench.reload();
    await workbench.openView('Bedrock Models');
    // The tree stands before the models come.
    await workbench.tree('Bedrock Models').expand('Amazon');
    await workbench.tree('Bedrock Models').expandAll();
    assert.ok((await workbench.tree('Bedrock Models').rows()).length > 66);
    assert.equal(lists(), 12);
  });
});
