// Whether this machine has AWS credentials, found as the extension finds them.
import { BedrockClients } from '../../src/bedrock/clients.ts';
import { detectConnection, processVariables } from '../../src/bedrock/connection/connection.ts';
import { RememberedInstanceRoles } from '../../src/bedrock/connection/instanceRole.ts';

/** True for any marker in the environment; without one, when the default chain comes up with something. */
export async function hasCredentials(): Promise<boolean> {
  const connection = detectConnection(processVariables(process.env), []);
  if (connection.credentials.kind !== 'default-chain') return true;
  const clients = new BedrockClients(connection, {
    network: () => ({ strictTls: true }),
    askMfaCode: () => Promise.resolve(undefined),
    instanceRoles: new RememberedInstanceRoles({ get: () => undefined, set: () => undefined }),
  });
  return clients.resolve().then(
    () => true,
    () => false,
  );
}
