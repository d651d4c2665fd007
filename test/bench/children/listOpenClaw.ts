/** OpenClaw's own discovery in a process of its own. Started with a number of times and the path of its module. */
import { pathToFileURL } from 'node:url';
import { reportTimes } from './reportTimes.ts';

interface Discovery {
  readonly discoverBedrockModels: (params: object) => Promise<readonly object[]>;
}

void reportTimes(async () => {
  const { discoverBedrockModels } = (await import(pathToFileURL(process.argv[3] ?? '').href)) as Discovery;
  // Nothing is kept from one time to the next.
  const params = { region: 'us-east-1', config: { refreshInterval: 0 } };
  return async () => (await discoverBedrockModels(params)).length;
});
