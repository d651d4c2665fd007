import assert from 'node:assert/strict';
import type { Profile } from '../../../src/bedrock/connection/profiles.ts';
import { awsCliMissing } from '../../../src/commands/connectionProblems.ts';
import { apiKeyProblem, endpointProblem } from '../../../src/commands/connectionWords.ts';
import { profileItems, profileWords } from '../../../src/commands/profileItems.ts';
import { regionItems, regionWords, typedRegion } from '../../../src/commands/regionItems.ts';
import { REGIONS } from '../../../src/regions.ts';

const profile = (name: string, more: Partial<Profile> = {}): Profile => ({
  name,
  kind: 'static',
  usesMfa: false,
  ...more,
});

describe('profiles to pick from', () => {
  const words: [its: Partial<Profile>, words: string][] = [
    [{}, 'access keys'],
    [{ kind: 'sso', signIn: 'dev' }, 'SSO'],
    [{ kind: 'role', source: 'base', usesMfa: true }, 'role via base, MFA'],
    [{ kind: 'role', credentialSource: 'Ec2InstanceMetadata' }, 'role via Ec2InstanceMetadata'],
    [{ kind: 'process' }, 'credential process'],
    [{ kind: 'web-identity' }, 'web identity'],
    [{ kind: 'login' }, 'console sign-in'],
    [{ kind: 'none' }, 'settings only'],
  ];
  for (const [its, text] of words) it(text, () => assert.equal(profileWords(profile('dev', its)), text));

  it('tell how they sign and where, the one in use marked', () => {
    const profiles = [profile('dev', { kind: 'sso', region: 'eu-west-1' }), profile('base')];
    assert.deepEqual(profileItems(profiles, 'base'), [
      { label: 'dev', description: 'SSO · eu-west-1', isCurrent: false, value: 'dev' },
      { label: 'base', description: 'access keys', isCurrent: true, value: 'base' },
    ]);
  });
});

describe('regions to pick from', () => {
  const choice = {
    current: 'eu-central-1',
    otherwise: 'us-east-1 (default)',
    marks: [
      { region: 'us-east-1', text: 'OpenClaw’s' },
      { region: 'cn-north-1', text: 'of the profile china' },
      { region: undefined, text: 'of nothing' },
    ],
  };
  const items = regionItems(choice);
  const find = (value: string) => items.find(item => 'value' in item && item.value === value);

  it('begin with none, which says what counts then', () => {
    const none = { label: 'What this machine has', description: 'us-east-1 (default)', value: '' };
    assert.deepEqual(items[0], { ...none, isCurrent: false });
    assert.deepEqual(regionItems({ ...choice, current: '' })[0], { ...none, isCurrent: true });
  });

  it('are all there once, each named after its place', () => {
    const values = items.flatMap(item => ('value' in item ? item.value : []));
    assert.deepEqual(values.toSorted(), ['', ...REGIONS, 'cn-north-1'].toSorted());
    for (const region of REGIONS) assert.match(regionWords(region), / · \p{Lu}/u, region);
    assert.equal(regionWords('cn-north-1'), 'cn-north-1');
  });

  it('are marked with what they mean here', () => {
    assert.deepEqual(find('eu-central-1'), {
      label: 'eu-central-1 · Frankfurt',
      description: '',
      isCurrent: true,
      value: 'eu-central-1',
    });
    assert.deepEqual(find('us-east-1'), {
      label: 'us-east-1 · N. Virginia',
      description: 'OpenClaw’s',
      isCurrent: false,
      value: 'us-east-1',
    });
  });

  it('stand under their geographies', () => {
    const under = new Map<string, string[]>();
    let heading = '';
    for (const item of items) {
      if ('heading' in item) under.set((heading = item.heading), []);
      else under.get(heading)?.push(item.value);
    }
    assert.deepEqual(
      [...under.keys()],
      [
        ...['North America', 'Europe', 'Asia and the Pacific', 'South America', 'Middle East', 'Africa'],
        ...['AWS GovCloud (US)', 'Others'],
      ],
    );
    assert.deepEqual(under.get('AWS GovCloud (US)'), ['us-gov-east-1', 'us-gov-west-1']);
    assert.deepEqual(under.get('Others'), ['cn-north-1']);
    assert.deepEqual(under.get('South America'), ['sa-east-1']);
  });

  it('can be typed where the list lacks them', () => {
    assert.equal(typedRegion('EU-North-9')?.value, 'eu-north-9');
    for (const typed of ['', 'frankfurt', 'eu-central-1', 'eu central 1', 'https://eu-x-1'])
      assert.equal(typedRegion(typed), undefined, typed);
  });
});

describe('what can be told of an API key before it is tried', () => {
  it('is nothing for what could be one', () => {
    assert.equal(apiKeyProblem('bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29tLw=='), undefined);
  });
  for (const key of ['', 'two words', 'a\nb', 'a\tb', 'kéy', 'a\0b', '“key”']) {
    it(`is a problem with ${JSON.stringify(key)}, without saying it`, () => {
      const problem = apiKeyProblem(key);
      assert.ok(problem);
      assert.ok(key === '' || !problem.includes(key));
    });
  }
});

describe('what can be told of an endpoint before it is tried', () => {
  it('is nothing for what could be one', () => {
    for (const url of ['https://bedrock.example.com', 'http://127.0.0.1:8080/v1'])
      assert.equal(endpointProblem(url), undefined, url);
  });
  for (const url of ['', 'bedrock.example.com', 'ftp://example.com', 'https://', 'https:///x', 'file:///x'])
    it(`is a problem with ${JSON.stringify(url)}`, () => assert.ok(endpointProblem(url)));
});

describe('an AWS CLI that is missing', () => {
  const urls = (platform: NodeJS.Platform) =>
    awsCliMissing('dev', platform).fixes.map(fix => ('url' in fix ? fix.url.replace(/.*\//, '') : ''));

  it('is to be had as the system has it, or elsewhere', () => {
    assert.deepEqual(urls('linux'), ['getting-started-install.html']);
    assert.deepEqual(urls('darwin'), ['AWSCLIV2.pkg', 'getting-started-install.html']);
    assert.deepEqual(urls('win32'), ['AWSCLIV2.msi', 'getting-started-install.html']);
    assert.match(awsCliMissing('dev').explanation, /aws sso login --profile dev$/);
  });
});
