import assert from 'node:assert/strict';
import { detectConnection, processVariables } from '../../../src/bedrock/connection/connection.ts';
import { type GroupConfiguration, groupKey, groupLayer, groupName } from '../../../src/state/groups.ts';

const connectionOf = (group: GroupConfiguration) =>
  detectConnection(processVariables({ AWS_PROFILE: 'mine', AWS_REGION: 'us-east-1' }), [
    groupLayer(group),
    { from: 'secret-storage', apiKey: 'stored' },
    { from: 'settings', profile: 'set' },
  ]);

describe('provider groups as connections', () => {
  it('go before the stored key, the settings and the environment', () => {
    const { credentials, region } = connectionOf({ profile: 'dev', region: 'eu-central-1' });
    assert.ok(credentials.kind === 'profile');
    assert.deepEqual([credentials.profile, region.name], ['dev', 'eu-central-1']);
    const { credentials: own } = connectionOf({ apiKey: 'theirs', profile: 'dev' });
    assert.equal(own.kind === 'bearer' && own.token(), 'theirs');
  });

  it('have what this machine has for all that they leave blank, and for what is no text', () => {
    for (const group of [{}, { profile: ' ', apiKey: '' }, { profile: 5, region: null, apiKey: ['x'] }]) {
      const { credentials, region } = connectionOf(group);
      assert.equal(credentials.kind === 'bearer' && credentials.token(), 'stored');
      assert.equal(region.name, 'us-east-1');
    }
  });

  for (const [group, name] of [
    [{ profile: 'dev', region: 'eu-central-1' }, 'Profile dev'],
    [{ apiKey: 'ABSKsecret' }, 'API key'],
    [{ region: 'eu-central-1' }, 'eu-central-1'],
    [{ endpoint: 'https://user:secret@gateway.example.com/bedrock' }, 'gateway.example.com'],
  ] as const) {
    it(`go by ${name}`, () => assert.equal(groupName(connectionOf(group)), name));
  }

  it('are told apart by all that they chose, and by nothing else', () => {
    const group = {
      region: 'eu-central-1',
      profile: 'dev',
      endpoint: 'https://gateway',
      apiKey: 'ABSKsecret',
    };
    const others = Object.keys(group).map(name => ({ ...group, [name]: 'other' }));
    const keys = [group, ...others].map(groupKey);
    assert.equal(new Set(keys).size, 5);
    assert.equal(groupKey({ apiKey: ' ABSKsecret ', region: '' }), groupKey({ apiKey: 'ABSKsecret' }));
    assert.notEqual(groupKey({ region: 'dev' }), groupKey({ profile: 'dev' }));
    assert.doesNotMatch(keys.join(), /secret/);
  });
});
