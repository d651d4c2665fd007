/** The real OpenClaw judges the block of a proxy, with the variable that holds its key and without. */
import assert from 'node:assert/strict';
import { editConfig } from '../../src/openclaw/editConfig.ts';
import { editsOf } from '../../src/openclaw/edits/plan.ts';
import { planProxyProvider, proxyEntry, type ProxyProvider } from '../../src/openclaw/edits/proxyProvider.ts';
import type { JsonObject } from '../../src/openclaw/jsonValue.ts';
import { parseConfig } from '../../src/openclaw/parseConfig.ts';
import { around } from '../unit/openclaw/planned.ts';
import { OpenClaw, VERSIONS } from './openclaw.ts';

const VARIABLE = 'BEDROCK_PROXY_API_KEY';
const SET = { [VARIABLE]: 'sk-simulated' };
const price = { input: 3, output: 15, cacheRead: 0.3, cacheWrite: 3.75 };
const PROXY: ProxyProvider = {
  id: 'bedrock-proxy',
  baseUrl: 'https://litellm.example.com/v1',
  key: { variable: VARIABLE, isSet: true, file: '.env' },
  models: [
    proxyEntry('claude-sonnet-4-5', {
      name: 'Claude Sonnet 4.5',
      input: ['text', 'image'],
      contextWindow: 200_000,
      maxTokens: 64_000,
      price,
    }),
    proxyEntry('bedrock/house:model', {}),
  ],
  primary: 'bedrock/house:model',
};
const PRIMARY = 'bedrock-proxy/bedrock/house:model';

const STARTS: Readonly<Record<string, string>> = {
  'an empty config': '{}',
  'a config with models of its own': `{
  // mine
  models: { mode: 'merge', providers: { other: { baseUrl: 'https://o.example', models: [] } } },
  agents: { defaults: { model: { primary: 'other/x', fallbacks: ['other/y'] }, models: { 'other/x': {} } } },
}
`,
  'a block for another proxy': `{
  models: {
    providers: {
      'bedrock-proxy': {
        baseUrl: 'http://127.0.0.1:4000', // the old one
        apiKey: 'plain',
        api: 'anthropic-messages',
        models: [{ id: 'claude-sonnet-4-5', name: 'Mine', reasoning: true }],
      },
    },
  },
}
`,
};

for (const version of VERSIONS) {
  describe(`openclaw@${version} on a proxy`, function () {
    this.timeout(600_000);
    let openclaw: OpenClaw;
    before(async () => (openclaw = await OpenClaw.version(version)));

    const written = (before: string, proxy: Partial<ProxyProvider> = {}) => {
      const config: JsonObject = parseConfig(before, 'openclaw.json');
      const plan = planProxyProvider(config, { ...PROXY, ...proxy }, around(version));
      return editConfig(
        before,
        editsOf(plan, () => true),
        'openclaw.json',
      );
    };

    for (const [name, before] of Object.entries(STARTS)) {
      it(`takes it in ${name}, whether or not its key is set`, async () => {
        assert.equal((await openclaw.validate(before)).valid, true);
        const after = await written(before);
        assert.ok(after.includes(`\${${VARIABLE}}`), after);
        for (const environment of [SET, {}]) {
          assert.equal((await openclaw.validate(after, environment)).valid, true, after);
        }
        const { defaultModel, allowed } = await openclaw.models(after, SET);
        assert.equal(defaultModel, PRIMARY);
        assert.equal(allowed.length === 0 || allowed.includes(PRIMARY), true);
      });
    }

    it('takes one that needs no key', async () => {
      const after = await written('{}', { key: null, baseUrl: 'http://127.0.0.1:4000/v1' });
      assert.equal((await openclaw.validate(after)).valid, true, after);
    });

    it('would refuse an entry without a name', async () => {
      const nameless = (await written('{}')).replace(/"name": *"bedrock\/house:model"/, '"compat": {}');
      const { valid, issues } = await openclaw.validate(nameless, SET);
      assert.equal(valid, false, nameless);
      assert.match(issues?.[0]?.path ?? '', /models\.1\.name/);
    });
  });
}

describe('openclaw@2026.9.6 on a proxy’s key', function () {
  this.timeout(600_000);
  it('says which variable is missing', async () => {
    const plan = planProxyProvider({}, PROXY, around());
    const after = await editConfig('{}', plan.edits, 'openclaw.json');
    const { warnings } = await (await OpenClaw.version('2026.9.6')).validate(after);
    assert.deepEqual(
      warnings?.map(({ path }) => path),
      ['models.providers.bedrock-proxy.apiKey'],
    );
  });
});
