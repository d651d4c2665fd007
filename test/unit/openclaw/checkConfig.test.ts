import assert from 'node:assert/strict';
import JSON5 from 'json5';
import {
  type CheckContext,
  checkConfig,
  type Finding,
  type FindingFix,
} from '../../../src/openclaw/checkConfig.ts';
import { editConfig } from '../../../src/openclaw/editConfig.ts';
import type { JsonObject } from '../../../src/openclaw/jsonValue.ts';
import { layoutOf } from '../../../src/openclaw/layout.ts';
import { CASES, FINE, HAIKU, MODELS, SONNET } from './checkCases.ts';

function context(version = '2026.9.6', more: Partial<CheckContext> = {}): CheckContext {
  return {
    installation: { version, source: 'cli', layout: layoutOf(version) },
    models: MODELS,
    region: 'us-east-1',
    ...more,
  };
}

async function fixed(text: string, fix: FindingFix): Promise<string> {
  if ('edits' in fix) return editConfig(text, fix.edits, 'openclaw.json');
  assert.ok('range' in fix, fix.label);
  return text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1]);
}

const isSame = (one: Finding) => (other: Finding) =>
  one.code === other.code && one.path.join() === other.path.join();

describe('check of a config', () => {
  for (const { title, text, version, code, severity = 'error', marked, says, ...expected } of CASES) {
    it(`finds ${title}`, async () => {
      const findings = await checkConfig(text, context(version));
      const [found, ...others] = findings.filter(finding => finding.code === code);
      assert.ok(found, `found ${JSON.stringify(findings)}`);
      assert.deepEqual(others, []);
      assert.deepEqual([found.severity, text.slice(...found.range)], [severity, marked]);
      assert.match(found.message, says);
      assert.match(found.message, /^[^a-z].*[.?]$/);

      const [first] = found.fixes;
      if (expected.fixed !== undefined) {
        assert.ok(first && !('command' in first));
        const after = await fixed(text, first);
        // How an edit by path is laid out is for the tests of edits to say.
        if ('edits' in first) assert.deepEqual(JSON5.parse(after), JSON5.parse(expected.fixed));
        else assert.equal(after, expected.fixed);
      } else {
        assert.equal(first && 'command' in first ? first.command : undefined, expected.command);
      }
      for (const fix of found.fixes.filter(each => !('command' in each))) {
        const after = await checkConfig(await fixed(text, fix), context(version));
        assert.equal(after.some(isSame(found)), false, `${fix.label} left ${JSON.stringify(after)}`);
      }
    });

    it(`finds nothing else with ${title}`, async () => {
      const findings = await checkConfig(text, context(version));
      assert.deepEqual([...new Set(findings.map(finding => finding.code))], [code]);
    });
  }

  for (const { title, text, version } of FINE) {
    it(`finds nothing in ${title}`, async () => {
      assert.deepEqual(await checkConfig(text, context(version)), []);
    });
  }

  it('says nothing of models and providers while none are known', async () => {
    for (const { text, version, code } of CASES) {
      if (!/^(unknown-model|unknown-provider|model-needs-profile|profile-elsewhere)$/.test(code)) continue;
      assert.deepEqual(await checkConfig(text, context(version, { models: [] })), [], text);
    }
  });

  it('finds things in their order', async () => {
    const text = `{ agents: { defaults: { model: 5 } }, models: { bedrockDiscovery: { enabled: 1 } } }`;
    const codes = (await checkConfig(text, context())).map(({ code }) => code);
    assert.deepEqual(codes, ['wrong-type', 'other-layout', 'wrong-type']);
  });

  it('judges variables that have a value by it', async () => {
    const read: CheckContext['read'] = value =>
      JSON.parse(JSON.stringify(value).replace('${MODEL}', 'amazon-bedrock/amazon.nova')) as typeof value;
    const text = "{ agents: { defaults: { model: '${MODEL}' } } }";
    const [found] = await checkConfig(text, context(undefined, { read }));
    assert.equal(found?.code, 'unknown-model');
    assert.equal(text.slice(...found.range), "'${MODEL}'");
  });

  it('judges an included file by where it stands, and the whole config by what it says', async () => {
    const text = `{ model: '${SONNET}', models: { '${HAIKU}': {} } }`;
    const at = ['agents', 'defaults'];
    const config = { agents: { defaults: JSON5.parse<JsonObject>(text) } };
    const [found, ...others] = await checkConfig(text, context('2026.5.7', { at, config }));
    assert.deepEqual(others, []);
    assert.deepEqual([found?.code, found?.path], ['model-not-allowed', ['model']]);
    const after = await fixed(text, found!.fixes[0]!);
    assert.equal(after, `{ model: '${SONNET}', models: { '${HAIKU}': {}, '${SONNET}': {} } }`);
  });

  it('offers no edit of another file', async () => {
    const config = { agents: { defaults: { model: SONNET, models: { [HAIKU]: {} } } } };
    const [found] = await checkConfig(
      `'${SONNET}'`,
      context('2026.5.7', { at: ['agents', 'defaults', 'model'], config }),
    );
    assert.deepEqual([found?.code, found?.fixes], ['model-not-allowed', []]);
  });

  it('says nothing of a file that is included where nothing is Bedrock’s', async () => {
    const at = ['channels', 'slack'];
    assert.deepEqual(await checkConfig('{ model: 5 }', context(undefined, { at, config: {} })), []);
  });

  it('names no version where none is known', async () => {
    const installation = { source: 'layout', layout: layoutOf('2026.9.6') } as const;
    const text = '{ models: { bedrockDiscovery: {} }, agents: { entries: {} } }';
    const [found] = await checkConfig(text, { ...context(), installation });
    assert.match(found?.message ?? '', /^This version of OpenClaw refuses/);
  });
});
