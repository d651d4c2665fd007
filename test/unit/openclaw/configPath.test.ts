import assert from 'node:assert/strict';
import { join, resolve } from 'node:path';
import { configPath } from '../../../src/openclaw/configPath.ts';

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
});
