import assert from 'node:assert/strict';
import { editConfig } from '../../../../src/openclaw/editConfig.ts';
import { editsOf } from '../../../../src/openclaw/edits/plan.ts';
import {
  keyVariableIn,
  modelsIn,
  planProxyProvider,
  providerIn,
  providersAt,
  proxyEntry,
  type ProxyProvider,
} from '../../../../src/openclaw/edits/proxyProvider.ts';
import type { JsonObject, JsonValue } from '../../../../src/openclaw/jsonValue.ts';
import { parseConfig } from '../../../../src/openclaw/parseConfig.ts';
import { readWith } from '../../../../src/openclaw/variables.ts';
import { around } from '../planned.ts';
import { related, warnings } from './plans.ts';

const KEY = { variable: 'PROXY_KEY', isSet: true, file: '/home/jane/.openclaw/.env' };
const PROXY: ProxyProvider = {
  id: 'litellm',
  baseUrl: 'https://litellm.example.com/v1',
  key: KEY,
  models: [
    { id: 'one', name: 'One', contextWindow: 200_000 },
    { id: 'two', name: 'two' },
  ],
};

/** The text after all that is agreed to; `values` are OpenClaw's variables. */
async function written(
  text: string,
  proxy: Partial<ProxyProvider> = {},
  { values = {}, version = '2026.9.6', isAllAgreed = true }: Options = {},
): Promise<string> {
  const read = readWith(values);
  const config = read(parseConfig(text, 'openclaw.json')) as JsonObject;
  const plan = planProxyProvider(config, { ...PROXY, ...proxy }, around(version));
  const edits = editsOf(plan, ({ consent }) => isAllAgreed || consent === 'implied');
  return editConfig(text, edits, 'openclaw.json', text.includes('${') ? { read } : {});
}

interface Options {
  readonly values?: Readonly<Record<string, string>>;
  readonly version?: string;
  readonly isAllAgreed?: boolean;
}

const block = (its: JsonObject, id = 'litellm'): JsonObject => ({ models: { providers: { [id]: its } } });

describe('an entry of a proxy’s model', () => {
  it('says what is known', () => {
    const price = { input: 3, output: 15, cacheRead: 0.3, cacheWrite: 3.75 };
    const known = {
      name: 'One',
      input: ['text', 'image'],
      contextWindow: 200_000,
      maxTokens: 8_192,
      price,
    } as const;
    const { price: cost, ...rest } = known;
    assert.deepEqual(proxyEntry('one', known), { id: 'one', ...rest, cost });
  });
  it('has the id for a name where nothing is', () =>
    assert.deepEqual(proxyEntry('one', {}), { id: 'one', name: 'one' }));
});

describe('what a config has of proxies', () => {
  const config = block(
    { baseUrl: 'https://LiteLLM.example.com/v1/', models: [{ id: 'a' }, {}, 7] },
    'LiteLLM',
  );
  it('is found by id in any case, by base URL, and with its models', () => {
    assert.equal(providerIn(config, 'litellm'), 'LiteLLM');
    assert.equal(providerIn(config, 'other'), undefined);
    assert.deepEqual(providersAt(config, PROXY.baseUrl), ['LiteLLM']);
    assert.deepEqual(providersAt(config, 'https://x.example'), []);
    assert.deepEqual(modelsIn(config, 'LiteLLM'), ['a']);
    for (const odd of [undefined, {}, { models: 7 }, block({ models: 7 })]) {
      assert.equal(providerIn(odd, 'x'), undefined);
      assert.deepEqual([providersAt(odd, 'https://x.example'), modelsIn(odd, 'litellm')], [[], []]);
    }
  });

  const keys: [apiKey: JsonValue, variable: string | undefined][] = [
    ['${PROXY_KEY}', 'PROXY_KEY'],
    [{ source: 'env', provider: 'default', id: 'PROXY_KEY' }, 'PROXY_KEY'],
    [{ source: 'file', provider: 'default', id: '/x' }, undefined],
    ['sk-1', undefined],
    ['$${PROXY_KEY}', undefined],
    ['x${PROXY_KEY}', undefined],
  ];
  for (const [apiKey, variable] of keys) {
    it(`is the key by ${JSON.stringify(apiKey)}: ${variable ?? 'none'}`, () =>
      assert.equal(keyVariableIn(block({ apiKey }), 'litellm'), variable));
  }
});

describe('a proxy in the config', () => {
  it('is written whole where there is none, beside what is there', async () => {
    const before = `// mine
{
  agents: { defaults: { model: 'openai/gpt-5.4' } }, // answers
  models: {
    mode: 'merge', // keep
  },
}
`;
    assert.equal(
      await written(before),
      before.replace(
        `mode: 'merge', // keep\n`,
        `mode: 'merge', // keep
    providers: {
      litellm: {
        baseUrl: 'https://litellm.example.com/v1',
        apiKey: '\${PROXY_KEY}',
        api: 'openai-completions',
        models: [
          {
            id: 'one',
            name: 'One',
            contextWindow: 200000,
          },
          {
            id: 'two',
            name: 'two',
          },
        ],
      },
    },
`,
      ),
    );
  });

  for (const values of [{}, { PROXY_KEY: 'sk-1', OTHER: 'x' }] as Record<string, string>[]) {
    it(`has its key by name in a config with variables, ${values['PROXY_KEY'] ? 'set' : 'not set'}`, async () => {
      const text = await written(`{ env: { vars: { A: '\${OTHER}' } } }\n`, {}, { values });
      assert.ok(text.includes(`apiKey: '\${PROXY_KEY}'`), text);
      assert.ok(!text.includes('sk-1') && !text.includes('$$'), text);
      assert.equal(await written(text, {}, { values }), text);
    });
  }

  const OLD = `{
  models: {
    providers: {
      // of the company
      litellm: {
        baseUrl: 'https://litellm.example.com/v1/', // do not touch
        apiKey: '\${OLD_KEY}', // from the vault
        api: 'openai-completions',
        timeoutSeconds: 0x3c,
        headers: { 'x-team': 'red' },
        models: [
          // the good one
          { id: 'one', name: 'Mine', compat: { supportsStore: false } }, // ours
          { id: 'gone', name: 'gone' },
        ],
      },
    },
  },
}
`;
  it('is brought up to date where it is there, and all else stays', async () => {
    assert.equal(
      await written(OLD, { gone: ['gone'] }, { values: { OLD_KEY: 'sk-old' } }),
      OLD.replace('${OLD_KEY}', '${PROXY_KEY}')
        .replace('supportsStore: false } }', 'supportsStore: false }, contextWindow: 200000 }')
        .replace(`{ id: 'gone', name: 'gone' },`, `{ id: 'two', name: 'two' },`),
    );
  });

  it('stays as it is to the letter where nothing is to change', async () => {
    const key = { ...KEY, variable: 'OLD_KEY' };
    const models = [{ id: 'one', name: 'One' }];
    assert.equal(await written(OLD, { key, models }, { values: { OLD_KEY: 'sk-old' } }), OLD);
    assert.equal(await written(OLD, { key: undefined, models }), OLD);
  });

  it('gives up a key in plain text, also one that the variable has too', async () => {
    const plain = OLD.replace('${OLD_KEY}', 'sk-old');
    const expected = plain.replace('sk-old', '${PROXY_KEY}');
    const models = [{ id: 'one', name: 'One' }];
    for (const more of ['', `// \${X}\n`]) {
      for (const values of [{}, { PROXY_KEY: 'sk-old' }, { PROXY_KEY: 'sk-new' }] as Record<
        string,
        string
      >[]) {
        assert.equal(await written(more + plain, { models }, { values }), more + expected);
      }
    }
  });

  it('keeps a key that is named in the newer form', async () => {
    const newer = OLD.replace(`'\${OLD_KEY}'`, `{ source: 'env', provider: 'default', id: 'PROXY_KEY' }`);
    const models = [{ id: 'one', name: 'One' }];
    assert.equal(await written(newer, { models }), newer);
    const key = { ...KEY, variable: 'OTHER_KEY' };
    assert.ok((await written(newer, { key, models })).includes(`apiKey: '\${OTHER_KEY}', // from the vault`));
  });

  it('has no key where it needs none', async () => {
    const models = [{ id: 'one', name: 'One' }];
    const without = await written(OLD, { key: null, models });
    assert.ok(!without.includes('apiKey') && without.includes('// do not touch'), without);
    assert.ok(!(await written('{}', { key: null })).includes('apiKey'));
  });

  it('is not turned from another place, or another API, unasked', async () => {
    const other = OLD.replace('litellm.example.com/v1/', 'other.example.com').replace(
      'openai-completions',
      'anthropic-messages',
    );
    assert.equal(await written(other, {}, { isAllAgreed: false }), other);
    const turned = await written(other);
    assert.ok(turned.includes(`baseUrl: 'https://litellm.example.com/v1', // do not touch`), turned);
    assert.ok(turned.includes(`api: 'openai-completions'`), turned);
    assert.deepEqual(
      related(planProxyProvider(parseConfig(other, ''), PROXY, around())).map(
        ([consent, text]) => `${consent}: ${text}`,
      ),
      [
        'required: Lead the provider litellm, which is "https://other.example.com" now, to https://litellm.example.com/v1',
        'required: Speak OpenAI’s API to it instead of "anthropic-messages" (models.providers.litellm.api)',
      ],
    );
    const responses = OLD.replace('openai-completions', 'openai-responses');
    assert.ok((await written(responses)).includes('openai-responses'));
  });

  it('may be primary, and is allowed as other models are', () => {
    const config: JsonObject = { agents: { defaults: { model: { primary: 'a/b' }, models: { 'a/b': {} } } } };
    const plan = planProxyProvider(config, { ...PROXY, primary: 'two' }, around('2026.5.7'));
    assert.deepEqual(plan.edits.at(-1), {
      path: ['agents', 'defaults', 'model', 'primary'],
      value: 'litellm/two',
    });
    assert.deepEqual(related(plan), [
      [
        'implied',
        'Add litellm/one, litellm/two to the models that OpenClaw may use (agents.defaults.models)',
        { path: ['agents', 'defaults', 'models', 'litellm/one'], value: {} },
        { path: ['agents', 'defaults', 'models', 'litellm/two'], value: {} },
      ],
    ]);
    const policy: JsonObject = { agents: { defaults: { modelPolicy: { allow: ['litellm/*'] } } } };
    assert.deepEqual(related(planProxyProvider(policy, PROXY, around())), []);
    const agents: JsonObject = { agents: { entries: { ops: { model: 'a/b' } } } };
    assert.match(
      warnings(planProxyProvider(agents, { ...PROXY, primary: 'one' }, around()))[0] ?? '',
      /ops \(a\/b\)/,
    );
  });

  it('tells where it becomes the primary model by itself', () => {
    const text = (config: JsonObject) => warnings(planProxyProvider(config, PROXY, around())).join();
    assert.match(text({}), /may take litellm\/one/);
    assert.equal(text({ agents: { defaults: { model: 'a/b' } } }), '');
    assert.equal(text(block({ models: [{ id: 'x', name: 'x' }] }, 'first')), '');
  });

  it('tells of a key that OpenClaw does not have, and asks first where that breaks its config', () => {
    const missing = { ...PROXY, key: { ...KEY, isSet: false } };
    const config = { agents: { defaults: { model: 'a/b' } } };
    for (const version of ['2026.5.7', '2026.9.6']) {
      const plan = planProxyProvider(config, missing, around(version));
      assert.deepEqual(related(plan), []);
      const [warning] = plan.warnings;
      assert.match(warning?.text ?? '', /does not have PROXY_KEY yet: set it in \/home\/jane/);
      assert.deepEqual(warning?.fix && 'arguments' in warning.fix && warning.fix.arguments, ['PROXY_KEY']);
    }
    const [[consent, text, ...edits] = []] = related(
      planProxyProvider(config, missing, around('2026.2.6-3')),
    );
    assert.deepEqual([consent, edits], ['required', []]);
    assert.match(text ?? '', /PROXY_KEY/);
    assert.deepEqual(related(planProxyProvider(config, PROXY, around('2026.2.6-3'))), []);
  });

  it('warns of models that are in use where they are taken out', () => {
    const config: JsonObject = {
      ...block({ baseUrl: PROXY.baseUrl, models: [{ id: 'gone', name: 'x' }] }),
      agents: { defaults: { model: 'litellm/gone' } },
    };
    const plan = planProxyProvider(config, { ...PROXY, gone: ['gone', 'never'] }, around());
    assert.deepEqual(related(plan), [
      [
        'implied',
        'Take gone out (models.providers.litellm.models)',
        { path: ['models', 'providers', 'litellm', 'models', 0], remove: true },
      ],
    ]);
    assert.match(warnings(plan).join(), /still OpenClaw’s primary model/);
  });
});
