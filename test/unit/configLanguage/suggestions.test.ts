/** What is suggested in texts that are half typed; `|` stands for the cursor. */
import assert from 'node:assert/strict';
import { cursorAt } from '../../../src/configLanguage/cursor.ts';
import { type Suggestion, suggestionsAt } from '../../../src/configLanguage/suggestions.ts';
import { layoutOf } from '../../../src/openclaw/layout.ts';
import { MODELS } from '../openclaw/checkCases.ts';

function suggested(marked: string, { version = '2026.9.6', models = MODELS } = {}): Suggestion[] {
  const offset = marked.indexOf('|');
  const cursor = cursorAt(marked.replace('|', ''), offset);
  if (!cursor) return [];
  return suggestionsAt(cursor, { layout: layoutOf(version), models, region: 'us-east-1', at: [] });
}

/** The text after taking a suggestion; `|` where the cursor is left. */
function taken(marked: string, label: string): string {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const cursor = cursorAt(text, offset);
  const suggestion = suggested(marked).find(each => each.label === label);
  assert.ok(cursor && suggestion, label);
  const plain = suggestion.snippet.replace(/\$\{1:([^}]*)\}|\$1/, '|$1').replace(/\\(.)/g, '$1');
  return text.slice(0, cursor.start) + plain + text.slice(cursor.end);
}

const DISCOVERY = 'enabled region providerFilter refreshInterval defaultContextWindow defaultMaxTokens';
const SLOTS = 'model imageModel models modelPolicy';
const REFS = MODELS.flatMap(({ routes }) => routes.map(({ id }) => `amazon-bedrock/${id}`));
const SONNET = 'amazon-bedrock/us.anthropic.claude-sonnet-4-5-20250929-v1:0';
const inDiscovery = (inner: string) =>
  `{ plugins: { entries: { 'amazon-bedrock': { config: { discovery: { ${inner} } } } } } }`;

const NAMES: [text: string, labels: string][] = [
  ['{|', 'models plugins agents'],
  ['{ | }', 'models plugins agents'],
  ['{\n  agents: {},\n  |\n}', 'models plugins'],
  ['{\n  |\n  agents: {},\n}', 'models plugins'],
  ['{ agents: { defaults: { | } } }', SLOTS],
  ['{ agents: { defaults: { m| } } }', SLOTS],
  ['{ agents: { defaults: { "m|" } } }', SLOTS],
  ["{ agents: { defaults: { 'm|", SLOTS],
  ['{ agents: { defaults: { model: "x" | } } }', 'imageModel models modelPolicy'],
  ['{ agents: { defaults: { model: "x"\n | } } }', 'imageModel models modelPolicy'],
  ['{ agents: { defaults: { model: , | } } }', 'imageModel models modelPolicy'],
  ['{ agents: { defaults: { model:\n imageModel: "x", | } } }', 'models modelPolicy'],
  ['{ agents: { defaults: { mod|: "x" } } }', SLOTS],
  ['{ agents: { defaults: { model: { | } } } }', 'primary fallbacks'],
  ['{ agents: { defaults: { model: { primary: "x", f| } } } }', 'fallbacks'],
  ['{ agents: { entries: { main: { | } } } }', 'model models modelPolicy'],
  // Where older versions have it; the marks say that it is to be moved.
  ['{ agents: { list: [{ id: "a" }, { id: "b", | }] } }', 'model'],
  [inDiscovery('|'), DISCOVERY],
  [inDiscovery('enabled: tru, |'), DISCOVERY.replace('enabled ', '')],
  [inDiscovery('| region: "us-east-1"'), DISCOVERY.replace('region ', '')],
  [inDiscovery('/* | */'), ''],
  ['{ plugins: { entries: { "amazon-bedrock": { | } } } }', 'enabled config'],
  ['{ plugins: { entries: { "amazon-bedrock": { config: { | } } } } }', 'discovery guardrail'],
  ['{ models: { providers: { | } } }', 'amazon-bedrock'],
  ['{ models: { providers: { "amazon-bedrock": { | } } } }', 'baseUrl api auth models'],
  [
    '{ models: { providers: { "amazon-bedrock": { models: [{ id: "x" }, { name: "y", | }] } } } }',
    'id reasoning input cost contextWindow maxTokens',
  ],
  [
    '{ models: { providers: { "amazon-bedrock": { models: [{ cost: { | } }] } } } }',
    'input output cacheRead cacheWrite',
  ],
  ['{ models: { | } }', 'providers'],
  ['{ channels: { | } }', ''],
  ['{ agents: [ | ] }', ''],
  ['| {}', ''],
  ['{} |', ''],
  ['// |', ''],
  ['{ // | \n}', ''],
];

const VALUES: [text: string, labels: string][] = [
  [inDiscovery('enabled: |'), 'true false'],
  [inDiscovery('enabled: t|'), 'true false'],
  [inDiscovery('enabled: "t|"'), 'true false'],
  [inDiscovery('enabled: |, region: "x"'), 'true false'],
  [inDiscovery('refreshInterval: |'), '3600'],
  [inDiscovery('providerFilter: ["|"]'), 'amazon|anthropic|mistral ai'],
  [inDiscovery("providerFilter: ['amazon', '|"), 'anthropic|mistral ai'],
  [inDiscovery('providerFilter: [|, "anthropic"]'), 'amazon|mistral ai'],
  ['{ models: { providers: { "amazon-bedrock": { api: "|" } } } }', 'bedrock-converse-stream'],
  ['{ models: { providers: { "amazon-bedrock": { auth: | } } } }', 'aws-sdk api-key oauth token'],
  [
    '{ models: { providers: { "amazon-bedrock": { models: [{ input: ["text", "|"] }] } } } }',
    'image video audio',
  ],
  ['{ models: { providers: { "amazon-bedrock": { models: [{ reasoning: | }] } } } }', 'true false'],
  ['{ models: { providers: { "amazon-bedrock": { models: [{ name: "|" }] } } } }', ''],
  ['{ agents: { defaults: { model: { fallbacks: | } } } }', ''],
  ['{ agents: { defaults: { workspace: "|" } } }', ''],
];

describe('suggestions: names of settings', () => {
  for (const [text, labels] of NAMES) {
    it(`in ${JSON.stringify(text)}`, () =>
      assert.equal(
        suggested(text)
          .map(({ label }) => label)
          .join(' '),
        labels,
      ));
  }

  it('are those of the layout at hand', () => {
    const labels = (text: string, version: string) =>
      suggested(text, { version })
        .map(({ label }) => label)
        .join(' ');
    assert.equal(labels('{ models: { | } }', '2026.2.6-3'), 'bedrockDiscovery providers');
    assert.equal(labels('{ models: { bedrockDiscovery: { | } } }', '2026.2.6-3'), DISCOVERY);
    assert.equal(labels('{ models: { bedrockDiscovery: { | } } }', '2026.5.7'), '');
    assert.equal(labels('{ plugins: { entries: { | } } }', '2026.2.6-3'), '');
    assert.equal(labels('{ agents: { | } }', '2026.5.7'), 'defaults list');
    assert.equal(labels('{ agents: { | } }', '2026.9.6'), 'defaults entries');
    assert.equal(labels('{ agents: { list: [{ | }] } }', '2026.5.7'), 'model');
    assert.equal(labels('{ agents: { defaults: { | } } }', '2026.5.7'), 'model imageModel models');
  });
});

describe('suggestions: values', () => {
  for (const [text, labels] of VALUES) {
    it(`in ${JSON.stringify(text)}`, () => {
      const separator = labels.includes('|') ? '|' : ' ';
      assert.equal(
        suggested(text)
          .map(({ label }) => label)
          .join(separator),
        labels,
      );
    });
  }

  it('are the regions, the one in use first', () => {
    const labels = suggested(inDiscovery('region: "|"')).map(({ label }) => label);
    assert.equal(labels[0], 'us-east-1');
    assert.ok(labels.includes('eu-central-1') && labels.includes('us-gov-west-1'));
    assert.equal(new Set(labels).size, labels.length);
  });
});

describe('suggestions: models', () => {
  const PLACES = [
    '{ agents: { defaults: { model: "|" } } }',
    "{ agents: { defaults: { model: 'amazon-|",
    '{ agents: { defaults: { model: amaz| } } }',
    '{ agents: { defaults: { model: | } } }',
    '{ agents: { defaults: { model: { primary: "|" } } } }',
    '{ agents: { defaults: { model: { primary: "x", fallbacks: ["|"] } } } }',
    '{ agents: { defaults: { imageModel: { primary: | } } } }',
    '{ agents: { list: [{ id: "a" }, { model: "|" }] } }',
    '{ agents: { entries: { a: { model: { fallbacks: ["x", "|',
  ];
  for (const text of PLACES) {
    it(`are suggested in ${JSON.stringify(text)}`, () => {
      const version = text.includes('list') ? '2026.5.7' : '2026.9.6';
      const labels = suggested(text, { version }).map(({ label }) => label);
      assert.deepEqual(labels.toSorted(), REFS.toSorted());
    });
  }

  it('are suggested with all of Bedrock’s for the allowlist', () => {
    const labels = suggested('{ agents: { defaults: { modelPolicy: { allow: ["|"] } } } }').map(
      ({ label }) => label,
    );
    assert.deepEqual(labels.toSorted(), ['amazon-bedrock/*', ...REFS].toSorted());
  });

  it('are suggested by id in the provider block', () => {
    const labels = suggested(
      '{ models: { providers: { "amazon-bedrock": { models: [{ id: "|" }] } } } }',
    ).map(({ label }) => label);
    assert.deepEqual(labels.toSorted(), REFS.map(ref => ref.slice('amazon-bedrock/'.length)).toSorted());
  });

  it('are suggested as names, less those that are there', () => {
    const text = `{ agents: { defaults: { models: { '${SONNET}': {}, '|' } } } }`;
    const labels = suggested(text).map(({ label }) => label);
    assert.deepEqual(labels.toSorted(), REFS.filter(ref => ref !== SONNET).toSorted());
  });

  it('come with their default routes first', () => {
    const labels = suggested('{ agents: { defaults: { model: "|" } } }').map(({ label }) => label);
    assert.deepEqual(
      labels.slice(0, MODELS.length),
      MODELS.map(({ routes: [{ id }] }) => `amazon-bedrock/${id}`),
    );
  });

  it('carry name, context and price', () => {
    const nova = suggested('{ agents: { defaults: { model: "|" } } }').find(
      ({ label }) => label === 'amazon-bedrock/amazon.nova-pro-v1:0',
    );
    assert.equal(nova?.detail, 'Name of amazon.nova-pro-v1:0 · 300K · $0.80 / $3.20');
    assert.match(nova.documentation ?? '', /300,000 tokens[^]*\$0\.80 in, \$3\.20 out/);
  });

  it('are none while none are known', () => {
    assert.deepEqual(suggested('{ agents: { defaults: { model: "|" } } }', { models: [] }), []);
  });
});

describe('suggestions: what they write', () => {
  const TAKEN: [text: string, label: string, result: string][] = [
    ['{ a|: {} }', 'agents', '{ agents: {} }'],
    ['{ "a|": {} }', 'agents', '{ "agents": {} }'],
    [inDiscovery('ref|'), 'refreshInterval', inDiscovery('refreshInterval: |3600')],
    [inDiscovery('ref| region: "x"'), 'refreshInterval', inDiscovery('refreshInterval: |3600, region: "x"')],
    [inDiscovery("'ref|'"), 'refreshInterval', inDiscovery("'refreshInterval': |3600")],
    [inDiscovery('"ref|"'), 'region', inDiscovery(`"region": '|'`)],
    [inDiscovery('|'), 'providerFilter', inDiscovery("providerFilter: ['|']")],
    [inDiscovery('|'), 'enabled', inDiscovery('enabled: |')],
    ['{"models":{|}}', 'providers', '{"models":{"providers": {\n\t|\n}}}'],
    ['{}'.replace('}', '|}'), 'agents', '{"agents": {\n\t|\n}}'],
    [
      '{ models: { providers: { | } } }',
      'amazon-bedrock',
      '{ models: { providers: { "amazon-bedrock": {\n\t|\n} } } }',
    ],
    [
      "{ a: 'x', agents: { defaults: { model: | } } }",
      SONNET,
      `{ a: 'x', agents: { defaults: { model: '${SONNET}' } } }`,
    ],
    [
      '{ agents: { defaults: { model: "am|azon" } } }',
      SONNET,
      `{ agents: { defaults: { model: "${SONNET}" } } }`,
    ],
    [
      "{ agents: { defaults: { model: 'am|\n } } }",
      SONNET,
      `{ agents: { defaults: { model: '${SONNET}'\n } } }`,
    ],
    [inDiscovery('enabled: "t|"'), 'true', inDiscovery('enabled: true')],
    [
      '{ models: { providers: { "amazon-bedrock": { | } } } }',
      'api',
      '{ models: { providers: { "amazon-bedrock": { api: "bedrock-converse-stream" } } } }',
    ],
  ];
  for (const [text, label, result] of TAKEN) {
    it(`${label} in ${JSON.stringify(text)}`, () => assert.equal(taken(text, label), result));
  }
});
