/** Whether the judge's word counts, and that OpenClaw leaves alone what we wrote. */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { editConfig } from '../../src/openclaw/editConfig.ts';
import { planPrimary } from '../../src/openclaw/edits/primaryModel.ts';
import { ConfigFolder } from '../unit/openclaw/configFolder.ts';
import { restoreConfig, updateConfig } from '../../src/openclaw/updateConfig.ts';
import { ONE } from '../unit/openclaw/edits/plans.ts';
import { around } from '../unit/openclaw/planned.ts';
import { AWS_MARKERS, OpenClaw, VERSIONS } from './openclaw.ts';

for (const version of VERSIONS) {
  describe(`openclaw@${version} as a judge`, function () {
    this.timeout(600_000);
    let openclaw: OpenClaw;
    before(async () => {
      openclaw = await OpenClaw.version(version);
    });

    const broken: Record<string, string> = {
      'a model that is none': '{ agents: { defaults: { model: 7 } } }',
      'a member that it does not know': '{ modles: {} }',
      'discovery settings in the older place': '{ models: { bedrockDiscovery: { enabled: true } } }',
      'no JSON5': '{ agents: ',
    };
    for (const [name, text] of Object.entries(broken)) {
      it(`says no to ${name}, by either command`, async () => {
        assert.equal((await openclaw.validate(text)).valid, false);
        await assert.rejects(openclaw.models(text), /nvalid/);
      });
    }

    it('follows includes, and says no to what they break', async () => {
      const including = { 'openclaw.json': "{ $include: './more/one.json5' }" };
      const good = { ...including, 'more/one.json5': "{ agents: { defaults: { model: 'x/y' } } }" };
      assert.equal((await openclaw.validate(good)).valid, true);
      assert.equal((await openclaw.models(good)).defaultModel, 'x/y');
      const bad = { ...including, 'more/one.json5': '{ agents: 7 }' };
      assert.equal((await openclaw.validate(bad)).valid, false);
      assert.equal((await openclaw.validate(including)).valid, false);
    });

    it('says the same with and without credentials', async () => {
      const text = "{ agents: { defaults: { model: 'amazon-bedrock/x' } } }";
      assert.equal((await openclaw.validate(text, AWS_MARKERS)).valid, true);
      assert.equal((await openclaw.models(text, AWS_MARKERS)).defaultModel, 'amazon-bedrock/x');
    });
  });
}

describe('openclaw@2026.9.6 on a model that is not listed', function () {
  this.timeout(600_000);
  const ref = 'amazon-bedrock/acme.odd-v9:0';
  const plan = planPrimary({}, ref, around('2026.9.6', { models: [ONE] }));

  it('knows it once the config describes it, and not before', async () => {
    const openclaw = await OpenClaw.version('2026.9.6');
    assert.equal(await openclaw.resolves('{}', ref), false);
    const edits = plan.related.flatMap(change => change.edits);
    assert.equal(await openclaw.resolves(await editConfig('{}', edits, 'openclaw.json'), ref), true);
  });
});

describe('openclaw@2026.9.6 on a config that gets much smaller', function () {
  this.timeout(600_000);
  const small = "{ gateway: { mode: 'local' }, agents: { defaults: { model: 'x/y' } } }\n";
  const large = `// ${'as long as a described model or two '.repeat(20)}\n${small}`;
  const other = "{ gateway: { mode: 'local' }, agents: { defaults: { model: 'x/z' } } }\n";

  let openclaw: OpenClaw;
  let config: ConfigFolder;
  before(async () => {
    openclaw = await OpenClaw.version('2026.9.6');
  });
  beforeEach(async () => {
    config = await ConfigFolder.make();
  });
  afterEach(() => config.remove());

  const write = (text: string) => updateConfig(config.path, () => Promise.resolve(text));
  /** The model that OpenClaw reads; it remembers the config where it takes it for a good one. */
  async function modelRead(): Promise<string> {
    const { output } = await openclaw.run(['models', 'status', '--plain'], config.folder);
    return output.trim();
  }
  const clobbered = () => config.names().filter(name => name.includes('.clobbered.'));

  it('would take it for damaged, and put the backup back', async () => {
    await write(small);
    await writeFile(`${config.path}.bak`, large);
    await modelRead();
    assert.equal(config.text(), large);
  });

  it('leaves it as it is after an undo, and after what is changed then', async () => {
    await write(small);
    await write(large);
    assert.equal(await modelRead(), 'x/y');
    await restoreConfig(config.path, large, small);
    assert.equal(await modelRead(), 'x/y');
    assert.equal(config.text(), small);
    await write(other);
    assert.equal(await modelRead(), 'x/z');
    assert.equal(config.text(), other);
    assert.deepEqual(clobbered(), []);
  });

  it('does not bring back one that was made and is gone', async () => {
    await write(large);
    await restoreConfig(config.path, large, undefined);
    await modelRead();
    assert.deepEqual(
      config.names().filter(name => name.startsWith('openclaw.json')),
      ['openclaw.json.bak'],
    );
  });
});
