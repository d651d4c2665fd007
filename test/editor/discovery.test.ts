/** Discovery as the editor's extension host runs it, against the simulator. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { startBedrock } from '../bedrock/bedrock.ts';
import { chatHasModels, chatModels, run, useBedrock, useConfig, useEndpoint } from './world.ts';

interface ModelJson {
  key: string;
  name: string;
  provider: string;
  routes: { id: string; kind: string }[];
  ref: string;
  contextWindow: number;
  maxTokens: number;
  input: string[];
  reasoning: boolean;
}

/** What a proxy puts in the way. */
const SIGN_IN = { html: { status: 200, body: '<html>Sign in</html>' } };

describe('discovery', () => {
  beforeEach(() => useConfig('{}'));

  it('lists the models of all lists as JSON', async () => {
    const bedrock = await useBedrock();
    const models = await run<ModelJson[]>('refreshModels');
    const nova = models.find(({ key }) => key === 'amazon.nova-pro-v1:0');
    assert.ok(nova);
    assert.equal(nova.ref, 'amazon-bedrock/amazon.nova-pro-v1:0');
    assert.deepEqual([nova.name, nova.provider, nova.contextWindow], ['Nova Pro', 'Amazon', 300_000]);
    const sonnet = models.find(({ key }) => key.includes('claude-sonnet-4-5'));
    assert.match(sonnet?.ref ?? '', /^amazon-bedrock\/us\.anthropic\.claude-sonnet-4-5/);
    assert.deepEqual(
      models.filter(({ routes }) => routes.length === 0),
      [],
    );
    await bedrock.close();
  });

  it('asks each list once for everyone who asks at the same time, all at once', async () => {
    const bedrock = await startBedrock();
    bedrock.latencyMs = 50;
    await useEndpoint(bedrock.url);
    await Promise.all([chatModels(), chatModels(), run('refreshModels')]);
    assert.deepEqual(bedrock.requests.map(({ operation }) => operation).sort(), [
      'ListFoundationModels',
      'ListImportedModels',
      // AWS's profiles, and those that somebody made.
      'ListInferenceProfiles',
      'ListInferenceProfiles',
      'ListPromptRouters',
      'ListProvisionedModelThroughputs',
    ]);
    assert.equal(Math.max(...bedrock.requests.map(each => each.inFlightWhenStarted)), 5);
    await bedrock.close();
  });

  for (const { list, kinds } of [
    // The simulator's router stands on profiles.
    { list: 'ListInferenceProfiles', kinds: ['imported', 'on-demand', 'provisioned'] },
    { list: 'ListFoundationModels', kinds: ['application', 'imported', 'profile', 'router'] },
  ] as const) {
    it(`shows what the other lists have where ${list} is refused`, async () => {
      const bedrock = await startBedrock();
      const message = 'User: x is not authorized to perform the action';
      const refused = { refuse: { status: 403, type: 'AccessDeniedException', message } };
      bedrock.script(list, refused, refused, refused);
      await useEndpoint(bedrock.url);
      const models = await run<ModelJson[]>('refreshModels');
      assert.ok(models.length > 0);
      const found = new Set(models.flatMap(({ routes }) => routes.map(({ kind }) => kind)));
      assert.deepEqual([...found].sort(), kinds);
      await bedrock.close();
    });
  }

  it('keeps the whole list when only half of it can be had later', async () => {
    const bedrock = await useBedrock();
    const before = await run<ModelJson[]>('refreshModels');
    bedrock.script('ListInferenceProfiles', SIGN_IN, SIGN_IN);
    assert.deepEqual(await run('refreshModels'), before);
    await bedrock.close();
  });

  it('keeps the last good list when a refresh fails', async () => {
    const bedrock = await useBedrock();
    const before = await run<ModelJson[]>('refreshModels');
    bedrock.script('ListFoundationModels', SIGN_IN);
    bedrock.script('ListInferenceProfiles', SIGN_IN, SIGN_IN);
    assert.deepEqual(await run('refreshModels'), before);
    await bedrock.close();
  });

  it('lists nothing, and does not throw, where Bedrock can’t be reached', async () => {
    await useEndpoint('http://127.0.0.1:9');
    assert.deepEqual(await run('refreshModels'), []);
    assert.deepEqual(await chatModels(), []);
  });

  it('follows the discovery settings of both layouts of the OpenClaw config', async () => {
    const bedrock = await useBedrock();
    const discovery = `{ providerFilter: ['anthropic'], refreshInterval: 0 }`;
    for (const text of [
      `{ models: { bedrockDiscovery: ${discovery} } }`,
      `{ plugins: { entries: { 'amazon-bedrock': { config: { discovery: ${discovery} } } } } }`,
    ]) {
      await useConfig(text);
      const models = await run<ModelJson[]>('refreshModels');
      assert.deepEqual([...new Set(models.map(({ provider }) => provider))], ['Anthropic']);
    }
    await bedrock.close();
  });

  it('shows nothing, not even from memory or the cache, once the config turns discovery off', async () => {
    const bedrock = await useBedrock();
    assert.notDeepEqual(await run('refreshModels'), []);
    await useConfig(`{ models: { bedrockDiscovery: { enabled: false } } }`);
    assert.deepEqual(await chatModels(), []);
    await bedrock.close();
  });

  it('asks nothing where the config turns discovery off, and asks again once it is on', async () => {
    const path = await useConfig(`{ models: { bedrockDiscovery: { enabled: false } } }`);
    const bedrock = await useBedrock();
    assert.deepEqual(await run('refreshModels'), []);
    assert.equal(bedrock.requests.length, 0);

    const enabled = readFileSync(path, 'utf8').replace('false', 'true');
    await chatHasModels(true, () => writeFileSync(path, enabled));
    assert.notEqual(bedrock.requests.at(0), undefined);
    await bedrock.close();
  });

  it('uses another endpoint as soon as the setting names it', async () => {
    const [first, second] = [await useBedrock(), await useBedrock()];
    await useEndpoint(first.url);
    await run('refreshModels');
    assert.ok(first.requests.length > 0);
    await useEndpoint(second.url);
    await run('refreshModels');
    assert.ok(second.requests.length > 0);
    await Promise.all([first.close(), second.close()]);
  });
});
