/** `npm run bedrock`: a simulated Bedrock to point any AWS client at. Options: `--port`, `--region`. */
import { parseArgs } from 'node:util';
import '../../scripts/plainErrors.ts';

import { startBedrock, type RecordedRequest } from './bedrock.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4567' },
    region: { type: 'string', default: 'us-east-1' },
  },
});

const bedrock = await startBedrock({ port: Number(values.port), region: values.region });

console.log(`A simulated Bedrock listens at ${bedrock.url}. To use it:\n`);
for (const [name, value] of Object.entries(bedrock.env)) {
  console.log(`export ${name}=${value}`);
}
console.log(
  `\nIn place of the access key: export AWS_BEARER_TOKEN_BEDROCK=${bedrock.bearerEnv['AWS_BEARER_TOKEN_BEDROCK']}`,
);
console.log('Ctrl-C ends it.\n');

const told = new WeakSet<RecordedRequest>();
bedrock.watch(request => {
  if (request.finished && !told.has(request)) {
    told.add(request);
    console.log(line(request));
  }
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void bedrock.close());
}

function line({ operation, modelId, status, errorType, closedByClient }: RecordedRequest): string {
  const outcome = errorType ?? (closedByClient ? 'closed by the client' : '');
  return [new Date().toLocaleTimeString(), status, operation, modelId, outcome].filter(Boolean).join('  ');
}
