import assert from 'node:assert/strict';
import { planAgentModel } from '../../../../src/openclaw/edits/agents.ts';
import { planFallbacks } from '../../../../src/openclaw/edits/fallbacks.ts';
import { planImageModel } from '../../../../src/openclaw/edits/imageModel.ts';
import { planPrimary } from '../../../../src/openclaw/edits/primaryModel.ts';
import {
  agentWarnings,
  differenceWarnings,
  modelWarnings,
  pluginSwitch,
  pluginWarnings,
} from '../../../../src/openclaw/edits/warnings.ts';
import type { JsonObject } from '../../../../src/openclaw/jsonValue.ts';
import { around } from '../planned.ts';
import { ONE, ONE_REF, ONE_US_REF, TWO, TWO_REF, warnings } from './plans.ts';

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

  it('is told once a window where it is missing, and each time where it is off', () => {
    const both = pluginWarnings(
      { plugins: { enabled: false } },
      around('2026.9.6', { isPluginMissing: true }),
    );
    assert.deepEqual(
      both.map(({ text, isLasting }) => [text, isLasting]),
      [
        [missing, true],
        [off('plugins.enabled'), undefined],
      ],
    );
  });

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

describe('models that may not answer', () => {
  const known = around('2026.9.6', { models: [ONE, TWO], region: 'eu-west-1' });
  const unlisted = (id: string) =>
    `Bedrock does not list amazon-bedrock/${id} in eu-west-1, so that it may not answer.`;
  const cases: [name: string, refs: string[], warnings: string[]][] = [
    ['known ones', [ONE_REF, ONE_US_REF, TWO_REF], []],
    [
      'one that only profiles lead to',
      ['amazon-bedrock/acme.two-v1:0'],
      [
        `amazon-bedrock/acme.two-v1:0 can only be used through an inference profile. Choose ${TWO_REF} instead.`,
      ],
    ],
    [
      'a profile of another region',
      ['amazon-bedrock/us.acme.two-v1:0'],
      [`${unlisted('us.acme.two-v1:0')} Choose ${TWO_REF} instead.`],
    ],
    [
      'one that is nearly another',
      ['amazon-bedrock/acme.on-v1:0'],
      [`${unlisted('acme.on-v1:0')} Choose ${ONE_REF} instead.`],
    ],
    ['one that is like no other', ['amazon-bedrock/other.model'], [unlisted('other.model')]],
    ['what no list has', ['amazon-bedrock/arn:aws:bedrock:eu-west-1:1:provisioned-model/x'], []],
    [
      'each of several',
      ['amazon-bedrock/other.b', ONE_REF, 'amazon-bedrock/other.a'],
      [unlisted('other.b'), unlisted('other.a')],
    ],
  ];
  for (const [name, refs, texts] of cases) {
    it(name, () => {
      assert.deepEqual(
        modelWarnings(refs, known).map(({ text }) => text),
        texts,
      );
      assert.deepEqual(modelWarnings(refs, around('2026.9.6', { models: [] })), []);
    });
  }

  it('are warned of in each plan that names them', () => {
    const ref = 'amazon-bedrock/other.model';
    const config = { agents: { defaults: { model: { primary: 'x/y' } }, entries: { main: {} } } };
    const plans = (to: string) => [
      planPrimary(config, to, known),
      planFallbacks(config, [to], known),
      planImageModel(config, to, known),
      planAgentModel(config, 'main', to, known),
    ];
    for (const plan of plans(ref)) assert.deepEqual(warnings(plan), [unlisted('other.model')]);
    for (const plan of plans(ONE_REF)) assert.deepEqual(warnings(plan), []);
    assert.deepEqual(warnings(planFallbacks(config, ['openai/x'], known)), []);
  });
});

describe('another way to Bedrock than the editor’s', () => {
  const fix = { label: 'Use eu-west-1 in OpenClaw', command: 'openclawBedrock.configureDiscovery' };
  const differences = [
    { code: 'region-differs', title: 'Another region', explanation: 'Here.', fixes: [fix] },
    { code: 'endpoint-differs', title: 'Another endpoint', explanation: 'There.', fixes: [] },
  ] as const;
  const known = around('2026.9.6', { differences });
  const said = ['Another region. Here.', 'Another endpoint. There.'];

  it('is told once a window, with the first thing to do about it', () => {
    assert.deepEqual(differenceWarnings(known), [
      { text: said[0], fix, isLasting: true },
      { text: said[1], isLasting: true },
    ]);
    assert.deepEqual(differenceWarnings(around()), []);
  });

  it('is warned of wherever a model of Bedrock is set, and nowhere else', () => {
    const config = { agents: { defaults: { model: { primary: 'x/y' } }, entries: { main: {} } } };
    for (const plan of [
      planPrimary(config, ONE_REF, known),
      planFallbacks(config, [ONE_REF], known),
      planImageModel(config, ONE_REF, known),
      planAgentModel(config, 'main', ONE_REF, known),
    ]) {
      assert.deepEqual(warnings(plan), said);
    }
    assert.deepEqual(warnings(planFallbacks(config, ['openai/x'], known)), []);
    assert.deepEqual(warnings(planAgentModel(config, 'main', undefined, known)), []);
  });
});
