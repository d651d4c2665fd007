/** Asks Bedrock whether this account may use a model. */
import type { BedrockClients } from '../clients.ts';
import type { Connection } from '../connection/connection.ts';
import { loadSdk } from '../loadSdk.ts';
import { problemOf } from '../problems.ts';
import { ProblemError } from '../../problem.ts';
import { type Access, accessOf } from './access.ts';

/** Milliseconds for one answer, with the SDK's retries. */
const TIME_LIMIT = 15_000;

/** Throws a `ProblemError`. Costs nothing. */
export async function askAccess(
  connection: Connection,
  clients: BedrockClients,
  modelId: string,
): Promise<Access> {
  try {
    const [sdk, client] = await Promise.all([loadSdk(), clients.control()]);
    const command = new sdk.GetFoundationModelAvailabilityCommand({ modelId });
    const limit = { abortSignal: AbortSignal.timeout(TIME_LIMIT) };
    return accessOf(await clients.attempt(() => client.send(command, limit)));
  } catch (error) {
    const operation = 'GetFoundationModelAvailability';
    throw new ProblemError(problemOf(error, { connection, operation, modelId }));
  }
}
