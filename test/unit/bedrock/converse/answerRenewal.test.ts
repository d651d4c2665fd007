/** Answers and lists when credentials end in mid-use: asked once more with fresh ones. */
import assert from 'node:assert/strict';
import { COLD_LIST } from '../../../bedrock/requests.ts';
import { answer } from '../../../../src/bedrock/converse/answer.ts';
import { discoverModels } from '../../../../src/bedrock/models/discover.ts';
import { DEFAULT_DISCOVERY } from '../../../../src/bedrock/models/discoverySettings.ts';
import { startImds } from '../../../aws/imds.ts';
import { ClientsWorld, problemFrom } from '../clientsWorld.ts';

const expired = {
  status: 403,
  type: 'ExpiredTokenException',
  message: 'The security token included in the request is expired',
};

/** What a list of models is made of; AWS's profiles come apart from those that somebody made. */
const LISTS = COLD_LIST;

describe('answers with credentials that expire', () => {
  let world: ClientsWorld;
  beforeEach(async () => {
    world = await ClientsWorld.start();
    await world.with(startImds({ issuer: world.issuer }));
  });
  afterEach(() => world.close());

  /** Asks the first model that there is; gives what it says, once it has been listed and `prepare` is done. */
  async function ask(prepare: () => void): Promise<string> {
    const connection = world.connection();
    const clients = world.clients();
    const { models } = await discoverModels(connection, clients, DEFAULT_DISCOVERY);
    prepare();
    const question = {
      messages: [{ role: 'user' as const, parts: [{ type: 'text' as const, text: 'Hello' }] }],
      tools: [],
      mustCallTool: false,
    };
    const { signal } = new AbortController();
    let said = '';
    const options = { settings: {}, caching: true, silenceLimit: 60 };
    for await (const part of answer({
      connection,
      clients,
      model: models[0]!,
      question,
      signal,
      ...options,
    })) {
      if (part.type === 'text') said += part.text;
    }
    return said;
  }

  const asked = () => world.bedrock.requests.filter(({ operation }) => operation === 'ConverseStream');

  it('come at the second try', async () => {
    assert.notEqual(await ask(() => world.issuer.expireAll('imds')), '');
    assert.deepEqual(
      asked().map(({ status }) => status),
      [403, 200],
    );
    assert.equal(world.issuer.issued.length, 2);
  });

  it('come though the clock of this machine is off', async () => {
    for (const clockAhead of [3_600_000, -3_600_000]) {
      assert.notEqual(await ask(() => (world.bedrock.clockAhead = clockAhead)), '');
      assert.deepEqual(
        asked()
          .slice(-2)
          .map(({ status }) => status),
        [403, 200],
      );
      world.bedrock.clockAhead = 0;
    }
  });

  it('fail when the second try does', async () => {
    const { code } = await problemFrom(
      ask(() => world.bedrock.script('ConverseStream', { refuse: expired }, { refuse: expired })),
    );
    assert.equal(code, 'credentials-expired');
    assert.equal(asked().length, 2);
  });

  it('lists, too, come whole at the second try', async () => {
    const clients = world.clients();
    const discover = () => discoverModels(world.connection(), clients, DEFAULT_DISCOVERY);
    const { models } = await discover();
    const before = world.bedrock.requests.length;
    world.issuer.expireAll('imds');
    assert.deepEqual(await discover(), { models, problems: [], gaps: [] });
    const requests = world.bedrock.requests.slice(before);
    const asked = (wanted: number) =>
      requests.flatMap(({ operation, status }) => (status === wanted ? operation : [])).sort();
    assert.deepEqual(asked(403), LISTS);
    assert.deepEqual(asked(200), LISTS);
    assert.equal(requests.length, 2 * LISTS.length);
  });
});
