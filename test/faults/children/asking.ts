// Asks the simulated Bedrock at an address, and says "begun" when the first of the answer has come.
import { BedrockClients } from '../../../src/bedrock/clients.ts';
import { detectConnection, processVariables } from '../../../src/bedrock/connection/connection.ts';
import { answer } from '../../../src/bedrock/converse/answer.ts';
import { discoverModels } from '../../../src/bedrock/models/discover.ts';
import { DEFAULT_DISCOVERY } from '../../../src/bedrock/models/discoverySettings.ts';
import { simulatedAccessKey } from '../../bedrock/bedrock.ts';
import { forgetfulRoles } from '../../unit/bedrock/clientsWorld.ts';

const [url = ''] = process.argv.slice(2);
const connection = detectConnection(
  processVariables({
    ...simulatedAccessKey,
    AWS_REGION: 'us-east-1',
    AWS_ENDPOINT_URL_BEDROCK: url,
    AWS_ENDPOINT_URL_BEDROCK_RUNTIME: url,
  }),
  [],
);
const clients = new BedrockClients(connection, {
  network: () => ({ strictTls: true }),
  askMfaCode: () => Promise.resolve(undefined),
  instanceRoles: forgetfulRoles(),
});
const { models } = await discoverModels(connection, clients, DEFAULT_DISCOVERY);
const parts = answer({
  connection,
  clients,
  model: models.find(({ key }) => key === 'amazon.nova-pro-v1:0')!,
  question: {
    messages: [{ role: 'user', parts: [{ type: 'text', text: 'Hello' }] }],
    tools: [],
    mustCallTool: false,
  },
  settings: {},
  caching: false,
  silenceLimit: 60,
  signal: new AbortController().signal,
});
for await (const { type } of parts) if (type === 'text') console.log('begun');
