/** The smallest question to a model, which tells whether it answers at all. */
import type { BedrockClients } from '../clients.ts';
import type { Connection } from '../connection/connection.ts';
import { loadSdk } from '../loadSdk.ts';
import { problemOf } from '../problems.ts';
import { ProblemError } from '../../problem.ts';

/** Milliseconds for the answer. */
const TIME_LIMIT = 60_000;

/** Has a model answer with one token; resolves to the milliseconds that took. Throws a `ProblemError`. */
export async function askForOneToken(
  connection: Connection,
  clients: BedrockClients,
  modelId: string,
  signal: AbortSignal,
): Promise<number> {
  try {
    const [sdk, client] = await Promise.all([loadSdk(), clients.runtime()]);
    const command = new sdk.ConverseCommand({
      modelId,
      messages: [{ role: 'user', content: [{ text: 'Hi' }] }],
      inferenceConfig: { maxTokens: 1 },
    });
    const abortSignal = AbortSignal.any([signal, AbortSignal.timeout(TIME_LIMIT)]);
    const startedAt = performance.now();
    const { stopReason } = await clients.attempt(() => client.send(command, { abortSignal }));
    if (!stopReason) throw new SyntaxError('The answer does not say why it stopped.');
    return performance.now() - startedAt;
  } catch (error) {
    throw new ProblemError(problemOf(error, { connection, operation: 'Converse', modelId }));
  }
}
