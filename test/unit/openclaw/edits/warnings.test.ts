import assert from 'node:assert/strict';
import { agentWarnings, pluginSwitch, pluginWarnings } from '../../../../src/openclaw/edits/warnings.ts';
import type { JsonObject } from '../../../../src/openclaw/jsonValue.ts';
import { around } from '../planned.ts';

const missing =
  'This OpenClaw reaches Bedrock through a plugin that is not installed. Install it with: openclaw plugins install @openclaw/amazon-bedrock-provider';
const off = (by: string) => `OpenClaw reaches Bedrock through a plugin that its config turns off (${by}).`;

describe('a plugin in the way', () => {
  const cases: [name: string, plugins: JsonObject, isMissing: boolean, warnings: string[]][] = [
    ['nothing', {}, false, []],
    ['missing', {}, true, [missing]],
    ['all plugins off', { enabled: false }, false, [off('plugins.enabled')]],
    ['all plugins on', { enabled: true, deny: ['x'] }, false, []],
    ['denied', { deny: ['x', 'amazon-bedrock'] }, false, [off('plugins.deny')]],
    [
      'missing, and off',
      { enabled: false, deny: ['amazon-bedrock'] },
      true,
      [missing, off('plugins.enabled')],
    ],
  ];
  for (const [name, plugins, isPluginMissing, texts] of cases) {
    it(name, () => {
      const said = (version: string) =>
        pluginWarnings({ plugins }, around(version, { isPluginMissing })).map(({ text }) => text);
      assert.deepEqual(said('2026.9.6'), texts);
      assert.deepEqual(said('2026.4.4'), []);
    });
  }

  it('by which setting', () => {
    assert.equal(pluginSwitch({}), undefined);
    assert.equal(pluginSwitch({ plugins: { deny: 'amazon-bedrock' } }), undefined);
  });
});

it('agents in the way are named with their models', () => {
  assert.deepEqual(agentWarnings([]), []);
  assert.deepEqual(
    agentWarnings([{ id: 'main', model: 'x/y' }, { id: 'work' }]).map(({ text }) => text),
    ['These agents keep models of their own: main (x/y), work.'],
  );
});
