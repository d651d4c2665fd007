import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import {
  configCandidates,
  configPath,
  existingConfigs,
  stateFolder,
  userHome,
} from '../../../src/openclaw/configPath.ts';

describe('config path', () => {
  const home = resolve('/home/dev');
  const cases: [name: string, environment: Record<string, string>, setting: string, expected: string][] = [
    ['the default', {}, '', '.openclaw/openclaw.json'],
    ['OPENCLAW_HOME', { OPENCLAW_HOME: '/srv/claw' }, '', '/srv/claw/.openclaw/openclaw.json'],
    ['OPENCLAW_HOME in the home folder', { OPENCLAW_HOME: '~/claw' }, '', 'claw/.openclaw/openclaw.json'],
    ['OPENCLAW_PROFILE', { OPENCLAW_PROFILE: 'work' }, '', '.openclaw-work/openclaw.json'],
    ['OPENCLAW_PROFILE default', { OPENCLAW_PROFILE: 'default' }, '', '.openclaw/openclaw.json'],
    [
      'OPENCLAW_PROFILE in OPENCLAW_HOME',
      { OPENCLAW_PROFILE: 'work', OPENCLAW_HOME: '/srv/claw' },
      '',
      '/srv/claw/.openclaw-work/openclaw.json',
    ],
    ['OPENCLAW_STATE_DIR', { OPENCLAW_STATE_DIR: '/var/claw' }, '', '/var/claw/openclaw.json'],
    [
      'OPENCLAW_STATE_DIR before OPENCLAW_PROFILE',
      { OPENCLAW_STATE_DIR: '/var/claw', OPENCLAW_PROFILE: 'work' },
      '',
      '/var/claw/openclaw.json',
    ],
    ['OPENCLAW_STATE_DIR in the home folder', { OPENCLAW_STATE_DIR: '~/state' }, '', 'state/openclaw.json'],
    [
      'OPENCLAW_CONFIG_PATH before OPENCLAW_STATE_DIR',
      { OPENCLAW_CONFIG_PATH: '/etc/claw.json5', OPENCLAW_STATE_DIR: '/var/claw' },
      '',
      '/etc/claw.json5',
    ],
    ['OPENCLAW_CONFIG_PATH in the home folder', { OPENCLAW_CONFIG_PATH: '~/claw.json5' }, '', 'claw.json5'],
    [
      '~ in OPENCLAW_HOME',
      { OPENCLAW_CONFIG_PATH: '~/claw.json5', OPENCLAW_HOME: '/srv/claw' },
      '',
      '/srv/claw/claw.json5',
    ],
    [
      'the setting first of all',
      { OPENCLAW_CONFIG_PATH: '/etc/claw.json5' },
      '/opt/my.json5',
      '/opt/my.json5',
    ],
    ['the setting in the home folder', {}, ' ~/my.json5 ', 'my.json5'],
    ['what scripts write for no home', { OPENCLAW_HOME: 'undefined' }, '', '.openclaw/openclaw.json'],
    ['~ alone', { OPENCLAW_STATE_DIR: '~' }, '', 'openclaw.json'],
    [
      '~ with a backslash',
      { OPENCLAW_HOME: '~\\claw' },
      '',
      `${resolve('/home/dev')}\\claw/.openclaw/openclaw.json`,
    ],
    [
      'the home of somebody else as a folder',
      { OPENCLAW_CONFIG_PATH: '/x/~else/c.json' },
      '',
      '/x/~else/c.json',
    ],
    [
      'blank values as if they were not there',
      { OPENCLAW_CONFIG_PATH: ' ', OPENCLAW_STATE_DIR: '', OPENCLAW_HOME: '\t', OPENCLAW_PROFILE: ' ' },
      '  ',
      '.openclaw/openclaw.json',
    ],
  ];
  for (const [name, environment, setting, expected] of cases) {
    it(name, () => {
      // `resolve` leaves an absolute path as it is.
      assert.equal(configPath({ setting, environment, home }), resolve(home, expected));
    });
  }

  it('is absolute even where a relative one is given', () => {
    const environment = { OPENCLAW_CONFIG_PATH: 'claw.json5' };
    assert.equal(configPath({ environment, home }), join(process.cwd(), 'claw.json5'));
  });

  describe('is the first that exists', () => {
    const state = { OPENCLAW_STATE_DIR: '/var/claw' };
    const found: [name: string, environment: Record<string, string>, existing: string[], expected: string][] =
      [
        ['the older name in the folder', {}, ['.openclaw/clawdbot.json'], '.openclaw/clawdbot.json'],
        ['the older folder', {}, ['.clawdbot/clawdbot.json'], '.clawdbot/clawdbot.json'],
        ['the newer name in the older folder', {}, ['.clawdbot/openclaw.json'], '.clawdbot/openclaw.json'],
        [
          'the newer folder before the older',
          {},
          ['.clawdbot/openclaw.json', '.openclaw/clawdbot.json'],
          '.openclaw/clawdbot.json',
        ],
        ['the oldest folder', {}, ['.moltbot/moltbot.json'], '.moltbot/moltbot.json'],
        ['the other oldest folder', {}, ['.moldbot/openclaw.json'], '.moldbot/openclaw.json'],
        ['the oldest name in the folder', {}, ['.openclaw/moltbot.json'], '.openclaw/moltbot.json'],
        [
          'the older name in OPENCLAW_STATE_DIR',
          state,
          ['/var/claw/clawdbot.json'],
          '/var/claw/clawdbot.json',
        ],
        // Both ran: 2026.5.7 and 2026.9.6 read nothing else then.
        [
          'no other folder beside OPENCLAW_STATE_DIR',
          state,
          ['.openclaw/openclaw.json'],
          '/var/claw/openclaw.json',
        ],
        [
          'no other file beside OPENCLAW_CONFIG_PATH',
          { OPENCLAW_CONFIG_PATH: '/etc/claw.json' },
          ['.openclaw/openclaw.json'],
          '/etc/claw.json',
        ],
        [
          'the default one where the profile has none',
          { OPENCLAW_PROFILE: 'work' },
          ['.openclaw/openclaw.json'],
          '.openclaw/openclaw.json',
        ],
        [
          'the profile’s before the default one',
          { OPENCLAW_PROFILE: 'work' },
          ['.openclaw/openclaw.json', '.openclaw-work/openclaw.json'],
          '.openclaw-work/openclaw.json',
        ],
        [
          'the one of CLAWDBOT_CONFIG_PATH, which newer versions ignore, last',
          { CLAWDBOT_CONFIG_PATH: '~/claw.json' },
          ['claw.json'],
          'claw.json',
        ],
        [
          'not that one where there is another',
          { CLAWDBOT_CONFIG_PATH: '~/claw.json' },
          ['claw.json', '.openclaw/openclaw.json'],
          '.openclaw/openclaw.json',
        ],
        [
          'the one in CLAWDBOT_STATE_DIR',
          { CLAWDBOT_STATE_DIR: '~/c' },
          ['c/clawdbot.json'],
          'c/clawdbot.json',
        ],
      ];
    for (const [name, environment, existing, expected] of found) {
      it(name, () => {
        const paths = existing.map(path => resolve(home, path));
        const path = configPath({ environment, home }, candidate => paths.includes(candidate));
        assert.equal(path, resolve(home, expected));
        assert.ok(configCandidates({ environment, home }).includes(path));
      });
    }
  });

  it('is a new file where OpenClaw’s state is already', () => {
    const only = (folder: string) => (path: string) => path === resolve(home, folder);
    const place = { environment: {}, home };
    assert.equal(configPath(place, only('.clawdbot')), resolve(home, '.clawdbot/openclaw.json'));
    assert.equal(configPath(place, only('.moltbot')), resolve(home, '.openclaw/openclaw.json'));
    assert.equal(stateFolder(place, only('.clawdbot')), resolve(home, '.clawdbot'));
    const profile = { environment: { OPENCLAW_PROFILE: 'work' }, home };
    assert.equal(configPath(profile, only('.openclaw')), resolve(home, '.openclaw/openclaw.json'));
  });

  it('counts on the first candidate for a new file', () => {
    for (const [, environment, setting] of cases) {
      const place = { setting, environment, home };
      assert.equal(
        configPath(place, () => false),
        configCandidates(place)[0],
      );
      assert.equal(new Set(configCandidates(place)).size, configCandidates(place).length);
    }
  });

  it('knows the home folder by the environment, as OpenClaw does', () => {
    assert.equal(userHome({ HOME: '/home/a', USERPROFILE: '/home/b' }), resolve('/home/a'));
    assert.equal(userHome({ HOME: ' ', USERPROFILE: '/home/b' }), resolve('/home/b'));
    assert.equal(userHome({ HOME: 'null' }), userHome({}));
  });
});

describe('existing configs', () => {
  let home: string;
  beforeEach(async () => {
    home = await realpath(await mkdtemp(join(tmpdir(), 'existing-configs-')));
  });
  afterEach(() => rm(home, { recursive: true }));

  async function write(...paths: string[]) {
    for (const path of paths) {
      await mkdir(dirname(join(home, path)), { recursive: true });
      await writeFile(join(home, path), '{}');
    }
  }
  const found = async (environment: Record<string, string> = {}, setting = '') =>
    (await existingConfigs({ environment, home, setting })).map(({ path, profile }) => [
      path.slice(home.length + 1),
      profile,
    ]);

  it('are none where there are none', async () => {
    assert.deepEqual(await found(), []);
    assert.deepEqual(await existingConfigs({ environment: {}, home: join(home, 'nowhere') }), []);
  });

  it('are those in all folders and profiles, the one in use first', async () => {
    await write(
      '.openclaw-work/openclaw.json',
      '.openclaw-dev/openclaw.json',
      '.clawdbot/clawdbot.json',
      '.openclaw/openclaw.json',
      'mine/claw.json',
      'state/openclaw.json',
      // None of these is a config of a profile.
      '.openclaw-/openclaw.json',
      '.openclaw-a b/openclaw.json',
      '.openclaw-empty/other.json',
      '.openclaw-folder/openclaw.json/x',
    );
    const rest = [
      ['.openclaw/openclaw.json', undefined],
      ['.clawdbot/clawdbot.json', undefined],
      ['.openclaw-dev/openclaw.json', 'dev'],
      ['.openclaw-work/openclaw.json', 'work'],
    ];
    assert.deepEqual(await found(), rest);
    assert.deepEqual(await found({ OPENCLAW_STATE_DIR: '~/state' }), [
      ['state/openclaw.json', undefined],
      ...rest,
    ]);
    assert.deepEqual(await found({}, '~/mine/claw.json'), [['mine/claw.json', undefined], ...rest]);
    assert.deepEqual(await found({ OPENCLAW_PROFILE: 'dev' }), [rest[2], rest[0], rest[1], rest[3]]);
  });

  it('are listed once where one folder is a link to another', async () => {
    await write('.openclaw/openclaw.json');
    await symlink(join(home, '.openclaw'), join(home, '.clawdbot'));
    assert.deepEqual(await found(), [['.openclaw/openclaw.json', undefined]]);
  });
});
