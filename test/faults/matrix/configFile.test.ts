/** Faults in OpenClaw's config file that need no other process; the other files of this tier have those. */
import assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import JSON5 from 'json5';
import { editConfig } from '../../../src/openclaw/editConfig.ts';
import { readConfig } from '../../../src/openclaw/readConfig.ts';
import { updateConfig } from '../../../src/openclaw/updateConfig.ts';
import { ConfigFolder } from '../../unit/openclaw/configFolder.ts';
import { problemOf } from '../children/problemOf.ts';
import { isFullRun, Random } from '../../unit/random.ts';
import { configFile } from './configFile.ts';
import { within } from './guard.ts';
import { seenOf } from './outcome.ts';
import { WHOLE } from './rows.ts';
import { runRows, type Take } from './tally.ts';

const TIMES = isFullRun ? 300 : 30;
const CONFIG = `{
  // Mine.
  agents: { defaults: { model: { primary: 'amazon-bedrock/acme.one' } } },
  models: { providers: { 'amazon-bedrock': { region: "us-east-1", models: [1, 2, 3,], } } },
  number: 0x1F, text: 'a\\
b',
}
`;
const EDITS = [{ path: ['agents', 'defaults', 'model', 'primary'], value: 'amazon-bedrock/acme.two' }];

describe('fault matrix: config file', () => {
  let config: ConfigFolder;
  beforeEach(async () => {
    config = await ConfigFolder.make();
  });
  afterEach(() => config.remove());

  const edit = () =>
    updateConfig(config.path, text => editConfig(text ?? '', EDITS, config.path).then(after => after));

  /** Reads and edits what is there: it is as it was where that ends in a problem, else the edit is in it. */
  async function edited(take: Take, text: string | Uint8Array): Promise<void> {
    await writeFile(config.path, text);
    const { problem: met, value } = await readConfig(config.path, {});
    const problem = await within('The edit', problemOf(edit()));
    assert.equal(met?.code, problem?.code, JSON.stringify([met, problem]));
    const now = config.text();
    if (problem) assert.equal(now, Buffer.from(text).toString());
    else {
      assert.ok(value);
      assert.match(JSON.stringify(JSON5.parse(now)), /amazon-bedrock\/acme\.two/);
    }
    take(problem ? seenOf(problem) : WHOLE);
  }

  runRows('Config file', configFile, {
    cut: async take => {
      const random = new Random(1);
      const end = CONFIG.lastIndexOf('}');
      for (let time = 0; time < TIMES; time++) await edited(take, CONFIG.slice(0, random.below(end)));
    },
    garbage: async take => {
      const random = new Random(2);
      for (let time = 0; time < TIMES; time++) {
        const its = Buffer.from(CONFIG);
        if (time % 2) its.writeUInt8(random.below(256), random.below(its.length));
        const noise = Buffer.from(Array.from({ length: 1 + random.below(200) }, () => random.below(256)));
        await edited(take, time % 2 ? its : noise);
      }
    },
    'wrong content type': async take => {
      for (const text of ['[1, 2]', '5', '"text"', 'null', '<html></html>']) await edited(take, text);
      await rm(config.path);
      await mkdir(config.path);
      const problem = await problemOf(edit());
      take(seenOf(problem!));
    },
    oversized: async take => {
      await edited(take, CONFIG.replace('{', `{ padding: '${'x'.repeat(1_000_000)}',`));
      await edited(take, CONFIG.replace('{', `{ deep: ${'['.repeat(500)}${']'.repeat(500)},`));
    },
    'duplicate events': async take => {
      await edited(
        take,
        CONFIG.replace('number', `agents: { defaults: { model: { primary: 'a' } } }, number`),
      );
      assert.equal(await edit(), undefined);
      take(WHOLE);
    },
    'deleted underfoot': async take => {
      for (const what of [config.path, config.folder]) {
        await mkdir(config.folder, { recursive: true });
        await writeFile(config.path, CONFIG);
        let calls = 0;
        const problem = await problemOf(
          updateConfig(config.path, async text => {
            if (calls++ === 0) await rm(what, { recursive: true });
            return editConfig(text ?? '', EDITS, config.path);
          }),
        );
        if (!problem) assert.match(config.text(), /acme\.two/);
        take(problem ? seenOf(problem) : WHOLE);
      }
    },
  });
});
