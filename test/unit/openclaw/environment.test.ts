import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dotEnvPaths, openclawEnvironment } from '../../../src/openclaw/environment.ts';
import type { JsonValue } from '../../../src/openclaw/jsonValue.ts';
import { environmentOf, readConfig } from '../../../src/openclaw/readConfig.ts';

describe('OpenClaw’s environment', () => {
  it('is the process’s, then that of .env files in their order, then the config’s', () => {
    const { values, origin } = openclawEnvironment(
      { P: 'process', UNSET: undefined },
      ['P=1\nD=first\nUNSET=file', 'D=second\nE=second'],
      { env: { vars: { P: 'config', D: 'config', E: 'config', C: 'config' } } },
    );
    assert.deepEqual(values, { P: 'process', D: 'first', E: 'second', C: 'config', UNSET: 'file' });
    assert.deepEqual(['P', 'D', 'E', 'C', 'X'].map(origin), ['process', '.env', '.env', 'config', undefined]);
  });

  it('lets a blank value give way to the config, but not to a .env file', () => {
    const { values, origin } = openclawEnvironment({ A: '', B: ' ' }, ['A=file\nC='], {
      env: { vars: { B: 'config', C: 'config' } },
    });
    assert.deepEqual(values, { A: '', B: 'config', C: 'config' });
    assert.deepEqual([origin('A'), origin('B')], ['process', 'config']);
  });

  it('takes the older form of the config, and takes it first', () => {
    const { values } = openclawEnvironment({}, [], {
      env: { A: 'flat', vars: { A: 'vars', B: 'vars' }, shellEnv: 'text' },
    });
    assert.deepEqual(values, { A: 'flat', B: 'vars' });
  });

  it('passes over what is no variable', () => {
    const vars = {
      'two words': 'x',
      '1A': 'x',
      N: 1,
      O: {},
      BLANK: ' ',
      REFERENCE: '${P}',
      ' TRIMMED ': 'x',
    };
    assert.deepEqual(openclawEnvironment({}, ['A.B=1'], { env: { vars } }).values, { TRIMMED: 'x' });
    const configs: (JsonValue | undefined)[] = [undefined, null, [], {}, { env: 'x' }, { env: { vars: [] } }];
    for (const config of configs) {
      assert.deepEqual(openclawEnvironment({}, [], config).values, {});
    }
  });

  it('never takes keys and tokens of AWS from the config, and tells which it passed over', () => {
    const vars = {
      AWS_ACCESS_KEY_ID: 'x',
      AWS_SECRET_ACCESS_KEY: 'x',
      AWS_SESSION_TOKEN: 'x',
      aws_config_file: 'x',
      AWS_PROFILE: 'mine',
      AWS_BEARER_TOKEN_BEDROCK: 'token',
      AWS_REGION: 'eu-west-1',
    };
    const { values, ignored } = openclawEnvironment({}, ['AWS_SESSION_TOKEN=file'], { env: { vars } });
    assert.deepEqual(values, {
      AWS_PROFILE: 'mine',
      AWS_BEARER_TOKEN_BEDROCK: 'token',
      AWS_REGION: 'eu-west-1',
      AWS_SESSION_TOKEN: 'file',
    });
    assert.deepEqual(ignored, [
      'AWS_ACCESS_KEY_ID',
      'AWS_SECRET_ACCESS_KEY',
      'AWS_SESSION_TOKEN',
      'aws_config_file',
    ]);
  });

  describe('.env files', () => {
    const never = () => false;
    const paths: [name: string, config: string, environment: Record<string, string>, expected: string[]][] = [
      [
        'of the state folder and of Ubuntu’s packages',
        '/h/.openclaw/openclaw.json',
        {},
        ['/h/.openclaw/.env', '/h/.config/openclaw/gateway.env'],
      ],
      [
        'beside the config as well',
        '/etc/claw/c.json',
        {},
        ['/h/.openclaw/.env', '/etc/claw/.env', '/h/.config/openclaw/gateway.env'],
      ],
      ['of OPENCLAW_STATE_DIR alone', '/etc/claw/c.json', { OPENCLAW_STATE_DIR: '~/s' }, ['/h/s/.env']],
      [
        'of OPENCLAW_STATE_DIR that is the default one',
        '/h/.openclaw/openclaw.json',
        { OPENCLAW_STATE_DIR: '~/.openclaw' },
        ['/h/.openclaw/.env', '/h/.config/openclaw/gateway.env'],
      ],
      [
        'of the profile that the config belongs to',
        '/h/.openclaw-x/openclaw.json',
        {},
        ['/h/.openclaw-x/.env', '/h/.config/openclaw/gateway.env'],
      ],
      [
        'in OPENCLAW_HOME',
        '/o/.openclaw/openclaw.json',
        { OPENCLAW_HOME: '/o' },
        ['/o/.openclaw/.env', '/o/.config/openclaw/gateway.env'],
      ],
    ];
    for (const [name, config, environment, expected] of paths) {
      it(name, () => {
        assert.deepEqual(dotEnvPaths(config, { HOME: '/h', ...environment }, never), expected);
      });
    }

    it('of the older folder where there is no newer', () => {
      const exists = (path: string) => path === '/h/.clawdbot';
      assert.equal(dotEnvPaths('/h/.clawdbot/clawdbot.json', { HOME: '/h' }, exists)[0], '/h/.clawdbot/.env');
    });
  });

  describe('with a config', () => {
    let home: string;
    before(async () => {
      home = await mkdtemp(join(tmpdir(), 'environment-'));
      await mkdir(join(home, '.openclaw'));
    });
    after(() => rm(home, { recursive: true }));

    it('is read from the files, its variables as they are written', async () => {
      const path = join(home, '.openclaw/openclaw.json');
      await writeFile(path, "{ env: { $include: './env.json5' }, a: '${FROM_CONFIG}' }");
      await writeFile(join(home, '.openclaw/env.json5'), "{ vars: { FROM_CONFIG: 'c', TWICE: '${P}' } }");
      await writeFile(join(home, '.openclaw/.env'), 'FROM_FILE=f');
      const environment = { HOME: home, P: 'p' };
      const state = await readConfig(path, environment);
      assert.equal(state.value?.['a'], 'c');
      const { values } = await environmentOf(state, environment);
      assert.deepEqual(values, { ...environment, FROM_FILE: 'f', FROM_CONFIG: 'c' });
    });

    it('is without it where it can’t be read', async () => {
      const state = await readConfig(join(home, '.openclaw/missing.json'), { HOME: home });
      assert.equal((await environmentOf(state, { HOME: home })).origin('FROM_FILE'), '.env');
    });
  });
});
