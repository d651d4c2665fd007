// Whether this machine has AWS credentials, found as the extension finds them.
import { detectConnection, processVariables } from '../../src/bedrock/connection/connection.ts';
import { fromNodeProviderChain } from '../../src/bedrock/sdk.ts';

/** Milliseconds to wait for the credentials of an instance. */
const patience = 3_000;

/** True for any marker in the environment; without one, when the SDK's default chain comes up with something. */
export async function hasCredentials(): Promise<boolean> {
  const { credentials } = detectConnection(processVariables(process.env), []);
  if (credentials.kind !== 'default-chain') return true;
  const late = new Promise<boolean>(resolve => setTimeout(() => resolve(false), patience).unref());
  const found = fromNodeProviderChain({ maxRetries: 0 })().then(
    () => true,
    () => false,
  );
  return Promise.race([found, late]);
}
