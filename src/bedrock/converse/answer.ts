/** Asks a model and hands back the parts of its answer as they come, over exactly one HTTP request. */
import type { BedrockClients } from '../clients.ts';
import type { Connection } from '../connection/connection.ts';
import { loadSdk } from '../loadSdk.ts';
import { type BedrockModel, invocationId } from '../models/bedrockModel.ts';
import { problemOf } from '../problems.ts';
import { ProblemError } from '../../problem.ts';
import type { AnswerPart, Question } from './conversation.ts';
import { converseRequest } from './request.ts';
import { cut, partsOf } from './stream.ts';
import { partsOfWhole } from './wholeAnswer.ts';

export interface Asking {
  readonly connection: Connection;
  readonly clients: BedrockClients;
  readonly model: BedrockModel;
  readonly question: Question;
  /** Closes the HTTP request; the answer then just ends. */
  readonly signal: AbortSignal;
}

/** Yields the parts of the answer. Throws a `ProblemError` for everything that goes wrong but an abort. */
export async function* answer({
  connection,
  clients,
  model,
  question,
  signal,
}: Asking): AsyncGenerator<AnswerPart, void> {
  // Leaving the loop over a stream does not end its request, so whoever stops reading aborts it.
  const request = new AbortController();
  const abortSignal = AbortSignal.any([signal, request.signal]);
  let operation: 'ConverseStream' | 'Converse' = 'ConverseStream';
  let hasBegun = false;
  try {
    const { input, names } = converseRequest(model, question);
    if (input.toolConfig && model.facts.tools !== 'streaming') operation = 'Converse';
    const [sdk, client] = await Promise.all([loadSdk(), clients.runtime()]);
    if (operation === 'ConverseStream') {
      const { stream } = await clients.attempt(() =>
        client.send(new sdk.ConverseStreamCommand(input), { abortSignal }),
      );
      for await (const part of partsOf(stream ?? [], names)) {
        hasBegun = true;
        yield part;
      }
    } else {
      const whole = await clients.attempt(() => client.send(new sdk.ConverseCommand(input), { abortSignal }));
      yield* partsOfWhole(whole, names);
    }
  } catch (error) {
    if (signal.aborted) return;
    const found = problemOf(error, { connection, operation, modelId: invocationId(model) });
    const problem = hasBegun && found.code === 'unreachable' ? { ...cut(), details: found.details } : found;
    throw new ProblemError(problem);
  } finally {
    request.abort();
  }
}
