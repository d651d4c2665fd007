/**
 * The table of all markers in all places, with and without an instance role: what is displayed, what OpenClaw says
 * (the real one is asked in test/openclaw/credentials.test.ts), and what really signs, as the simulator saw it.
 */
import assert from 'node:assert/strict';
import { type AwsHome, makeAwsHome } from '../../../aws/awsHome.ts';
import { useEnvironment } from '../../../aws/environment.ts';
import { type Imds, startImds } from '../../../aws/imds.ts';
import { Issuer } from '../../../aws/issuer.ts';
import { type Bedrock, type RecordedRequest, startBedrock } from '../../../bedrock/bedrock.ts';
import { BedrockClients, type ClientContext } from '../../../../src/bedrock/clients.ts';
import { loadSdk } from '../../../../src/bedrock/loadSdk.ts';
import { conflictsOf } from '../../../../src/bedrock/connection/conflicts.ts';
import {
  detectConnection,
  type Place,
  type Variables,
} from '../../../../src/bedrock/connection/connection.ts';
import { explainCredentials } from '../../../../src/bedrock/connection/explain.ts';
import { RememberedInstanceRoles, type Remembered } from '../../../../src/bedrock/connection/instanceRole.ts';
import { openclawSource } from '../../../../src/bedrock/connection/openclawSource.ts';
import { readProfiles } from '../../../../src/bedrock/connection/profiles.ts';
import { problemOf } from '../../../../src/bedrock/problems.ts';
import { openclawEnvironment } from '../../../../src/openclaw/environment.ts';
import { type Combination, COMBINATIONS, environmentOf, type Marker, VALUES } from './markers.ts';

const PROFILE = { AWS_ACCESS_KEY_ID: 'AKIAOFTHEPROFILEDEV0', AWS_SECRET_ACCESS_KEY: 'secret-of-the-profile' };
const KEYS = VALUES.keys;
const ROLE = 'instance-role';

interface Row {
  /** The words of the tooltip, without those for a place. */
  readonly displayed: string;
  readonly openclaw: string;
  /** What the request carries; absent: there is none. */
  readonly signs?: 'bearer' | 'keys' | 'profile' | 'imds';
  readonly source?: string;
  readonly conflicts?: readonly string[];
}

const BEARER_ROW: Row = {
  displayed: 'Bedrock API key (AWS_BEARER_TOKEN_BEDROCK)',
  openclaw: 'env: AWS_BEARER_TOKEN_BEDROCK',
  signs: 'bearer',
  source: 'api-key',
};
const PROFILE_ROW: Row = {
  displayed: 'AWS profile "dev" (AWS_PROFILE)',
  openclaw: 'env: AWS_PROFILE',
  signs: 'profile',
  source: 'static-profile',
};
const KEYS_SOURCE = 'env: AWS_ACCESS_KEY_ID + AWS_SECRET_ACCESS_KEY';

/** By the markers that OpenClaw sees. */
const ROWS: Readonly<Record<string, Row>> = {
  bearer: BEARER_ROW,
  'bearer, keys': { ...BEARER_ROW, conflicts: ['api-key-overrides'] },
  'bearer, profile': { ...BEARER_ROW, conflicts: ['api-key-overrides'] },
  'bearer, keys, profile': { ...BEARER_ROW, conflicts: ['api-key-overrides'] },
  keys: {
    displayed: 'access keys (AWS_ACCESS_KEY_ID)',
    openclaw: KEYS_SOURCE,
    signs: 'keys',
    source: 'access-keys',
  },
  'keys, profile': { ...PROFILE_ROW, openclaw: KEYS_SOURCE, conflicts: ['keys-beside-profile'] },
  profile: PROFILE_ROW,
  none: { displayed: 'AWS default credential chain', openclaw: 'aws-sdk default chain' },
  'none, with a role': {
    displayed: 'AWS default credential chain',
    openclaw: 'aws-sdk default chain',
    signs: 'imds',
    source: 'instance-role',
    conflicts: ['openclaw-needs-marker'],
  },
};

/** As they stand behind the name of a variable. */
const PLACES: Readonly<Record<Place, string>> = {
  process: '',
  '.env': ' in OpenClaw’s .env',
  config: ' in the OpenClaw config',
};

describe('the table of credentials', () => {
  const issuer = new Issuer();
  let home: AwsHome;
  let imds: Imds;
  let bedrock: Bedrock;
  let restore: () => void;

  before(async () => {
    home = makeAwsHome({
      credentials: `[dev]\naws_access_key_id = ${PROFILE.AWS_ACCESS_KEY_ID}\naws_secret_access_key = ${PROFILE.AWS_SECRET_ACCESS_KEY}\n`,
    });
    imds = await startImds({ issuer, role: ROLE });
    bedrock = await startBedrock({
      accessKeys: Object.fromEntries(
        [KEYS, PROFILE].map(keys => [keys['AWS_ACCESS_KEY_ID'], keys['AWS_SECRET_ACCESS_KEY']]),
      ),
      bearerKeys: Object.values(VALUES.bearer),
      issuer,
    });
    // The SDK asks the process for the metadata service.
    restore = useEnvironment(imds.env);
  });
  after(async () => {
    restore();
    await Promise.all([imds.close(), bedrock.close()]);
    home.remove();
  });

  const around = () => ({ ...home.env, ...imds.env, ...bedrock.endpointEnv });

  for (const combination of COMBINATIONS) {
    for (const role of [null, ROLE]) {
      it(`${combination.name}${role ? ', with an instance role' : ''}`, async () => {
        imds.role = role;
        const { conflicts = [], ...row } = expectedRow(combination, role !== null);
        const seen = await lookAt(environmentOf(combination, around()));
        // Keys in the config are no markers: OpenClaw does not take them from there.
        const ignored = combination.places.keys === 'config' ? ['config-variables-ignored'] : [];
        assert.deepEqual(seen, { ...row, conflicts: [...ignored, ...conflicts] });
      });
    }
  }

  it('has a way for OpenClaw to see an instance role: AWS_PROFILE=default in its .env', async () => {
    imds.role = ROLE;
    assert.deepEqual(await lookAt(openclawEnvironment(around(), ['AWS_PROFILE=default\n'])), {
      displayed: 'AWS profile "default" (AWS_PROFILE in OpenClaw’s .env)',
      openclaw: 'env: AWS_PROFILE',
      signs: 'imds',
      source: 'instance-role',
      conflicts: [],
    });
  });

  /** What is said of an environment, and what comes of it at the simulator. */
  async function lookAt(variables: Variables & { readonly ignored: readonly string[] }) {
    const connection = detectConnection(variables, []);
    const instanceRoles = new RememberedInstanceRoles(memory());
    const context: ClientContext = {
      network: () => ({ strictTls: true }),
      askMfaCode: () => Promise.resolve(undefined),
      instanceRoles,
    };
    const clients = new BedrockClients(connection, context);
    try {
      const request = await list(clients);
      const facts = {
        connection,
        openclaw: connection,
        variables,
        ignored: variables.ignored,
        profiles: await readProfiles(variables.values),
        instanceRole: await instanceRoles.probe(variables.values),
        hasOpenClaw: true,
      };
      return {
        displayed: explainCredentials(connection.credentials),
        openclaw: openclawSource(variables).label,
        ...(request && { signs: signerOf(request), source: clients.signedBy?.source }),
        conflicts: conflictsOf(facts).map(({ code }) => code),
      };
    } finally {
      clients.destroy();
    }

    /** The request that was accepted; none without credentials. */
    async function list(asking: BedrockClients): Promise<RecordedRequest | undefined> {
      const { ListFoundationModelsCommand } = await loadSdk();
      const before = bedrock.requests.length;
      try {
        await asking.attempt(async () => (await asking.control()).send(new ListFoundationModelsCommand({})));
      } catch (error) {
        assert.equal(
          problemOf(error, { connection, operation: 'ListFoundationModels' }).code,
          'no-credentials',
        );
        assert.equal(bedrock.requests.length, before);
        return undefined;
      }
      assert.equal(bedrock.requests.length, before + 1);
      assert.equal(bedrock.requests[before]?.status, 200);
      return bedrock.requests[before];
    }
  }

  function signerOf({ auth, accessKeyId }: RecordedRequest): string | undefined {
    if (auth === 'bearer') return 'bearer';
    if (accessKeyId === KEYS['AWS_ACCESS_KEY_ID']) return 'keys';
    if (accessKeyId === PROFILE.AWS_ACCESS_KEY_ID) return 'profile';
    return issuer.sourceOf(accessKeyId);
  }
});

function expectedRow({ places }: Combination, hasRole: boolean): Row {
  const markers = (['bearer', 'keys', 'profile'] as const).filter(
    marker => places[marker] && !(marker === 'keys' && places[marker] === 'config'),
  );
  const row = ROWS[markers.join(', ') || (hasRole ? 'none, with a role' : 'none')]!;
  const shown: Marker | undefined = markers.find(marker => marker === row.signs);
  const place = shown && places[shown];
  return { ...row, displayed: place ? row.displayed.replace(')', `${PLACES[place]})`) : row.displayed };
}

function memory(): ConstructorParameters<typeof RememberedInstanceRoles>[0] {
  let kept: Remembered | undefined;
  return { get: () => kept, set: value => (kept = value) };
}
