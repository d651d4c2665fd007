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

describe('discovery', () => {
  beforeEach(() => useConfig('{}'));

  it('lists the models of both lists as JSON', async () => {
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

  it('asks each list once for everyone who asks at the same time, both at once', async () => {
    const bedrock = await startBedrock();
    bedrock.latencyMs = 50;
    await useEndpoint(bedrock.url);
    await Promise.all([chatModels(), chatModels(), run('refreshModels')]);
    assert.deepEqual(bedrock.requests.map(({ operation }) => operation).sort(), [
      'ListFoundationModels',
      'ListInferenceProfiles',
    ]);
    assert.ok(bedrock.requests.some(({ inFlightWhenStarted }) => inFlightWhenStarted > 0));
    await bedrock.close();
  });

  for (const { list, kinds } of [
    { list: 'ListInferenceProfiles', kinds: ['on-demand'] },
    { list: 'ListFoundationModels', kinds: ['profile'] },
  ] as const) {
    it(`shows what the other list has where ${list} is refused`, async () => {
      const bedrock = await startBedrock();
      const message = 'User: x is not authorized to perform the action';
      const refused = { refuse: { status: 403, type: 'AccessDeniedException', message } };
      bedrock.script(list, refused, refused, refused);
      await useEndpoint(bedrock.url);
      const models = await run<ModelJson[]>('refreshModels');
      assert.ok(models.length > 0);
      assert.deepEqual([...new Set(models.flatMap(({ routes }) => routes.map(({ kind }) => kind)))], kinds);
      await bedrock.close();
    });
  }

  it('keeps the whole list when only half of it can be had later', async () => {
    const bedrock = await useBedrock();
    const before = await run<ModelJson[]>('refreshModels');
    bedrock.script('ListInferenceProfiles', { html: { status: 200, body: '<html>Sign in</html>' } });
    assert.deepEqual(await run('refreshModels'), before);
    await bedrock.close();
  });

  it('keeps the last good list when a refresh fails', async () => {
    const bedrock = await useBedrock();
    const before = await run<ModelJson[]>('refreshModels');
    bedrock.script('ListFoundationModels', { html: { status: 200, body: '<html>Sign in</html>' } });
    bedrock.script('ListInferenceProfiles', { html: { status: 200, body: '<html>Sign in</html>' } });
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
