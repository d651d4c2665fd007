import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import {
  type ConnectionLayer,
  detectConnection,
  type Environment,
  type Origin,
  processVariables,
} from '../../../../src/bedrock/connection/connection.ts';

const KEYS = { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI' };
const BEARER = { AWS_BEARER_TOKEN_BEDROCK: 'bedrock-api-key-abc' };

const detect = (environment: Environment, layers: readonly ConnectionLayer[] = []) =>
  detectConnection(processVariables(environment), layers);
const variable = (name: `AWS_${string}`): Origin => ({ from: 'variable', name, place: 'process' });

describe('connection: credentials', () => {
  const cases: {
    name: string;
    environment?: Environment;
    layers?: ConnectionLayer[];
    kind: string;
    origin: Origin;
    /** The profile or the token, where the kind has one. */
    value?: string;
  }[] = [
    { name: 'no marker at all', kind: 'default-chain', origin: { from: 'default' } },
    {
      name: 'a bearer token',
      environment: BEARER,
      kind: 'bearer',
      origin: variable('AWS_BEARER_TOKEN_BEDROCK'),
      value: 'bedrock-api-key-abc',
    },
    {
      name: 'a bearer token before keys and profile',
      environment: { ...KEYS, ...BEARER, AWS_PROFILE: 'dev' },
      kind: 'bearer',
      origin: variable('AWS_BEARER_TOKEN_BEDROCK'),
      value: 'bedrock-api-key-abc',
    },
    { name: 'both keys', environment: KEYS, kind: 'access-keys', origin: variable('AWS_ACCESS_KEY_ID') },
    {
      name: 'a profile before both keys, as the SDK in OpenClaw signs',
      environment: { ...KEYS, AWS_PROFILE: 'dev' },
      kind: 'profile',
      origin: variable('AWS_PROFILE'),
      value: 'dev',
    },
    {
      name: 'the key id alone',
      environment: { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE' },
      kind: 'default-chain',
      origin: { from: 'default' },
    },
    {
      name: 'the secret key alone',
      environment: { AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI' },
      kind: 'default-chain',
      origin: { from: 'default' },
    },
    {
      name: 'one key and a profile',
      environment: { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_PROFILE: 'dev' },
      kind: 'profile',
      origin: variable('AWS_PROFILE'),
      value: 'dev',
    },
    {
      name: 'both keys, one of them blank',
      environment: { ...KEYS, AWS_SECRET_ACCESS_KEY: ' \t' },
      kind: 'default-chain',
      origin: { from: 'default' },
    },
    {
      name: 'a profile, trimmed',
      environment: { AWS_PROFILE: '  dev ' },
      kind: 'profile',
      origin: variable('AWS_PROFILE'),
      value: 'dev',
    },
    {
      name: 'a bearer token, trimmed',
      environment: { AWS_BEARER_TOKEN_BEDROCK: ' abc\n' },
      kind: 'bearer',
      origin: variable('AWS_BEARER_TOKEN_BEDROCK'),
      value: 'abc',
    },
    {
      name: 'only blank values',
      environment: {
        AWS_BEARER_TOKEN_BEDROCK: ' ',
        AWS_ACCESS_KEY_ID: '',
        AWS_SECRET_ACCESS_KEY: '',
        AWS_PROFILE: '\t',
      },
      layers: [{ from: 'group', apiKey: ' ', profile: '' }],
      kind: 'default-chain',
      origin: { from: 'default' },
    },
    {
      name: 'a session token alone',
      environment: { AWS_SESSION_TOKEN: 'abc' },
      kind: 'default-chain',
      origin: { from: 'default' },
    },
    {
      name: "a group's key before everything in the environment",
      environment: { ...KEYS, ...BEARER, AWS_PROFILE: 'dev' },
      layers: [{ from: 'group', apiKey: ' group-key ' }],
      kind: 'bearer',
      origin: { from: 'group' },
      value: 'group-key',
    },
    {
      name: "a group's key before its profile",
      layers: [{ from: 'group', apiKey: 'group-key', profile: 'dev' }],
      kind: 'bearer',
      origin: { from: 'group' },
      value: 'group-key',
    },
    {
      name: "a group's profile before the settings'",
      layers: [
        { from: 'group', profile: 'of-the-group' },
        { from: 'settings', profile: 'of-the-settings' },
      ],
      kind: 'profile',
      origin: { from: 'group' },
      value: 'of-the-group',
    },
    {
      name: "the settings' profile where the group's is blank",
      environment: BEARER,
      layers: [
        { from: 'group', profile: ' ', region: 'eu-west-1' },
        { from: 'settings', profile: 'of-the-settings' },
      ],
      kind: 'profile',
      origin: { from: 'settings' },
      value: 'of-the-settings',
    },
  ];
  for (const { name, environment = {}, layers = [], kind, origin, value } of cases) {
    it(name, () => {
      const { credentials } = detect(environment, layers);
      assert.equal(credentials.kind, kind);
      assert.deepEqual(credentials.origin, origin);
      const found =
        credentials.kind === 'bearer'
          ? credentials.token()
          : credentials.kind === 'profile'
            ? credentials.profile
            : undefined;
      assert.equal(found, value);
    });
  }
});

describe('connection: profiles', () => {
  const isChosen = (environment: Environment, ...layers: ConnectionLayer[]) => {
    const { credentials } = detect(environment, layers);
    return credentials.kind === 'profile' && credentials.isChosen;
  };

  it('are chosen in the settings and in groups', () => {
    assert.equal(isChosen({ AWS_PROFILE: 'dev' }, { from: 'settings', profile: 'dev' }), true);
    assert.equal(isChosen({}, { from: 'group', profile: 'dev' }), true);
  });

  it('are where the chain begins as markers', () => assert.equal(isChosen({ AWS_PROFILE: 'dev' }), false));
});

describe('connection: region', () => {
  const layers = ({ group, settings, openclaw }: Record<string, string>): ConnectionLayer[] => [
    { from: 'group', region: group },
    { from: 'settings', region: settings },
    { from: 'openclaw', region: openclaw },
  ];
  const environment = { AWS_REGION: 'eu-west-2', AWS_DEFAULT_REGION: 'eu-west-3' };
  const cases: [
    name: string,
    environment: Environment,
    layers: ConnectionLayer[],
    region: string,
    origin: Origin,
  ][] = [
    ['the default', {}, [], 'us-east-1', { from: 'default' }],
    [
      'AWS_DEFAULT_REGION',
      { AWS_DEFAULT_REGION: 'eu-west-3' },
      [],
      'eu-west-3',
      variable('AWS_DEFAULT_REGION'),
    ],
    ['AWS_REGION before AWS_DEFAULT_REGION', environment, [], 'eu-west-2', variable('AWS_REGION')],
    [
      'AWS_DEFAULT_REGION where AWS_REGION is blank',
      { ...environment, AWS_REGION: ' ' },
      [],
      'eu-west-3',
      variable('AWS_DEFAULT_REGION'),
    ],
    [
      'OpenClaw’s before the environment',
      environment,
      layers({ openclaw: 'sa-east-1' }),
      'sa-east-1',
      { from: 'openclaw' },
    ],
    [
      'the settings’ before OpenClaw’s',
      environment,
      layers({ settings: 'ca-central-1', openclaw: 'sa-east-1' }),
      'ca-central-1',
      { from: 'settings' },
    ],
    [
      'the group’s first of all',
      environment,
      layers({ group: ' us-west-2 ', settings: 'ca-central-1', openclaw: 'sa-east-1' }),
      'us-west-2',
      { from: 'group' },
    ],
    [
      'blank layers passed over',
      environment,
      layers({ group: '', settings: ' ', openclaw: 'sa-east-1' }),
      'sa-east-1',
      { from: 'openclaw' },
    ],
  ];
  for (const [name, given, its, region, origin] of cases) {
    it(name, () => {
      assert.deepEqual(detect(given, its).region, { name: region, origin });
    });
  }
});

describe('connection: endpoints', () => {
  const none = { control: undefined, runtime: undefined };
  const configured = (endpoint: string, environment: Environment = {}) =>
    detect(environment, [{ from: 'settings', endpoint }]).endpoints;

  it('leaves both to the SDK where nothing is configured', () => {
    assert.deepEqual(detect({ AWS_ENDPOINT_URL: ' ' }).endpoints, none);
  });

  it('takes any other host for both services', () => {
    for (const url of [
      'http://127.0.0.1:8080',
      'https://bedrock.example.com/v1',
      'https://amazonaws.com.example',
    ]) {
      assert.deepEqual(configured(` ${url} `), { control: url, runtime: url });
    }
  });

  const runtimeHosts = [
    'https://bedrock-runtime.eu-central-1.amazonaws.com',
    'https://bedrock-runtime-fips.us-east-1.amazonaws.com',
    'https://bedrock-runtime.cn-north-1.amazonaws.com.cn',
    'https://vpce-0a1b-2c3d.bedrock-runtime.us-east-1.vpce.amazonaws.com',
    'https://Bedrock-Runtime.us-east-1.AmazonAWS.com/',
  ];
  for (const url of runtimeHosts) {
    it(`takes ${url} for answers only`, () => assert.deepEqual(configured(url), { ...none, runtime: url }));
  }

  const controlHosts = [
    'https://bedrock.eu-central-1.amazonaws.com',
    'https://bedrock-fips.us-gov-west-1.amazonaws.com',
    'https://vpce-0a1b-2c3d.bedrock.us-east-1.vpce.amazonaws.com',
  ];
  for (const url of controlHosts) {
    it(`takes ${url} for lists only`, () => assert.deepEqual(configured(url), { ...none, control: url }));
  }

  it('takes the first layer that names one, before the environment', () => {
    const environment = { AWS_ENDPOINT_URL: 'https://env.example' };
    const { endpoints } = detect(environment, [
      { from: 'group', endpoint: ' ' },
      { from: 'settings', endpoint: 'https://settings.example' },
    ]);
    assert.deepEqual(endpoints, { control: 'https://settings.example', runtime: 'https://settings.example' });
  });

  it('takes none of the settings for a group with a region or credentials of its own', () => {
    const settings = { from: 'settings', endpoint: 'https://settings.example', region: 'eu-west-1' } as const;
    const ofGroup = (group: Omit<ConnectionLayer, 'from'>) =>
      detect({}, [{ from: 'group', ...group }, settings]).endpoints.control;
    for (const own of [{ region: 'us-west-2' }, { apiKey: 'group-key' }, { profile: 'dev' }]) {
      assert.equal(ofGroup(own), undefined);
      assert.equal(ofGroup({ ...own, endpoint: 'https://group.example' }), 'https://group.example');
    }
    assert.equal(ofGroup({ region: ' ', apiKey: '' }), 'https://settings.example');
  });

  it('reads the environment for the service that a configured endpoint does not serve, as the SDK would', () => {
    const environment = {
      AWS_ENDPOINT_URL_BEDROCK: 'https://lists.example',
      AWS_ENDPOINT_URL_BEDROCK_RUNTIME: 'https://answers.example',
    };
    const lists = 'https://bedrock.eu-central-1.amazonaws.com';
    const answers = 'https://bedrock-runtime.eu-central-1.amazonaws.com';
    assert.deepEqual(configured(lists, environment), { control: lists, runtime: 'https://answers.example' });
    assert.deepEqual(configured(answers, environment), {
      control: 'https://lists.example',
      runtime: answers,
    });
  });

  it('reads the variables of each service, before the one for all', () => {
    const environment = {
      AWS_ENDPOINT_URL: 'https://all.example',
      AWS_ENDPOINT_URL_BEDROCK: 'https://lists.example',
      AWS_ENDPOINT_URL_BEDROCK_RUNTIME: 'https://answers.example',
    };
    assert.deepEqual(detect(environment).endpoints, {
      control: 'https://lists.example',
      runtime: 'https://answers.example',
    });
    assert.deepEqual(detect({ ...environment, AWS_ENDPOINT_URL_BEDROCK: '' }).endpoints, {
      control: 'https://all.example',
      runtime: 'https://answers.example',
    });
    assert.deepEqual(detect({ AWS_ENDPOINT_URL_BEDROCK: 'https://lists.example' }).endpoints, {
      ...none,
      control: 'https://lists.example',
    });
  });
});

describe('connection: key', () => {
  const key = (environment: Environment, ...layers: ConnectionLayer[]) => detect(environment, layers).key;

  it('tells callers, regions and endpoints apart', () => {
    const keys = [
      key({}),
      key({ AWS_REGION: 'eu-west-1' }),
      key(BEARER),
      key({ AWS_BEARER_TOKEN_BEDROCK: 'another' }),
      key(KEYS),
      key({ ...KEYS, AWS_ACCESS_KEY_ID: 'AKIDANOTHER' }),
      key({ AWS_PROFILE: 'dev' }),
      key({ AWS_PROFILE: 'prod' }),
      key({ AWS_PROFILE: 'default-chain' }),
      key({}, { from: 'settings', profile: 'dev' }),
      key({ AWS_PROFILE: 'dev', AWS_CONFIG_FILE: '/elsewhere' }),
      key({ AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://127.0.0.1:1/' }),
      key({ AWS_ENDPOINT_URL: 'https://one.example' }),
      key({ AWS_ENDPOINT_URL_BEDROCK: 'https://one.example' }),
      key({ AWS_ENDPOINT_URL_BEDROCK_RUNTIME: 'https://one.example' }),
    ];
    assert.equal(new Set(keys).size, keys.length);
  });

  it('is the same for the same caller, wherever its values were found', () => {
    const found = key({ ...BEARER, AWS_REGION: 'eu-west-1' });
    const layer = { apiKey: 'bedrock-api-key-abc', region: 'eu-west-1' };
    assert.equal(key({}, { from: 'group', ...layer }), found);
    const profile = { region: 'eu-west-1', profile: ' dev ' };
    assert.equal(key({}, { from: 'settings', ...profile }), key({}, { from: 'group', ...profile }));
    assert.equal(key({ AWS_REGION: 'us-east-1' }), key({}));
  });

  it('is safe as a file name and holds nothing that it was made of', () => {
    const environment = { ...KEYS, AWS_REGION: 'eu-west-1', AWS_ENDPOINT_URL: 'https://one.example' };
    for (const made of [key(environment), key({ ...environment, ...BEARER })]) {
      assert.match(made, /^[0-9a-f]{16,}$/);
    }
  });
});

describe('connection: secrets', () => {
  const secrets = ['bedrock-api-key-abc', 'group-key', 'wJalrXUtnFEMI'];
  const connections = [
    detect({ ...BEARER, ...KEYS }),
    detect(KEYS),
    detect({ ...BEARER, ...KEYS }, [{ from: 'group', apiKey: 'group-key' }]),
  ];

  it('show in no rendering of a connection', () => {
    for (const connection of connections) {
      const renderings = [
        JSON.stringify(connection),
        inspect(connection, { depth: Infinity, showHidden: true }),
        JSON.stringify(Object.values(connection)),
      ];
      for (const rendering of renderings) {
        for (const secret of secrets) assert.ok(!rendering.includes(secret), rendering);
      }
    }
  });

  it('are still there for who asks', () => {
    const tokens = connections.flatMap(({ credentials }) =>
      credentials.kind === 'bearer' ? [credentials.token()] : [],
    );
    assert.deepEqual(tokens, ['bedrock-api-key-abc', 'group-key']);
  });
});
