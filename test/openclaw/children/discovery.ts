/**
 * What OpenClaw's own discovery makes of Bedrock's answers, case by case: its module is called with clients that give
 * these answers. Started with the folder of OpenClaw's modules and a file of cases; prints the models as JSON.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The two answers, whole, and the settings in the config. */
export interface DiscoveryCase {
  readonly foundationModels: readonly object[];
  readonly inferenceProfiles: readonly object[];
  readonly region: string;
  readonly settings: {
    readonly providerFilter?: readonly string[];
    readonly defaultContextWindow?: number;
    readonly defaultMaxTokens?: number;
  };
}

/** A model as OpenClaw then knows it. */
export interface DiscoveredModel {
  readonly id: string;
  readonly name: string;
  readonly reasoning: boolean;
  readonly input: readonly string[];
  readonly contextWindow: number;
  readonly maxTokens: number;
}

interface Discovery {
  readonly resolveImplicitBedrockProvider: (
    params: object,
  ) => Promise<{ readonly models: DiscoveredModel[] } | null>;
}

const [dist = '', cases = ''] = process.argv.slice(2);
const api = pathToFileURL(join(dist, 'extensions/amazon-bedrock/api.js')).href;
const { resolveImplicitBedrockProvider } = (await import(api)) as Discovery;

const answers: DiscoveredModel[][] = [];
for (const { region, settings, ...lists } of JSON.parse(readFileSync(cases, 'utf8')) as DiscoveryCase[]) {
  const send = (command: object) =>
    Promise.resolve(
      command.constructor.name === 'ListFoundationModelsCommand'
        ? { modelSummaries: lists.foundationModels }
        : { inferenceProfileSummaries: lists.inferenceProfiles },
    );
  const provider = await resolveImplicitBedrockProvider({
    // Nothing is kept from one case to the next.
    pluginConfig: { discovery: { enabled: true, region, refreshInterval: 0, ...settings } },
    env: {},
    clientFactory: () => ({ send }),
  });
  answers.push(provider?.models ?? []);
}
process.stdout.write(JSON.stringify(answers));
// OpenClaw's modules keep timers.
process.exit(0);
