import assert from 'node:assert/strict';
import { conflictsOf, type Facts } from '../../../../src/bedrock/connection/conflicts.ts';
import {
  type ConnectionLayer,
  detectConnection,
  type Environment,
} from '../../../../src/bedrock/connection/connection.ts';
import type { Profile } from '../../../../src/bedrock/connection/profiles.ts';
import { openclawEnvironment } from '../../../../src/openclaw/environment.ts';
import type { Fix, Problem } from '../../../../src/problem.ts';

const KEYS = { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI' };
const BEARER = { AWS_BEARER_TOKEN_BEDROCK: 'bedrock-api-key-abc' };

interface World extends Partial<
  Omit<Facts, 'connection' | 'openclaw' | 'variables' | 'ignored' | 'profiles'>
> {
  readonly process?: Environment;
  readonly dotEnv?: string;
  /** What the config sets. */
  readonly vars?: Record<string, string>;
  /** What the editor has before the environment. */
  readonly layers?: ConnectionLayer[];
  /** The region of OpenClaw's discovery. */
  readonly region?: string;
  readonly profiles?: readonly (Partial<Profile> & { readonly name: string })[];
}

function conflicts(world: World): Problem[] {
  const { process = {}, dotEnv = '', vars = {}, layers = [], region, profiles, ...facts } = world;
  const variables = openclawEnvironment(process, [dotEnv], { env: { vars } });
  const own: ConnectionLayer[] = [{ from: 'openclaw', region }];
  return conflictsOf({
    connection: detectConnection(variables, [...layers, ...own]),
    openclaw: detectConnection(variables, own),
    variables,
    ignored: variables.ignored,
    hasOpenClaw: true,
    ...(profiles && {
      profiles: { list: profiles.map(each => ({ kind: 'static', usesMfa: false, ...each })) },
    }),
    ...facts,
  });
}

const codes = (world: World) => conflicts(world).map(({ code }) => code);

/** The one conflict of a world. */
function only(world: World): Problem {
  const [problem, ...others] = conflicts(world);
  assert.deepEqual(others, []);
  return problem!;
}

const commandOf = (fix: Fix | undefined) =>
  fix && 'command' in fix && [fix.command.replace('openclawBedrock.', ''), ...(fix.arguments ?? [])];

describe('conflicts', () => {
  it('are none where nothing is set', () => {
    assert.deepEqual(codes({}), []);
    assert.deepEqual(codes({ instanceRole: 'none', profiles: [] }), []);
    assert.deepEqual(codes({ hasOpenClaw: false, instanceRole: { role: 'ec2' } }), []);
  });

  it('are none where one marker is set', () => {
    for (const process of [KEYS, BEARER, { AWS_PROFILE: 'dev' }]) {
      assert.deepEqual(codes({ process, instanceRole: { role: 'ec2' }, profiles: [{ name: 'dev' }] }), []);
    }
  });

  it('come with a next step and without secrets, those first that keep a connection from working', () => {
    const all = conflicts({
      process: { ...KEYS, ...BEARER, AWS_PROFILE: 'gone', AWS_REGION: 'Frankfurt' },
      vars: { AWS_SESSION_TOKEN: 'session-secret' },
      layers: [{ from: 'settings', profile: 'also-gone' }],
      profiles: [],
    });
    assert.deepEqual(
      all.map(({ code }) => code),
      ['region-invalid', 'profile-not-found', 'config-variables-ignored', 'api-key-overrides'],
    );
    for (const { title, explanation, fixes } of all) {
      assert.doesNotMatch(`${title} ${explanation}`, /wJalr|abc|session-secret|AKID|undefined/);
      assert.match(explanation, /\.$/);
      assert.ok(fixes.length > 0);
    }
  });
});

describe('conflicts: access keys beside a profile', () => {
  it('say what signs and what OpenClaw says, and where both are set', () => {
    const { code, explanation } = only({ process: { AWS_PROFILE: 'dev' }, dotEnv: dotEnvOf(KEYS) });
    assert.equal(code, 'keys-beside-profile');
    assert.equal(
      explanation,
      'The profile "dev" (AWS_PROFILE) signs, though OpenClaw names the access keys (AWS_ACCESS_KEY_ID in OpenClaw’s .env). Remove the one that you don’t mean.',
    );
  });

  it('are one without OpenClaw too', () => {
    const { explanation } = only({ process: { ...KEYS, AWS_PROFILE: 'dev' }, hasOpenClaw: false });
    assert.match(explanation, /signs, not the access keys/);
    assert.doesNotMatch(explanation, /OpenClaw/);
  });

  it('are none of the editor where a person chose what it uses', () => {
    const process = { ...KEYS, AWS_PROFILE: 'dev' };
    const layers: ConnectionLayer[] = [{ from: 'settings', profile: 'mine' }];
    assert.deepEqual(codes({ process, layers, hasOpenClaw: false }), []);
    assert.deepEqual(codes({ process, layers }), ['keys-beside-profile']);
  });
});

describe('conflicts: an API key', () => {
  it('overrides the markers that it names', () => {
    const { code, explanation } = only({
      process: BEARER,
      dotEnv: dotEnvOf(KEYS),
      vars: { AWS_PROFILE: 'dev' },
    });
    assert.equal(code, 'api-key-overrides');
    assert.match(
      explanation,
      /\(AWS_BEARER_TOKEN_BEDROCK\).*: AWS_ACCESS_KEY_ID in OpenClaw’s \.env, AWS_PROFILE in the OpenClaw config\./,
    );
  });

  it('in the secret storage overrides too, and can be removed', () => {
    const layers: ConnectionLayer[] = [{ from: 'secret-storage', apiKey: 'stored' }];
    const { code, explanation, fixes } = only({ process: { AWS_PROFILE: 'dev' }, layers });
    assert.equal(code, 'api-key-overrides');
    assert.match(explanation, /secret storage/);
    assert.deepEqual(commandOf(fixes[0]), ['removeApiKey']);
  });

  it('in the secret storage overrides the profile that the settings name', () => {
    const settings: ConnectionLayer = { from: 'settings', profile: 'mine' };
    const layers: ConnectionLayer[] = [{ from: 'secret-storage', apiKey: 'stored' }, settings];
    const { code, explanation, fixes } = only({ layers, chosenProfile: 'mine' });
    assert.equal(code, 'api-key-overrides');
    assert.match(explanation, /: the profile "mine" of the setting openclawBedrock\.profile\. /);
    assert.deepEqual(commandOf(fixes[0]), ['removeApiKey']);
    // In the environment it is the profile that goes before.
    const profiles = [{ name: 'mine' }];
    assert.deepEqual(codes({ process: BEARER, layers: [settings], chosenProfile: 'mine', profiles }), []);
  });

  it('overrides nothing by itself', () => assert.deepEqual(codes({ process: BEARER }), []));
});

describe('conflicts: the region of a profile', () => {
  const profiles = [
    { name: 'dev', region: 'eu-central-1' },
    { name: 'default', region: 'eu-west-3' },
  ];

  it('is not used, and can be', () => {
    const { code, explanation, fixes } = only({ process: { AWS_PROFILE: 'dev' }, profiles });
    assert.equal(code, 'profile-region-ignored');
    assert.match(explanation, /"dev" names eu-central-1, but OpenClaw .* us-east-1 is used \(default\)/);
    assert.deepEqual(fixes.map(commandOf), [
      ['configureDiscovery', { region: 'eu-central-1' }, { ask: true }],
      ['selectRegion', 'eu-central-1'],
    ]);
  });

  it('is chosen in the editor alone without OpenClaw', () => {
    const { fixes } = only({ process: { AWS_PROFILE: 'dev' }, profiles, hasOpenClaw: false });
    assert.deepEqual(fixes.map(commandOf), [['selectRegion', 'eu-central-1']]);
  });

  it('is that of the default profile where none is named', () => {
    assert.match(
      conflicts({ profiles }).find(({ code }) => code === 'profile-region-ignored')?.explanation ?? '',
      /"default" names eu-west-3/,
    );
  });

  it('is no conflict where it is used, or another was chosen', () => {
    const process = { AWS_PROFILE: 'dev' };
    const chosen: ConnectionLayer[] = [{ from: 'settings', region: 'sa-east-1' }];
    assert.deepEqual(codes({ process: { ...process, AWS_REGION: 'eu-central-1' }, profiles }), []);
    assert.deepEqual(codes({ process, profiles, region: 'sa-east-1' }), []);
    assert.deepEqual(codes({ process, profiles, layers: chosen }), []);
    assert.deepEqual(codes({ process: { ...process, ...BEARER }, profiles }), ['api-key-overrides']);
    assert.deepEqual(codes({ process: { ...process, AWS_REGION: 'sa-east-1' }, profiles }), [
      'profile-region-ignored',
    ]);
  });
});

describe('conflicts: a profile that is not there', () => {
  const profiles = [{ name: 'dev' }];

  it('is told with where it was named', () => {
    const { code, title, explanation, fixes } = only({ process: { AWS_PROFILE: 'gone' }, profiles });
    assert.equal(code, 'profile-not-found');
    assert.equal(title, 'AWS profile not found: gone');
    assert.match(explanation, /\(AWS_PROFILE\)/);
    assert.deepEqual(fixes.map(commandOf), [['selectProfile']]);
  });

  it('can be set anew where OpenClaw’s own files name it', () => {
    const { fixes } = only({ dotEnv: 'AWS_PROFILE=gone\n', profiles });
    assert.deepEqual(fixes.map(commandOf), [['selectProfile'], ['setOpenClawProfile']]);
  });

  it('is told of the editor’s and of OpenClaw’s', () => {
    const layers: ConnectionLayer[] = [{ from: 'settings', profile: 'mine' }];
    const found = conflicts({ dotEnv: 'AWS_PROFILE=gone\n', layers, profiles });
    assert.deepEqual(
      found.map(({ title, fixes }) => [title, ...fixes.map(commandOf).flat()]),
      [
        ['AWS profile not found: mine', 'selectProfile'],
        ['AWS profile not found: gone', 'setOpenClawProfile'],
      ],
    );
  });

  it('is no conflict while nobody has read the files', () => {
    assert.deepEqual(codes({ process: { AWS_PROFILE: 'gone' } }), []);
  });

  it('is no conflict as the marker that OpenClaw needs', () => {
    const process = { AWS_PROFILE: 'default' };
    const container = { ...process, AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://169.254.170.23/v1' };
    assert.deepEqual(codes({ process, profiles, instanceRole: { role: 'ec2' } }), []);
    assert.deepEqual(codes({ process, profiles }), []);
    assert.deepEqual(codes({ process: container, profiles, instanceRole: 'none' }), []);
    assert.deepEqual(codes({ process, profiles, instanceRole: 'none' }), ['profile-not-found']);
  });

  it('is one of that name where a person chose it', () => {
    const layers: ConnectionLayer[] = [{ from: 'settings', profile: 'default' }];
    const world = { process: BEARER, layers, profiles, instanceRole: { role: 'ec2' } };
    assert.deepEqual(codes(world), ['profile-not-found']);
  });
});

describe('conflicts: what OpenClaw does not see', () => {
  const worlds: [source: string, world: World][] = [
    ['the instance role', { instanceRole: { role: 'ec2' } }],
    [
      'the role of this container',
      { process: { AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: '/v2/x' }, instanceRole: 'none' },
    ],
    [
      'the role of this container',
      { process: { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://169.254.170.23/v1' } },
    ],
    [
      'the web identity of this machine',
      {
        process: { AWS_WEB_IDENTITY_TOKEN_FILE: '/token', AWS_ROLE_ARN: 'arn:aws:iam::111122223333:role/x' },
      },
    ],
    ['the default AWS profile', { profiles: [{ name: 'default' }], instanceRole: { role: 'ec2' } }],
  ];
  for (const [source, world] of worlds) {
    it(`is ${source}, as long as no marker says so`, () => {
      const { code, title, fixes } = only(world);
      assert.equal(code, 'openclaw-needs-marker');
      assert.equal(title, `OpenClaw does not see ${source}`);
      assert.deepEqual(fixes.map(commandOf), [['setOpenClawProfile', 'default']]);
      assert.deepEqual(codes({ ...world, dotEnv: 'AWS_PROFILE=default\n' }), []);
    });
  }

  it('does not matter where discovery is on or off for good, or without OpenClaw', () => {
    const world = { instanceRole: { role: 'ec2' } };
    assert.deepEqual(codes({ ...world, discovery: true }), []);
    assert.deepEqual(codes({ ...world, discovery: false }), []);
    assert.deepEqual(codes({ ...world, hasOpenClaw: false }), []);
  });

  it('is no profile that gives no credentials', () => {
    assert.deepEqual(codes({ profiles: [{ name: 'default', kind: 'none' }] }), []);
  });
});

describe('conflicts: variables without effect', () => {
  it('are those of the config that OpenClaw takes from no config', () => {
    const { code, explanation, fixes } = only({ vars: KEYS, process: BEARER });
    assert.equal(code, 'config-variables-ignored');
    assert.match(explanation, /: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY\./);
    assert.deepEqual(commandOf(fixes[0]), ['openConfig']);
  });

  it('are one access key without the other', () => {
    const { code, explanation } = only({ dotEnv: 'AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI\n' });
    assert.equal(code, 'access-keys-incomplete');
    assert.match(explanation, /AWS_SECRET_ACCESS_KEY in OpenClaw’s \.env, but no AWS_ACCESS_KEY_ID/);
    assert.deepEqual(codes({ process: { ...KEYS, AWS_ACCESS_KEY_ID: ' ' }, hasOpenClaw: false }), [
      'access-keys-incomplete',
    ]);
  });
});

describe('conflicts: a region that is none', () => {
  it('is told with where it was found', () => {
    const { code, title, explanation, fixes } = only({ process: { AWS_REGION: 'eu_central_1' } });
    assert.equal(code, 'region-invalid');
    assert.equal(title, 'Not an AWS region: eu_central_1');
    assert.match(explanation, /\(AWS_REGION\)/);
    assert.deepEqual(fixes.map(commandOf), [['selectRegion'], ['configureDiscovery']]);
  });

  it('is told of OpenClaw’s where the editor uses another', () => {
    const layers: ConnectionLayer[] = [{ from: 'settings', region: 'eu-west-1' }];
    assert.match(only({ region: 'Frankfurt', layers }).explanation, /OpenClaw config/);
    assert.deepEqual(codes({ region: 'Frankfurt', layers, hasOpenClaw: false }), []);
  });
});

function dotEnvOf(variables: Record<string, string>): string {
  return Object.entries(variables)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}
