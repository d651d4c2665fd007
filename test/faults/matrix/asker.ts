/** Asks a model of a simulated Bedrock of its own, the way the chat does, and says what a person would see. */
import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { BedrockClients } from '../../../src/bedrock/clients.ts';
import {
  type Connection,
  detectConnection,
  processVariables,
} from '../../../src/bedrock/connection/connection.ts';
import { answer } from '../../../src/bedrock/converse/answer.ts';
import type { AnswerPart, KeptReasoning, Tool } from '../../../src/bedrock/converse/conversation.ts';
import type { BedrockModel } from '../../../src/bedrock/models/bedrockModel.ts';
import { discoverModels } from '../../../src/bedrock/models/discover.ts';
import { DEFAULT_DISCOVERY } from '../../../src/bedrock/models/discoverySettings.ts';
import { type Problem, ProblemError } from '../../../src/problem.ts';
import { type Bedrock, type Behaviour, startBedrock } from '../../bedrock/bedrock.ts';
import { modelLists } from '../../bedrock/lists.ts';
import { forgetfulRoles } from '../../unit/bedrock/clientsWorld.ts';
import { within } from './guard.ts';
import { seenOf } from './outcome.ts';
import { WHOLE } from './rows.ts';

/** What an answer came to. */
export interface Answered {
  readonly text: string;
  readonly thought: string;
  readonly calls: readonly object[];
  readonly kept: KeptReasoning['blocks'];
  readonly citations: readonly object[];
  /** Absent where the answer did not end by itself. */
  readonly stop?: string;
  readonly problem?: Problem;
  readonly retries: number;
}

export interface AskOptions {
  readonly silenceLimit?: number;
  readonly modelKey?: string;
  readonly tools?: readonly Tool[];
}

export class Asker {
  readonly bedrock: Bedrock;
  readonly connection: Connection;
  readonly clients: BedrockClients;
  /** What the simulator lists. */
  readonly lists = modelLists('us-east-1');
  readonly #models: readonly BedrockModel[];

  private constructor(
    bedrock: Bedrock,
    connection: Connection,
    clients: BedrockClients,
    models: readonly BedrockModel[],
  ) {
    this.bedrock = bedrock;
    this.connection = connection;
    this.clients = clients;
    this.#models = models;
  }

  static async start(): Promise<Asker> {
    const bedrock = await startBedrock();
    const connection = detectConnection(processVariables(bedrock.env), []);
    const clients = new BedrockClients(connection, {
      network: () => ({ strictTls: true }),
      askMfaCode: () => Promise.resolve(undefined),
      instanceRoles: forgetfulRoles(),
    });
    const { models } = await discoverModels(connection, clients, DEFAULT_DISCOVERY);
    return new Asker(bedrock, connection, clients, models);
  }

  static startAll(count: number): Promise<Asker[]> {
    return Promise.all(Array.from({ length: count }, () => Asker.start()));
  }

  /** Asks; the requests for it behave as told, and once there are no more behaviours they are answered with `reply`. */
  async ask(
    reply: Uint8Array,
    behaviours: readonly Behaviour[],
    { silenceLimit = 10, modelKey = 'amazon.nova-pro-v1:0', tools = [] }: AskOptions = {},
  ): Promise<Answered> {
    this.bedrock.answer = () => reply;
    this.bedrock.script('ConverseStream', ...behaviours);
    const asking = answer({
      connection: this.connection,
      clients: this.clients,
      model: this.#models.find(({ key }) => key === modelKey)!,
      question: {
        messages: [{ role: 'user', parts: [{ type: 'text', text: 'Hello' }] }],
        tools,
        mustCallTool: false,
      },
      settings: {},
      caching: false,
      silenceLimit,
      signal: new AbortController().signal,
    });
    const got = await within('The answer', read(asking));
    this.bedrock.unscript();
    return got;
  }

  async close(): Promise<void> {
    this.clients.destroy();
    await this.bedrock.close();
  }
}

async function read(parts: AsyncIterable<AnswerPart>): Promise<Answered> {
  const got: AnswerPart[] = [];
  let problem: Problem | undefined;
  try {
    for await (const part of parts) got.push(part);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    problem = error.problem;
  }
  const of = <Type extends AnswerPart['type']>(type: Type) =>
    got.filter((part): part is Extract<AnswerPart, { type: Type }> => part.type === type);
  const stops = of('stop');
  assert.ok(stops.length <= 1, 'The answer stopped twice.');
  return {
    text: of('text')
      .map(part => textIn(part.text))
      .join(''),
    thought: of('reasoning')
      .map(part => textIn(part.text))
      .join(''),
    calls: of('tool-call').map(({ id, name, input }) => ({ id, name, input })),
    kept: of('kept-reasoning').at(-1)?.reasoning.blocks ?? [],
    citations: of('citation').map(({ citation }) => citation),
    ...(stops[0] && { stop: textIn(stops[0].reason) }),
    ...(problem && { problem }),
    retries: of('retrying').length,
  };
}

function textIn(value: unknown): string {
  assert.equal(typeof value, 'string', 'What is shown is no text.');
  return value as string;
}

/**
 * What is seen of an answer that would have been `whole`. Fails where it is anything but that very answer or, with a
 * problem, a beginning of it: a half answer that ends as if it were whole, and a call with half its arguments.
 */
export function seenOfAnswer(got: Answered, whole: Answered): string {
  const { problem } = got;
  if (!problem) {
    assert.ok(isSame(got, whole), `Another answer: ${JSON.stringify(got)}`);
    return WHOLE;
  }
  assert.ok(whole.text.startsWith(got.text), 'The text is no beginning of the answer.');
  assert.ok(whole.thought.startsWith(got.thought), 'The thought is no beginning of the answer’s.');
  assert.deepEqual(got.calls, whole.calls.slice(0, got.calls.length));
  return seenOf(problem);
}

export function isSame(one: Answered, other: Answered): boolean {
  const compared = ({ text, thought, calls, kept, citations, stop }: Answered) => [
    text,
    thought,
    calls,
    kept,
    citations,
    stop,
  ];
  return isDeepStrictEqual(compared(one), compared(other));
}
