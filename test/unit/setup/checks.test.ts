import assert from 'node:assert/strict';
import type { CheckId } from '../../../src/setup/check.ts';
import type { SetupWorld } from '../../../src/setup/setupWorld.ts';
import { factsWith, linesOf, problem, throwing } from './world.ts';

/** What one check finds in a world that differs from the passing one by this. */
async function found(id: CheckId, changes: Partial<SetupWorld> = {}) {
  const { outcome, reason, fixes } = (await linesOf(changes))[id];
  return { outcome, reason, fixes: fixes.map(fix => ('url' in fix ? fix.url : fix.command)) };
}

const refresh = { label: 'Try Again', command: 'openclawBedrock.refreshModels' };
const settings = { label: 'Open Settings', command: 'workbench.action.openSettings' };

const RUN_AGAIN = 'openclawBedrock.checkSetup';
const LEARN_MORE = 'openclawBedrock.troubleshoot';

describe('checks: what to do', () => {
  it('is always something, and running them again where nothing is better', async () => {
    for (const fixes of [[], [refresh]]) {
      const converse = throwing(problem('throttled', fixes));
      assert.deepEqual((await found('converse', { converse })).fixes, [RUN_AGAIN, LEARN_MORE]);
    }
    const conflicts = [problem('region-differs')];
    assert.deepEqual((await found('region', factsWith('region', { conflicts }))).fixes, [
      RUN_AGAIN,
      LEARN_MORE,
    ]);
  });

  it('is to run them again where the problem’s own first step is to try again, and each thing once', async () => {
    const converse = throwing(problem('mfa-needed', [refresh, settings, settings, refresh]));
    assert.deepEqual((await found('converse', { converse })).fixes, [
      RUN_AGAIN,
      settings.command,
      LEARN_MORE,
    ]);
  });

  it('is nothing where it passes or is skipped', async () => {
    assert.deepEqual((await found('converse')).fixes, []);
    const none = await found('converse', { model: () => Promise.resolve(undefined) });
    assert.deepEqual(none.fixes, []);
  });
});

describe('checks: the config', () => {
  const finding = (severity: 'error' | 'warning', message: string) => ({
    severity,
    message,
    open: { label: 'Show', command: `open ${message}` },
  });

  it('passes by OpenClaw’s own word, or by ours', async () => {
    assert.deepEqual(await found('config'), {
      outcome: 'passed',
      reason: '~/openclaw.json is there, and its Bedrock parts are in order.',
      fixes: [],
    });
    const verdict = { valid: true, issues: [] };
    const { reason } = await found('config', factsWith('config', { verdict }));
    assert.equal(reason, '~/openclaw.json is there, and OpenClaw itself accepts it.');
  });

  it('is no alarm where there is no OpenClaw, and one where its command is', async () => {
    const missing = problem('config-missing', [settings]);
    const without = await found('config', factsWith('config', { problem: missing, isSetUp: false }));
    assert.equal(without.outcome, 'skipped');
    assert.match(without.reason, /^OpenClaw is not set up on this machine\./);
    assert.deepEqual(without.fixes, [settings.command]);
    const withCommand = await found('config', factsWith('config', { problem: missing }));
    assert.equal(withCommand.outcome, 'warning');
    assert.deepEqual(withCommand.fixes, [settings.command]);
  });

  it('fails where it can’t be read', async () => {
    assert.deepEqual(await found('config', factsWith('config', { problem: problem('config-malformed') })), {
      outcome: 'failed',
      reason: 'The title of config-malformed. The explanation of config-malformed.',
      fixes: [RUN_AGAIN, LEARN_MORE],
    });
  });

  it('fails where OpenClaw refuses it, at the place that we know', async () => {
    const verdict = { valid: false, issues: ['agents.list: Unknown'] };
    assert.deepEqual(await found('config', factsWith('config', { verdict })), {
      outcome: 'failed',
      reason: 'OpenClaw itself refuses ~/openclaw.json: agents.list: Unknown',
      fixes: ['openclawBedrock.openConfig'],
    });
    const findings = [finding('warning', 'one'), finding('error', 'two')];
    const { fixes } = await found('config', factsWith('config', { verdict, findings }));
    assert.deepEqual(fixes, ['open two']);
  });

  it('shows what we find first: an error fails unless OpenClaw accepts it', async () => {
    const findings = [finding('warning', 'one'), finding('error', 'two')];
    const ours = await found('config', factsWith('config', { findings }));
    assert.equal(ours.outcome, 'failed');
    assert.equal(ours.reason, '2 places in ~/openclaw.json need a look. The first: two');
    const verdict = { valid: true, issues: [] };
    const accepted = await found('config', factsWith('config', { findings, verdict }));
    assert.equal(accepted.outcome, 'warning');
    const small = await found('config', factsWith('config', { findings: findings.slice(0, 1) }));
    assert.deepEqual(
      [small.outcome, small.reason],
      ['warning', 'One place in ~/openclaw.json needs a look: one'],
    );
  });
});

describe('checks: the version', () => {
  const cases = [
    [{}, 'passed', 'OpenClaw 2026.9.6. Its Bedrock plugin is there.'],
    [{ needsPlugin: false, source: 'setting' }, 'passed', 'OpenClaw 2026.9.6, as the settings say.'],
    [{ needsPlugin: false, source: 'config' }, 'passed', 'OpenClaw 2026.9.6, which wrote the config last.'],
    [{ version: undefined, source: 'layout' }, 'warning', /^There is no command “openclaw”/],
    [{ source: 'answer' }, 'warning', /^There is no command “openclaw”/],
    [{ isSetUp: false }, 'skipped', 'OpenClaw is not set up on this machine.'],
    [{ obstacles: [{ text: 'No plugin.' }] }, 'failed', 'OpenClaw 2026.9.6. No plugin.'],
    [{ obstacles: [{ text: 'No plugin.' }], source: 'layout' }, 'failed', 'No plugin.'],
  ] as const;
  for (const [changes, outcome, reason] of cases) {
    it(`${outcome} with ${JSON.stringify(changes)}`, async () => {
      const line = await found('version', factsWith('version', changes));
      assert.equal(line.outcome, outcome);
      if (typeof reason === 'string') assert.equal(line.reason, reason);
      else assert.match(line.reason, reason);
    });
  }

  it('offers what mends it', async () => {
    const fix = { label: 'Install', command: 'install' };
    const obstacles = [{ text: 'No plugin.', fix }, { text: 'Turned off.' }];
    assert.deepEqual((await found('version', factsWith('version', { obstacles }))).fixes, ['install']);
    const { fixes } = await found('version', factsWith('version', { source: 'assumed' }));
    assert.deepEqual(fixes, ['workbench.action.openSettings']);
  });
});

describe('checks: the connection', () => {
  it('says what signs, and what OpenClaw calls it where there is one', async () => {
    assert.equal(
      (await found('credentials')).reason,
      'Requests are signed by: access keys. OpenClaw calls its source “env: AWS_PROFILE”.',
    );
    assert.equal(
      (await found('credentials', factsWith('credentials', { openclaw: undefined }))).reason,
      'Requests are signed by: access keys.',
    );
  });

  it('warns of conflicts, all of them', async () => {
    const conflicts = [
      problem('keys-beside-profile', [settings]),
      problem('api-key-overrides', [settings, refresh]),
    ];
    for (const id of ['credentials', 'region'] as const) {
      const { outcome, reason, fixes } = await found(id, factsWith(id, { conflicts }));
      assert.equal(outcome, 'warning');
      assert.match(reason, /\. The title of keys-beside-profile\. .* The title of api-key-overrides\. /);
      assert.deepEqual(fixes, [settings.command, LEARN_MORE]);
    }
  });

  it('fails with what contradicts itself beside why nothing signs, each once', async () => {
    const conflicts = [problem('no-credentials', [settings]), problem('access-keys-incomplete', [settings])];
    const signedBy = problem('no-credentials');
    const { outcome, reason } = await found('credentials', factsWith('credentials', { signedBy, conflicts }));
    assert.equal(outcome, 'failed');
    assert.equal(
      reason,
      'The title of no-credentials. The explanation of no-credentials. The title of access-keys-incomplete. The explanation of access-keys-incomplete. OpenClaw calls its source “env: AWS_PROFILE”.',
    );
  });

  it('passes where there is no caller to name', async () => {
    const { outcome, reason } = await found('caller', { caller: () => Promise.resolve(undefined) });
    assert.equal(outcome, 'passed');
    assert.match(reason, /^Not applicable: /);
  });

  it('names account and principal', async () => {
    assert.equal((await found('caller')).reason, 'Account 123456789012, user/jane.');
    const arn = 'arn:aws-us-gov:sts::123456789012:assumed-role/Admin:x/jane@example.com';
    const caller = () => Promise.resolve({ account: '123456789012', arn });
    assert.match((await found('caller', { caller })).reason, /, assumed-role\/Admin:x\/jane@example\.com\.$/);
  });

  for (const code of [
    'no-credentials',
    'credentials-expired',
    'credentials-refused',
    'profile-not-found',
    'profile-invalid',
  ] as const) {
    it(`fails with ${code}, and then nothing is asked of Bedrock`, async () => {
      const lines = await linesOf({ caller: throwing(problem(code)) });
      assert.equal(lines.caller.outcome, 'failed');
      assert.equal(lines.models.outcome, 'skipped');
      assert.match(lines.models.reason, /: Caller\.$/);
    });
  }

  it('warns where STS alone is out of reach', async () => {
    const caller = throwing(problem('unreachable', [settings, refresh]));
    assert.deepEqual(await found('caller', { caller }), {
      outcome: 'warning',
      reason: 'Who calls could not be found out. The title of unreachable. The explanation of unreachable.',
      fixes: [settings.command],
    });
  });

  it('says why the region', async () => {
    assert.equal((await found('region')).reason, 'eu-central-1, from AWS_REGION.');
    const { reason } = await found('region', factsWith('region', { origin: undefined }));
    assert.equal(reason, 'eu-central-1, since nothing names another.');
  });
});

describe('checks: Bedrock', () => {
  it('counts models and profiles', async () => {
    assert.equal(
      (await found('models')).reason,
      'Bedrock lists 60 models in eu-central-1 (ListFoundationModels).',
    );
    assert.equal(
      (await found('profiles')).reason,
      'Bedrock lists 29 inference profiles in eu-central-1 (ListInferenceProfiles).',
    );
  });

  it('warns where no model is listed', async () => {
    const { outcome, fixes } = await found('models', { foundationModels: () => Promise.resolve(0) });
    assert.deepEqual([outcome, fixes], ['warning', ['openclawBedrock.selectRegion']]);
  });

  it('fails without permission for models, and warns without that for profiles', async () => {
    const denied = throwing(problem('permission-missing', [settings, refresh]));
    const models = await found('models', { foundationModels: denied });
    assert.deepEqual([models.outcome, models.fixes], ['failed', [settings.command, LEARN_MORE]]);
    const profiles = await found('profiles', { inferenceProfiles: denied });
    assert.deepEqual([profiles.outcome, profiles.fixes], ['warning', [settings.command]]);
    const unreachable = await found('profiles', { inferenceProfiles: throwing(problem('unreachable')) });
    assert.equal(unreachable.outcome, 'failed');
  });

  it('asks OpenClaw’s primary model, else one to begin with, and says which', async () => {
    const asked: string[] = [];
    const converse = (id: string) => (asked.push(id), Promise.resolve(99.6));
    assert.equal(
      (await found('converse', { converse })).reason,
      'Nova Pro (amazon.nova-pro-v1:0), OpenClaw’s primary model, answered in 100 ms.',
    );
    assert.deepEqual(asked, ['amazon.nova-pro-v1:0']);
    const { reason } = await found('converse', factsWith('model', { isPrimary: false }));
    assert.match(
      reason,
      /^Nova Pro \(amazon\.nova-pro-v1:0\) answered in 123 ms\. It was chosen for this check/,
    );
    const unnamed = await found('converse', factsWith('model', { name: 'amazon.nova-pro-v1:0' }));
    assert.match(unnamed.reason, /^amazon\.nova-pro-v1:0, /);
  });

  it('skips the question where there is nothing to ask, and fails where that fails', async () => {
    const none = await found('converse', { model: () => Promise.resolve(undefined) });
    assert.equal(none.outcome, 'skipped');
    const refused = await found('converse', { converse: throwing(problem('model-access', [settings])) });
    assert.deepEqual([refused.outcome, refused.fixes], ['failed', [settings.command, LEARN_MORE]]);
  });
});

describe('checks: the primary model', () => {
  const cases = [
    [{}, 'passed', []],
    [{ primary: undefined }, 'warning', ['openclawBedrock.setPrimaryModel']],
    [{ refusedBy: 'agents.defaults.models' }, 'failed', ['openclawBedrock.setPrimaryModel']],
    [{ refusedBy: 'agents.defaults.models', isBedrock: false }, 'failed', ['openclawBedrock.openConfig']],
    [{ agents: [{ id: 'main', model: 'openai/x' }] }, 'warning', ['openclawBedrock.setAgentModel']],
    [{ isBedrock: false }, 'warning', ['openclawBedrock.setPrimaryModel']],
    [{ isBedrock: false, hasOtherBedrock: true }, 'passed', []],
    [{ said: 'amazon-bedrock/amazon.nova-pro-v1:0' }, 'passed', []],
    [{ said: 'openai/gpt-5.4' }, 'warning', ['openclawBedrock.chooseConfig']],
  ] as const;
  for (const [changes, outcome, fixes] of cases) {
    it(`${outcome} with ${JSON.stringify(changes)}`, async () => {
      const line = await found('allowlist', factsWith('usage', changes));
      assert.deepEqual([line.outcome, line.fixes], [outcome, fixes]);
    });
  }

  it('says so where nothing of OpenClaw’s is Bedrock’s', async () => {
    const { reason } = await found('allowlist', factsWith('usage', { isBedrock: false }));
    assert.match(reason, /It is not a Bedrock model, and no fallback or agent uses one\.$/);
  });

  it('offers to allow exactly that one, after asking', async () => {
    const lines = await linesOf(factsWith('usage', { refusedBy: 'agents.defaults.models' }));
    assert.deepEqual(lines.allowlist.fixes, [
      {
        label: 'Allow This Model',
        command: 'openclawBedrock.setPrimaryModel',
        arguments: ['amazon-bedrock/amazon.nova-pro-v1:0', { ask: true }],
      },
    ]);
  });
});

describe('checks: the gateway', () => {
  const cases = [
    [{}, 'passed', /^It answers at 127\.0\.0\.1:18789\.$/],
    [{ answer: 'nothing' }, 'warning', /Start it with: openclaw gateway$/],
    [{ answer: 'something-else' }, 'warning', /^Something answers at 127\.0\.0\.1:18789,/],
    [{ remote: 'gateway.example:443' }, 'skipped', /another machine \(gateway\.example:443\)/],
    [{ isSetUp: false }, 'skipped', /^OpenClaw is not set up on this machine\.$/],
  ] as const;
  for (const [changes, outcome, reason] of cases) {
    it(`${outcome} with ${JSON.stringify(changes)}`, async () => {
      const line = await found('gateway', factsWith('gateway', changes));
      assert.equal(line.outcome, outcome);
      assert.match(line.reason, reason);
      assert.equal(line.fixes.length, outcome === 'warning' ? 1 : 0);
    });
  }

  it('can be started where OpenClaw’s command is, and is explained elsewhere', async () => {
    const fixes = async (canStart: boolean) =>
      (await found('gateway', factsWith('gateway', { answer: 'nothing', canStart }))).fixes;
    assert.deepEqual(await fixes(true), ['openclawBedrock.startGateway']);
    assert.deepEqual(await fixes(false), ['https://docs.openclaw.ai/cli/gateway']);
  });
});
