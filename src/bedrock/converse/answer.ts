/** Asks a model and hands back the parts of its answer as they come. */
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import * as l10n from '@vscode/l10n';
import type { BedrockClients } from '../clients.ts';
import type { Connection } from '../connection/connection.ts';
import { loadSdk } from '../loadSdk.ts';
import type { BedrockModel } from '../models/bedrockModel.ts';
import { openSettings } from '../fixes.ts';
import { problemOf } from '../problems.ts';
import { type Problem, ProblemError } from '../../problem.ts';
import type { AnswerPart, Question } from './conversation.ts';
import { modelSettings, type ModelSettings } from './modelSettings.ts';
import { isEventStream, onTheWay } from './onTheWay.ts';
import { ReasoningRecord } from './reasoningRecord.ts';
import { type ConverseRequest, converseRequest } from './request.ts';
import { nextTry, type Try } from './retry.ts';
import { refusedAttachment } from './settledMedia.ts';
import { SilenceWatch } from './silenceWatch.ts';
import { partsOf } from './stream.ts';
import { silent } from './streamProblems.ts';
import { partsOfWhole } from './wholeAnswer.ts';

export interface Asking {
  readonly connection: Connection;
  readonly clients: BedrockClients;
  readonly model: BedrockModel;
  readonly question: Question;
  /** What a person has set for the requests to models, as it was read. */
  readonly settings: unknown;
  /** Whether to have the service keep the beginning of requests. */
  readonly caching: boolean;
  /** The route to begin with; absent: the model's default. */
  readonly routeId?: string | undefined;
  /** Seconds without a sign of life before a stream is given up. */
  readonly silenceLimit: number;
  /** Closes the HTTP request; the answer then just ends. */
  readonly signal: AbortSignal;
}

/**
 * Yields the parts of the answer. What fails before the first of them is tried again where that can help. Throws a
 * `ProblemError` for everything that goes wrong but an abort.
 */
export async function* answer(asking: Asking): AsyncGenerator<AnswerPart, void> {
  const { model, question, caching, routeId, signal } = asking;
  const settings = modelSettings(asking.settings, [model.key, ...model.routes.map(({ id }) => id)]);
  const why = refusedAttachment(question.messages, {
    facts: model.facts,
    images: model.input.includes('image'),
  });
  if (why !== undefined) throw new ProblemError(attachmentRefused(why));

  const route = model.routes.find(({ id }) => id === routeId) ?? model.routes[0];
  let trying: Try = { route, caching, reasoning: true, waits: 0 };
  for (;;) {
    const progress: Progress = { hasBegun: false, isWhole: false };
    try {
      yield* once(asking, settings, trying, progress);
      return;
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof ProblemError)) throw error;
      const after = progress.hasBegun ? undefined : nextTry(trying, error.problem, model);
      if (!after) throw error;
      if (after.delay > 0) {
        yield { type: 'retrying', problem: error.problem, seconds: Math.ceil(after.delay / 1000) };
        // A request whose signal was aborted meanwhile ends at once.
        await delay(after.delay, undefined, { signal }).catch(() => undefined);
      }
      if (after.next.route !== trying.route)
        yield { type: 'rerouted', from: trying.route, to: after.next.route };
      trying = after.next;
    }
  }
}

interface Progress {
  hasBegun: boolean;
  /** The model has said that it is done. */
  isWhole: boolean;
}

/** One request. Throws a `ProblemError`. */
async function* once(
  asking: Asking,
  settings: ModelSettings,
  trying: Try,
  progress: Progress,
): AsyncGenerator<AnswerPart, void> {
  const { connection, clients, model, question, silenceLimit, signal } = asking;
  const { route } = trying;
  // Leaving the loop over a stream does not end its request, so whoever stops reading aborts it.
  const request = new AbortController();
  const abortSignal = AbortSignal.any([signal, request.signal]);
  const watch = new SilenceWatch(silenceLimit * 1000, () => request.abort());
  let operation: 'ConverseStream' | 'Converse' = 'ConverseStream';
  let made: ConverseRequest | undefined;
  let isStream = false;
  try {
    made = converseRequest(model, question, { ...trying, routeId: route.id, settings });
    const { input, names, prefix, tokens: estimate } = made;
    const record = new ReasoningRecord({ answer: randomUUID(), model: model.key, prefix });
    if (input.toolConfig && model.facts.tools !== 'streaming') operation = 'Converse';
    const [sdk, client] = await Promise.all([loadSdk(), clients.runtime()]);
    let parts: AsyncIterable<AnswerPart> | Iterable<AnswerPart>;
    if (operation === 'ConverseStream') {
      const { stream } = await clients.attempt(() => {
        const command = new sdk.ConverseStreamCommand(input);
        // The innermost step: others would already have read what came.
        command.middlewareStack.add(
          next => async args => {
            // From when the request leaves: before, somebody may be asked for the code of an MFA device.
            watch.start();
            const sent = await next(args);
            isStream = isEventStream(sent.response);
            return sent;
          },
          { step: 'deserialize', priority: 'low' },
        );
        return client.send(command, { abortSignal });
      });
      if (!stream) throw new SyntaxError('The answer holds no stream.');
      parts = partsOf(watch.listen(stream), names, record);
    } else {
      const whole = await clients.attempt(() => client.send(new sdk.ConverseCommand(input), { abortSignal }));
      parts = partsOfWhole(whole, names, record);
    }
    for await (const part of parts) {
      progress.hasBegun = true;
      progress.isWhole ||= part.type === 'stop';
      yield part.type === 'usage' ? { ...part, estimate } : part;
    }
  } catch (error) {
    const { hasBegun, isWhole } = progress;
    // What is missing then is no more than figures.
    if (isWhole && !(error instanceof ProblemError)) return;
    if (watch.isSilent) throw new ProblemError(silent(silenceLimit, hasBegun));
    const tokens = made && { sent: made.tokens, window: model.contextWindow };
    const found = problemOf(error, { connection, operation, modelId: route.id, tokens });
    const lost = onTheWay(error, found, { hasBegun, isStream });
    throw new ProblemError(lost ?? fieldsRefused(found, settings));
  } finally {
    watch.stop();
    request.abort();
  }
}

/** Where a request is refused that has fields of one's own, they are the likeliest cause. */
function fieldsRefused(problem: Problem, settings: ModelSettings): Problem {
  if (problem.code !== 'request-refused' || !settings.additionalModelRequestFields) return problem;
  return {
    ...problem,
    explanation: l10n.t(
      '{0} First look at the fields that openclawBedrock.modelSettings adds to requests to this model.',
      problem.explanation,
    ),
    fixes: [openSettings('openclawBedrock.modelSettings')],
  };
}

function attachmentRefused(why: string): Problem {
  return {
    code: 'attachment-refused',
    title: l10n.t('The attachment can’t be sent'),
    explanation: l10n.t('{0} Remove it or choose another model, then ask again.', why),
    fixes: [],
  };
}
