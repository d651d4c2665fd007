/** Recorded exchanges with the real service: lists, streams and refusals. */
import assert from 'node:assert/strict';

import { ListFoundationModelsCommand, paginateListInferenceProfiles } from '@aws-sdk/client-bedrock';
import { ConverseCommand, ConverseStreamCommand, type Message } from '@aws-sdk/client-bedrock-runtime';

import { describeRecorded, type RecordedData } from '../recordedData.ts';
import { startBedrock, type Bedrock } from './bedrock.ts';
import { collect, controlClient, runtimeClient } from './clients.ts';
import { frame } from './eventStream.ts';

interface Recorded {
  name: string;
  modelId: string;
  op: 'Converse' | 'ConverseStream';
  status: number;
  request: { messages: Message[] };
  response: { message: string };
  rawBase64: string;
  events: { type: string; payload: Record<string, unknown> }[];
}

describeRecorded('simulated Bedrock: recorded exchanges', 'bedrock', recordedExchanges);

function recordedExchanges(data: RecordedData): void {
  const { modelSummaries } = data.json('foundation-models.json') as { modelSummaries: object[] };
  const { inferenceProfileSummaries } = data.json('inference-profiles.json') as {
    inferenceProfileSummaries: object[];
  };
  const lists = { foundationModels: modelSummaries, inferenceProfiles: inferenceProfileSummaries };
  const recorded = (kind: string) => data.files(kind).map(file => data.json(file) as Recorded);
  let bedrock: Bedrock;

  before(async () => {
    bedrock = await startBedrock({ lists });
  });
  after(() => bedrock.close());

  it('gives out the recorded lists', async () => {
    const client = controlClient(bedrock);
    const models = await client.send(new ListFoundationModelsCommand({}));
    assert.equal(models.modelSummaries?.length, modelSummaries.length);
    let profiles = 0;
    for await (const page of paginateListInferenceProfiles({ client, pageSize: 10 }, {})) {
      profiles += page.inferenceProfileSummaries?.length ?? 0;
    }
    assert.equal(profiles, inferenceProfileSummaries.length);
  });

  for (const { name, modelId, request, rawBase64, events } of recorded('streams')) {
    const bytes = Buffer.from(rawBase64, 'base64');

    it(`replays ${name} to the SDK`, async () => {
      bedrock.script('ConverseStream', { reply: bytes });
      const command = new ConverseStreamCommand({ ...request, modelId });
      const replayed = await collect((await runtimeClient(bedrock).send(command)).stream);
      assert.equal(replayed.error, undefined);
      assert.deepEqual(
        replayed.events.map(event => Object.keys(event)[0]),
        events.map(({ type }) => type),
      );
      assert.equal(textOf(replayed.events), textOf(events.map(({ type, payload }) => ({ [type]: payload }))));
    });

    it(`frames ${name} to the same bytes`, () => {
      const framed = events.map(({ type, payload }) => frame('event', type, payload));
      assert(Buffer.concat(framed).equals(bytes));
    });
  }

  for (const { name, modelId, op, status, request, response } of recorded('errors')) {
    it(`refuses as in ${name}`, async () => {
      const input = { ...request, modelId };
      const client = runtimeClient(bedrock);
      const sent =
        op === 'Converse'
          ? client.send(new ConverseCommand(input))
          : client.send(new ConverseStreamCommand(input));
      await assert.rejects(sent, { name: 'ValidationException', message: response.message });
      assert.equal(bedrock.requests.at(-1)!.status, status);
    });
  }
}

/** All text of a stream, whichever kind it is of. */
function textOf(events: readonly object[]): string {
  const texts: string[] = [];
  JSON.stringify(events, (key, value: unknown) => {
    if (['text', 'signature', 'input', 'stopReason'].includes(key)) {
      texts.push(String(value));
    }
    return value;
  });
  return texts.join('|');
}
