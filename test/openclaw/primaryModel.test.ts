/** The real OpenClaw judges the configs in which we set the primary model. */
import assert from 'node:assert/strict';
import { editConfig } from '../../src/openclaw/editConfig.ts';
import { primaryEdits } from '../unit/openclaw/planned.ts';
import { parseConfig } from '../../src/openclaw/readConfig.ts';
import { OpenClaw } from './openclaw.ts';

const REF = 'amazon-bedrock/us.anthropic.claude-sonnet-4-5-20250929-v1:0';

const CONFIGS: Record<string, string> = {
  'an empty config': '{\n}\n',
  'a config full of comments, trailing commas, single quotes and variables': `// mine
{
  /* the gateway */
  gateway: { mode: 'local', port: 0x4965, auth: { mode: 'token', token: '\${MY_TOKEN}', }, }, // hex
  agents: {
    defaults: {
      model: { primary: 'anthropic/claude-sonnet-4-5', fallbacks: ['openai/gpt-5.4',], }, // both
      models: { 'anthropic/claude-sonnet-4-5': { alias: 'sonnet', }, },
    },
  },
}
`,
  'a model given as a string': `{ "agents": { "defaults": { "model": "anthropic/claude-sonnet-4-5" } } }`,
  'defaults without a model': `{\n  "agents": {\n    "defaults": {\n      "workspace": "~/work"\n    }\n  }\n}\n`,
};

describe('openclaw@2026.9.6 on a changed primary model', () => {
  let openclaw: OpenClaw;
  before(async function () {
    this.timeout(600_000);
    openclaw = await OpenClaw.version('2026.9.6');
  });

  it('calls a broken config invalid, so that its word counts', async () => {
    assert.equal((await openclaw.validate('{ agents: { defaults: { model: 7 } } }')).valid, false);
  });

  for (const [title, text] of Object.entries(CONFIGS)) {
    it(`finds ${title} valid before and after, with the new primary`, async () => {
      const after = await editConfig(text, primaryEdits(parseConfig(text, title), REF), title);
      const [before, now] = [await openclaw.validate(text), await openclaw.validate(after)];
      assert.deepEqual([before.valid, now.valid], [true, true], JSON.stringify([before, now]));
      assert.equal((await openclaw.models(after)).defaultModel, REF);
    });
  }
});
