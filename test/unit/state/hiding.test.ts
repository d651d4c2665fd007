import assert from 'node:assert/strict';
import { discoverySettings } from '../../../src/openclaw/discoverySettings.ts';
import type { JsonObject } from '../../../src/openclaw/jsonValue.ts';
import { hides, hidingOf, isDiscoveryOff } from '../../../src/state/hiding.ts';
import { foundationModel, models } from '../bedrock/models/lists.ts';

const old = (discovery: JsonObject): JsonObject => ({ models: { bedrockDiscovery: discovery } });
const recent = (discovery: JsonObject): JsonObject => ({
  plugins: { entries: { 'amazon-bedrock': { config: { discovery } } } },
});
const hidingIn = (config: JsonObject | undefined, isOverruled = false) =>
  hidingOf(config, discoverySettings(config), isOverruled);

const lists = {
  foundationModels: [
    foundationModel('acme.one-v1:0'),
    foundationModel('acme.two-v1:0', { providerName: 'ACME' }),
    foundationModel('acme.three-v1:0', { providerName: ' ' }),
    foundationModel('acmelabs.four-v1:0', { providerName: 'Acme Labs' }),
  ],
};
const all = models(lists);

describe('what OpenClaw hides', () => {
  it('is nothing without a config, with settings of other kinds, and with an empty filter', () => {
    for (const config of [undefined, {}, recent({ enabled: true }), old({ providerFilter: [] })]) {
      assert.equal(hidingIn(config), undefined);
    }
  });

  it('is named by the member in full, wherever the layout keeps it', () => {
    const place = 'plugins.entries["amazon-bedrock"].config.discovery';
    for (const [config, setting] of [
      [recent({ providerFilter: ['acme'] }), `${place}.providerFilter`],
      [recent({ enabled: false }), `${place}.enabled`],
      [old({ providerFilter: ['acme'] }), 'models.bedrockDiscovery.providerFilter'],
      [old({ enabled: false, providerFilter: ['acme'] }), 'models.bedrockDiscovery.enabled'],
    ] as const) {
      assert.equal(hidingIn(config)?.setting, setting);
    }
  });

  for (const providerFilter of [['acme'], ['Acme', 'other'], ['acme labs'], ['none of them']]) {
    it(`is what the same filter leaves out of discovery itself: ${providerFilter.join()}`, () => {
      const config = recent({ providerFilter });
      const hiding = hidingIn(config);
      assert.ok(hiding);
      const left = all.filter(model => !hides(hiding, model)).map(({ key }) => key);
      const { providerFilter: applied } = discoverySettings(config);
      const discovered = models(lists, { providerFilter: applied });
      assert.deepEqual(
        left,
        discovered.map(({ key }) => key),
      );
    });
  }

  it('is everything where discovery is off, and then nobody asks unless it is overruled', () => {
    const hiding = hidingIn(recent({ enabled: false }));
    assert.ok(hiding);
    assert.ok(all.every(model => hides(hiding, model)));
    assert.ok(isDiscoveryOff(hiding));
    assert.ok(!isDiscoveryOff(hidingIn(recent({ enabled: false }), true)));
    assert.ok(!isDiscoveryOff(hidingIn(recent({ providerFilter: ['acme'] }))));
    assert.ok(!isDiscoveryOff(undefined));
  });
});
