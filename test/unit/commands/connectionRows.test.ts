import assert from 'node:assert/strict';
import {
  type ConnectionLayer,
  detectConnection,
  type Environment,
  processVariables,
  type Variables,
} from '../../../src/bedrock/connection/connection.ts';
import {
  type ConnectionFacts,
  connectionRows,
  maskedRow,
  rowsText,
} from '../../../src/commands/connectionRows.ts';

const SECRET = 'wJalrXUtnFEMI';

/** The rows by their ids, each as value and why. */
function rows(
  environment: Environment | Variables,
  layers: readonly ConnectionLayer[] = [],
  more: Partial<ConnectionFacts> = {},
) {
  const variables =
    typeof environment['origin'] === 'function'
      ? (environment as Variables)
      : processVariables(environment as Environment);
  const connection = detectConnection(variables, layers);
  const found = connectionRows({ connection, variables, hasOpenClaw: true, ...more });
  assert.doesNotMatch(JSON.stringify(found) + rowsText(found), new RegExp(SECRET));
  return Object.fromEntries(
    found.map(({ id, value, why }) => [id, why === undefined ? [value] : [value, why]]),
  );
}

describe('the rows of a connection', () => {
  it('say what is used where nothing is set', () => {
    assert.deepEqual(rows({}), {
      openclaw: [
        'aws-sdk default chain',
        'It looks for an API key, access keys and AWS_PROFILE, in this order.',
      ],
      signs: [
        'AWS default credential chain',
        'No variable and no setting names any, so that the AWS SDK looks for them.',
      ],
      region: ['us-east-1', 'No variable and no setting names one.'],
      endpoint: ['bedrock.us-east-1.amazonaws.com', 'AWS’s own (aws)'],
    });
    assert.ok(!('openclaw' in rows({}, [], { hasOpenClaw: false })));
  });

  it('tell the source that OpenClaw names from the one that signs', () => {
    const keys = { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE', AWS_SECRET_ACCESS_KEY: SECRET, AWS_PROFILE: 'dev' };
    const found = rows(keys);
    assert.equal(found['openclaw']?.[0], 'env: AWS_ACCESS_KEY_ID + AWS_SECRET_ACCESS_KEY');
    assert.equal(found['signs']?.[0], 'AWS profile "dev" (AWS_PROFILE)');
    const [row] = connectionRows({
      connection: detectConnection(processVariables(keys), []),
      variables: processVariables(keys),
      hasOpenClaw: true,
    });
    assert.equal(row?.label, 'OpenClaw calls its source');
  });

  it('say where each marker is set, and never a secret', () => {
    const values = {
      AWS_BEARER_TOKEN_BEDROCK: SECRET,
      AWS_SECRET_ACCESS_KEY: SECRET,
      AWS_SESSION_TOKEN: SECRET,
      AWS_PROFILE: ' dev ',
      AWS_REGION: 'eu-west-1',
      AWS_DEFAULT_REGION: ' ',
      AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: `/v2/credentials/${SECRET}`,
      AWS_CONTAINER_CREDENTIALS_FULL_URI: `http://a:${SECRET}@127.0.0.1:1/x?${SECRET}`,
    };
    const places = { AWS_PROFILE: '.env', AWS_REGION: 'config' } as Record<string, '.env' | 'config'>;
    const found = rows({ values, origin: name => places[name] ?? 'process' });
    const inProcess = 'in the environment of the editor’s process';
    assert.deepEqual(found['AWS_BEARER_TOKEN_BEDROCK'], ['set', inProcess]);
    assert.deepEqual(found['AWS_SECRET_ACCESS_KEY'], ['set', inProcess]);
    assert.deepEqual(found['AWS_SESSION_TOKEN'], ['set', inProcess]);
    assert.deepEqual(found['AWS_CONTAINER_CREDENTIALS_RELATIVE_URI'], ['set', inProcess]);
    assert.deepEqual(found['AWS_PROFILE'], ['dev', 'AWS_PROFILE in OpenClaw’s .env']);
    assert.deepEqual(found['AWS_REGION'], ['eu-west-1', 'AWS_REGION in the OpenClaw config']);
    assert.deepEqual(found['AWS_CONTAINER_CREDENTIALS_FULL_URI'], ['http://127.0.0.1:1/x', inProcess]);
    assert.ok(!('AWS_DEFAULT_REGION' in found));
    assert.deepEqual(found['region'], ['eu-west-1', 'Found in: AWS_REGION in the OpenClaw config']);
  });

  it('name what a person chose, and where', () => {
    const found = rows({ AWS_REGION: 'eu-west-1' }, [
      { from: 'secret-storage', apiKey: SECRET },
      { from: 'settings', region: 'eu-central-1' },
    ]);
    assert.deepEqual(found['signs'], [
      'Bedrock API key (the editor’s secret storage)',
      'Found in: the editor’s secret storage',
    ]);
    assert.deepEqual(found['region'], ['eu-central-1', 'Found in: settings']);
  });

  it('show endpoints without what lets one in, and the partition of AWS’s own', () => {
    const layer = {
      from: 'settings',
      endpoint: `https://me:${SECRET}@gw.example.com/v1?key=${SECRET}`,
    } as const;
    const own = rows({}, [layer]);
    assert.deepEqual(own['endpoint'], ['https://gw.example.com/v1', 'for lists and answers']);
    assert.ok(!('endpoint-runtime' in own));
    const half = rows({
      AWS_ENDPOINT_URL_BEDROCK_RUNTIME: 'https://vpce.example.com',
      AWS_REGION: 'us-gov-west-1',
    });
    assert.equal(half['endpoint']?.[0], 'bedrock.us-gov-west-1.amazonaws.com');
    assert.deepEqual(half['endpoint-runtime'], ['https://vpce.example.com', 'where models answer']);
    assert.equal(
      rows({ AWS_USE_FIPS_ENDPOINT: 'true' })['endpoint']?.[0],
      'bedrock-fips.us-east-1.amazonaws.com',
    );
    const ofProfile = { control: 'https://profile.example.com', runtime: undefined };
    const shown = rows({}, [], { endpoints: ofProfile });
    assert.equal(shown['endpoint']?.[0], 'https://profile.example.com');
    assert.equal(shown['endpoint-runtime']?.[0], 'bedrock-runtime.us-east-1.amazonaws.com');
    assert.deepEqual(rows({ AWS_REGION: 'cn-north-1' })['endpoint'], [
      'bedrock.cn-north-1.amazonaws.com.cn',
      'AWS’s own (aws-cn)',
    ]);
    assert.equal(rows({}, [{ from: 'settings', endpoint: `x:${SECRET}@y` }])['endpoint']?.[0], 'y');
  });

  it('tell what is known only after use, and who that is, masked where it is wanted', () => {
    const expiration = new Date('2026-05-01T12:00:00Z');
    const caller = { account: '123456789012', arn: 'arn:aws:sts::123456789012:assumed-role/Dev/me' };
    const variables = processVariables({ AWS_PROFILE: 'dev' });
    const facts = {
      connection: detectConnection(variables, []),
      variables,
      hasOpenClaw: false,
      signedBy: { source: 'sso', profile: 'dev', expiration },
      caller,
      proxy: 'http://proxy.example.com:3128',
    } as const;
    const found = connectionRows(facts);
    assert.deepEqual(
      found.map(({ id }) => id),
      ['signs', 'expires', 'account', 'principal', 'region', 'endpoint', 'proxy', 'AWS_PROFILE'],
    );
    const value = (id: string) => found.map(maskedRow).find(row => row.id === id)?.value;
    assert.equal(found[0]?.value, 'single sign-on of the profile "dev"');
    assert.equal(value('expires'), expiration.toLocaleString());
    assert.match(found.find(({ id }) => id === 'expires')?.why ?? '', /signed in/);
    const signedBy = { source: 'instance-role', expiration } as const;
    const [, ofRole] = connectionRows({ ...facts, signedBy });
    assert.equal(ofRole?.why, 'New ones are fetched by then.');
    assert.equal(value('account'), '••••••••9012');
    assert.equal(value('principal'), 'arn:aws:sts::••••••••9012:assumed-role/Dev/me');
    assert.equal(found.find(({ id }) => id === 'account')?.value, caller.account);
  });
});

describe('the rows as text', () => {
  it('are one a line', () => {
    const row = { id: 'x', label: 'Region', value: 'eu-west-1' };
    assert.equal(
      rowsText([row, { ...row, why: 'settings' }]),
      'Region: eu-west-1\nRegion: eu-west-1 (settings)',
    );
  });
});
