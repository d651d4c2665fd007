/** Where each service is asked, as the SDK's clients resolve it. */
import assert from 'node:assert/strict';
import { BedrockClients } from '../../../../src/bedrock/clients.ts';
import { type ConnectionLayer } from '../../../../src/bedrock/connection/connection.ts';
import { endpointFor } from '../../../../src/bedrock/connection/endpoint.ts';
import { ClientsWorld, list } from '../clientsWorld.ts';

const none = { AWS_ENDPOINT_URL_BEDROCK: '', AWS_ENDPOINT_URL_BEDROCK_RUNTIME: '' };

describe('endpoints', () => {
  let world: ClientsWorld;
  beforeEach(async () => {
    world = await ClientsWorld.start();
  });
  afterEach(() => world.close());

  /** The hosts of both services, asked of the SDK's own rules for the client that was made. */
  async function hosts(variables: Record<string, string>, region: string): Promise<string[]> {
    const clients: BedrockClients = world.clients({
      variables: { ...none, ...variables },
      layer: { region },
    });
    const found: string[] = [];
    for (const { config } of [await clients.control(), await clients.runtime()]) {
      const [Region, UseFIPS, UseDualStack] = await Promise.all([
        config.region(),
        config.useFipsEndpoint(),
        config.useDualstackEndpoint(),
      ]);
      found.push(config.endpointProvider({ Region, UseFIPS, UseDualStack }).url.host);
    }
    return found;
  }

  const fips = { AWS_USE_FIPS_ENDPOINT: 'true' };
  const table: [string, Record<string, string>, string[]][] = [
    ['us-east-1', {}, ['bedrock.us-east-1.amazonaws.com', 'bedrock-runtime.us-east-1.amazonaws.com']],
    [
      'us-east-1',
      fips,
      ['bedrock-fips.us-east-1.amazonaws.com', 'bedrock-runtime-fips.us-east-1.amazonaws.com'],
    ],
    [
      'us-gov-west-1',
      fips,
      ['bedrock-fips.us-gov-west-1.amazonaws.com', 'bedrock-runtime-fips.us-gov-west-1.amazonaws.com'],
    ],
    [
      'cn-north-1',
      {},
      ['bedrock.cn-north-1.amazonaws.com.cn', 'bedrock-runtime.cn-north-1.amazonaws.com.cn'],
    ],
    [
      'eu-west-1',
      { AWS_USE_DUALSTACK_ENDPOINT: 'true' },
      ['bedrock.eu-west-1.api.aws', 'bedrock-runtime.eu-west-1.api.aws'],
    ],
  ];
  for (const [region, variables, expected] of table) {
    it(`of ${region}, with ${JSON.stringify(variables)}`, async () => {
      assert.deepEqual(await hosts(variables, region), expected);
    });
  }

  const endpoints = (variables: Record<string, string>, layer?: Omit<ConnectionLayer, 'from'>) => {
    const connection = world.connection({ variables: { ...none, ...variables }, ...(layer && { layer }) });
    return Promise.all(
      (['bedrock', 'bedrock-runtime', 'sts'] as const).map(service => endpointFor(connection, service)),
    );
  };

  it('come from the profile that is used, by service and for all', async () => {
    world.home.writeConfig(
      '[profile dev]\nendpoint_url = https://dev.example\nservices = vpc\n' +
        '[services vpc]\nbedrock_runtime =\n  endpoint_url = https://vpce.example\n' +
        '[profile other]\nendpoint_url = https://other.example\n[default]\nendpoint_url = https://default.example\n',
    );
    const dev = ['https://dev.example', 'https://vpce.example', 'https://dev.example'];
    assert.deepEqual(await endpoints({ AWS_PROFILE: 'other' }, { profile: 'dev' }), dev);
    assert.deepEqual(await endpoints({ AWS_PROFILE: 'dev' }, { apiKey: 'key' }), dev);
    assert.deepEqual(await endpoints({}), Array(3).fill('https://default.example'));
    const ignoring = { AWS_PROFILE: 'dev', AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' };
    assert.deepEqual(await endpoints(ignoring), Array(3).fill(undefined));
    const configured = { AWS_PROFILE: 'dev', AWS_ENDPOINT_URL: 'https://all.example' };
    assert.deepEqual(await endpoints(configured), Array(3).fill('https://all.example'));
  });

  it('of the process and its profile do not count for a connection that has none', async () => {
    world.set({ AWS_ENDPOINT_URL_BEDROCK: 'http://127.0.0.1:9', AWS_PROFILE: 'wrong' });
    world.home.writeConfig(`[profile wrong]\nendpoint_url = http://127.0.0.1:9\n
[profile right]\nendpoint_url = ${world.bedrock.url}\n`);
    const clients = world.clients({
      variables: { ...none },
      layer: { profile: 'right' },
    });
    // It has no keys, but it is asked for them: the endpoint was taken.
    assert.equal((await clients.control()).config.isCustomEndpoint, true);
    await assert.rejects(list(clients), /without credentials/);
  });
});
