/** The commands that edit OpenClaw's config, called with arguments, on real files. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import JSON5 from 'json5';
import * as vscode from 'vscode';
import { updateConfig } from '../../src/openclaw/updateConfig.ts';
import type { Bedrock } from '../bedrock/bedrock.ts';
import { run, useBedrock, useCli, useConfig, useVersion } from './world.ts';

interface Result {
  path: string;
  ref?: string;
  changed: boolean;
  notDone: string[];
  warnings: string[];
  problem?: { code: string; explanation: string };
}

const SONNET = 'amazon-bedrock/us.anthropic.claude-sonnet-4-5-20250929-v1:0';
const NOVA = 'amazon-bedrock/amazon.nova-pro-v1:0';

describe('commands that edit the OpenClaw config', () => {
  let bedrock: Bedrock;
  before(async () => {
    bedrock = await useBedrock();
    await useVersion('2026.9.6');
  });
  after(async () => {
    await useVersion('');
    await bedrock.close();
  });

  const text = (path: string) => readFileSync(path, 'utf8');
  const value = (path: string) => JSON5.parse<Record<string, unknown>>(text(path));

  /** Runs a command that must change the config from one text to the other, and back again when undone. */
  async function changes(before: string, after: string, verb: string, ...args: unknown[]): Promise<Result> {
    const path = await useConfig(before);
    const result = await run<Result>(verb, ...args);
    assert.equal(result.problem, undefined);
    assert.equal(result.changed, true);
    assert.equal(text(path), after);
    await run('undoLastConfigChange');
    assert.equal(text(path), before);
    return result;
  }

  const FALLBACKS = `{
  agents: {
    defaults: {
      model: {
        primary: '${SONNET}',
        fallbacks: [
          'openai/gpt-5.4', // second opinion
          'anthropic/claude',
        ],
      },
    },
  },
}
`;

  it('add a fallback behind the others', () =>
    changes(
      FALLBACKS,
      FALLBACKS.replace(`'anthropic/claude',\n`, `'anthropic/claude',\n          '${NOVA}',\n`),
      'addFallbackModel',
      NOVA,
    ));

  it('take a fallback out', () =>
    changes(
      FALLBACKS,
      FALLBACKS.replace(`          'anthropic/claude',\n`, ''),
      'removeFallbackModel',
      'anthropic/claude',
    ));

  it('put fallbacks in another order, comments and all', () =>
    changes(
      FALLBACKS,
      FALLBACKS.replace(
        /'openai[^]*claude',\n/,
        `'anthropic/claude',\n          'openai/gpt-5.4', // second opinion\n`,
      ),
      'setFallbackModels',
      ['anthropic/claude', 'openai/gpt-5.4'],
    ));

  it('refuse a fallback that is no ref', async () => {
    const path = await useConfig(FALLBACKS);
    const { problem, changed } = await run<Result>('setFallbackModels', ['sonnet']);
    assert.equal(problem?.code, 'reference-invalid');
    assert.equal(changed, false);
    assert.equal(text(path), FALLBACKS);
  });

  it('set the image model, and say so when it takes no images', async () => {
    await changes(
      `{ agents: { defaults: { imageModel: 'openai/gpt-5.4' } } }`,
      `{ agents: { defaults: { imageModel: '${NOVA}' } } }`,
      'setImageModel',
      NOVA,
    );
    await useConfig('{}');
    const { warnings } = await run<Result>('setImageModel', 'amazon-bedrock/amazon.nova-micro-v1:0');
    assert.equal(
      warnings.some(warning => warning.includes('no images')),
      true,
      warnings.join(),
    );
  });

  it('give an agent a model of its own in either layout, and take it away', async () => {
    await changes(
      `{ agents: { list: [{ id: 'main' }, { id: 'ops', model: 'openai/gpt-5.4' }] } }`,
      `{ agents: { list: [{ id: 'main' }, { id: 'ops', model: '${NOVA}' }] } }`,
      'setAgentModel',
      'ops',
      NOVA,
    );
    await changes(
      `{ agents: { entries: { ops: { model: '${NOVA}', name: 'Ops' } } } }`,
      `{ agents: { entries: { ops: { name: 'Ops' } } } }`,
      'setAgentModel',
      'ops',
      null,
    );
  });

  it('name the agents there are when one is not there', async () => {
    await useConfig(`{ agents: { list: [{ id: 'main' }, { id: 'ops' }] } }`);
    const { problem } = await run<Result>('setAgentModel', 'nobody', NOVA);
    assert.equal(problem?.code, 'agent-unknown');
    assert.ok(problem.explanation.includes('main, ops'), problem.explanation);
  });

  it('warn of agents that keep models of their own', async () => {
    await useConfig(`{ agents: { list: [{ id: 'ops', model: 'openai/gpt-5.4' }] } }`);
    const { warnings, changed } = await run<Result>('setPrimaryModel', SONNET);
    assert.equal(changed, true);
    assert.equal(
      warnings.some(warning => warning.includes('ops (openai/gpt-5.4)')),
      true,
      warnings.join(),
    );
  });

  it('describe a model with its true limits and its price, and take it out again', async () => {
    const path = await useConfig(`{\n  // mine\n  agents: {},\n}\n`);
    assert.equal((await run<Result>('addModelToConfig', NOVA)).changed, true);
    assert.deepEqual(value(path)['models'], {
      providers: {
        'amazon-bedrock': {
          baseUrl: 'https://bedrock-runtime.us-east-1.amazonaws.com',
          api: 'bedrock-converse-stream',
          auth: 'aws-sdk',
          models: [
            {
              id: 'amazon.nova-pro-v1:0',
              name: 'Nova Pro',
              reasoning: false,
              input: ['text', 'image'],
              cost: { input: 0.8, output: 3.2, cacheRead: 0.2, cacheWrite: 0.8 },
              contextWindow: 300_000,
              maxTokens: 5_120,
            },
          ],
        },
      },
    });
    assert.equal((await run<Result>('addModelToConfig', NOVA)).changed, false);
    assert.equal((await run<Result>('removeModelFromConfig', NOVA)).changed, true);
    assert.ok(text(path).includes('models: []'), text(path));
    assert.ok(text(path).startsWith('{\n  // mine\n  agents: {},\n'));
  });

  it('know nothing to write of a model that Bedrock does not list', async () => {
    await useConfig('{}');
    const { problem } = await run<Result>('addModelToConfig', 'amazon-bedrock/acme.none-v1:0');
    assert.equal(problem?.code, 'model-unknown');
  });

  it('set an alias, keeping all models allowed in the way of the version', async () => {
    const path = await useConfig('{\n}\n');
    await run('setAlias', NOVA, 'nova');
    assert.deepEqual(value(path), {
      agents: { defaults: { models: { [NOVA]: { alias: 'nova' } }, modelPolicy: {} } },
    });

    await useVersion('2026.5.7');
    try {
      const before = `{ agents: { defaults: { model: '${SONNET}' } } }`;
      const old = await useConfig(before);
      const refused = await run<Result>('setAlias', NOVA, 'nova');
      assert.equal(refused.changed, false);
      assert.equal(refused.notDone.length, 1);
      assert.equal(text(old), before);
      await run('setAlias', NOVA, 'nova', { allowRelated: true });
      assert.deepEqual(value(old), {
        agents: { defaults: { model: SONNET, models: { [NOVA]: { alias: 'nova' }, [SONNET]: {} } } },
      });
    } finally {
      await useVersion('2026.9.6');
    }
  });

  it('configure discovery where the version reads it, and take a setting out', async () => {
    const plugin = `{
  plugins: {
    entries: {
      'amazon-bedrock': {
        config: {
          discovery: {
            // ours
            region: 'eu-central-1',
            refreshInterval: 0x10,
          },
        },
      },
    },
  },
}
`;
    await changes(
      plugin,
      plugin.replace(
        `            refreshInterval: 0x10,\n`,
        `            providerFilter: [\n              'anthropic',\n            ],\n`,
      ),
      'configureDiscovery',
      { refreshInterval: null, providerFilter: ['anthropic'] },
    );
    const path = await useConfig('{}');
    await run('configureDiscovery', { enabled: true });
    assert.deepEqual(value(path), {
      plugins: { entries: { 'amazon-bedrock': { config: { discovery: { enabled: true } } } } },
    });
    await useVersion('2026.2.6-3');
    try {
      const old = await useConfig('{}');
      await run('configureDiscovery', { enabled: true });
      assert.deepEqual(value(old), { models: { bedrockDiscovery: { enabled: true } } });
    } finally {
      await useVersion('2026.9.6');
    }
  });

  it('refuse discovery settings that OpenClaw would refuse', async () => {
    const path = await useConfig('{}');
    for (const settings of [{ refreshInterval: -1 }, { enabled: 'yes' }, { regoin: 'eu-west-1' }]) {
      const { problem } = await run<Result>('configureDiscovery', settings);
      assert.equal(problem?.code, 'setting-invalid', JSON.stringify(settings));
    }
    assert.equal(text(path), '{}');
  });

  it('move discovery settings to the newer layout, comments and all', () =>
    changes(
      `{
  models: {
    // how models are found
    bedrockDiscovery: {
      enabled: true, // always
      region: 'eu-west-1',
    },
    mode: 'merge',
  },
}
`,
      `{
  models: {
    mode: 'merge',
  },
  plugins: {
    entries: {
      'amazon-bedrock': {
        config: {
          // how models are found
          discovery: {
            enabled: true, // always
            region: 'eu-west-1',
          },
        },
      },
    },
  },
}
`,
      'migrateDiscovery',
    ));

  it('edit the included file in which the member stands', async () => {
    const root = `{\n  agents: { $include: './agents.json5' }, // elsewhere\n}\n`;
    const included = `{\n  // who answers\n  defaults: { model: 'openai/gpt-5.4' },\n}\n`;
    const path = await useConfig(root);
    const file = join(dirname(path), 'agents.json5');
    writeFileSync(file, included);
    assert.equal((await run<Result>('setPrimaryModel', NOVA)).changed, true);
    assert.equal(text(path), root);
    assert.equal(text(file), included.replace('openai/gpt-5.4', NOVA));
    await run('undoLastConfigChange');
    assert.equal(text(file), included);
  });

  it('leave variables as they are written', async () => {
    process.env['OPENCLAW_TEST_FALLBACK'] = 'openai/gpt-5.4';
    await changes(
      `{ agents: { defaults: { model: { primary: 'a/b', fallbacks: ['\${OPENCLAW_TEST_FALLBACK}'] } } } }`,
      `{ agents: { defaults: { model: { primary: 'a/b', fallbacks: ['\${OPENCLAW_TEST_FALLBACK}', '${NOVA}'] } } } }`,
      'addFallbackModel',
      NOVA,
    );
  });

  it('say what a model needs where the environment names no credentials, and do it when allowed to', async () => {
    const keys = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_BEARER_TOKEN_BEDROCK', 'AWS_PROFILE'];
    const had = keys.map(key => [key, process.env[key]] as const);
    for (const key of keys) Reflect.deleteProperty(process.env, key);
    try {
      const path = await useConfig('{\n}\n');
      const careful = await run<Result>('setPrimaryModel', SONNET);
      assert.equal(careful.notDone.length, 2, careful.notDone.join());
      assert.deepEqual(value(path), { agents: { defaults: { model: { primary: SONNET } } } });
      const whole = await run<Result>('setPrimaryModel', SONNET, { allowRelated: true });
      assert.deepEqual(whole.notDone, []);
      assert.deepEqual(value(path)['plugins'], {
        entries: { 'amazon-bedrock': { enabled: true, config: { discovery: { enabled: true } } } },
      });
    } finally {
      for (const [key, was] of had) if (was !== undefined) process.env[key] = was;
    }
  });

  it('ask the openclaw command for its version, once', async () => {
    await useVersion('');
    const count = join(dirname(await useConfig('{}')), 'asked');
    writeFileSync(count, '');
    const removeCli = useCli(`echo asked >> '${count}'; echo 'OpenClaw 2026.2.6'`);
    try {
      const first = await useConfig('{}');
      await run('configureDiscovery', { enabled: true });
      await run('configureDiscovery', { enabled: false });
      assert.deepEqual(value(first), { models: { bedrockDiscovery: { enabled: false } } });
      assert.equal(readFileSync(count, 'utf8'), 'asked\n');
    } finally {
      removeCli();
      await useVersion('2026.9.6');
    }
  });

  it('lose neither of two edits made at once, nor one of another program', async () => {
    const path = await useConfig(FALLBACKS);
    const [first, second] = await Promise.all([
      run<Result>('addFallbackModel', NOVA),
      run<Result>('setImageModel', NOVA),
      updateConfig(path, before => Promise.resolve(before && `// from elsewhere\n${before}`)),
    ]);
    assert.deepEqual([first.problem, second.problem], [undefined, undefined]);
    const written = text(path);
    assert.ok(written.startsWith('// from elsewhere\n'), written);
    assert.ok(written.includes(`'anthropic/claude',\n          '${NOVA}',\n`), written);
    assert.ok(written.includes(`imageModel: {\n        primary: '${NOVA}',\n`), written);
  });

  it('say that the version is assumed where it matters and nothing tells', async () => {
    await useVersion('');
    try {
      await useConfig('{}');
      const { warnings } = await run<Result>('configureDiscovery', { enabled: true });
      assert.equal(warnings.length, 1);
      assert.match(warnings[0] ?? '', /not known/);
      await useConfig('{}');
      const { warnings: others } = await run<Result>('setPrimaryModel', SONNET);
      assert.ok(!others.some(warning => warning.includes('not known')), others.join());
    } finally {
      await useVersion('2026.9.6');
    }
  });

  it('create a config where there is none, and leave one that is there', async () => {
    const path = await useConfig(undefined);
    assert.equal((await run<Result>('createConfig')).changed, true);
    assert.deepEqual(value(path), {});
    assert.equal((await run<Result>('createConfig')).changed, false);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('open the config at the member last changed', async () => {
    await useConfig(FALLBACKS);
    await run('setPrimaryModel', NOVA);
    await run('openConfig');
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.getText(editor.selection), `'${NOVA}'`);
    assert.equal(editor.document.languageId, 'json5');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('check the config, with OpenClaw’s own verdict where it is installed', async () => {
    await useConfig(`{ models: { bedrockDiscovery: { enabled: true } } }`);
    const removeCli = useCli(
      `echo '{"valid":false,"issues":[{"path":"models","message":"Unrecognized key"}],"warnings":[]}'; exit 1`,
    );
    try {
      const result = await run<{ valid: boolean; findings: { code: string }[]; openclaw: unknown }>(
        'checkConfig',
      );
      assert.equal(result.valid, false);
      assert.deepEqual(
        result.findings.map(({ code }) => code),
        ['other-layout'],
      );
      assert.deepEqual(result.openclaw, {
        valid: false,
        issues: [{ path: 'models', message: 'Unrecognized key' }],
        warnings: [],
      });
    } finally {
      removeCli();
    }
  });
});
