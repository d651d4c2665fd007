/** Our discovery in a process of its own, with the bundles that the extension ships. */
import { BedrockClients } from '../../../src/bedrock/clients.ts';
import { detectConnection, processVariables } from '../../../src/bedrock/connection/connection.ts';
import { RememberedInstanceRoles } from '../../../src/bedrock/connection/instanceRole.ts';
import { loadCalls } from '../../../src/bedrock/loadCalls.ts';
import { DEFAULT_DISCOVERY } from '../../../src/bedrock/models/discoverySettings.ts';
import { reportTimes } from './reportTimes.ts';

void reportTimes(async () => {
  const connection = detectConnection(processVariables(process.env), []);
  const clients = new BedrockClients(connection, {
    network: () => ({ strictTls: true }),
    askMfaCode: () => Promise.resolve(undefined),
    instanceRoles: new RememberedInstanceRoles({ get: () => undefined, set: () => undefined }, ''),
  });
  const { discoverModels } = await loadCalls();
  return async () => (await discoverModels(connection, clients, DEFAULT_DISCOVERY)).models.length;
});
