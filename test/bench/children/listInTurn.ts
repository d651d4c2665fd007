/** The calls that our discovery makes, made with the bare SDK one after another: their sum. */
import { loadSdk } from '../../../src/bedrock/loadSdk.ts';
import { reportTimes } from './reportTimes.ts';

void reportTimes(async () => {
  const sdk = await loadSdk();
  const client = new sdk.BedrockClient({ requestHandler: new sdk.NodeHttpHandler() });
  return async () => {
    const { modelSummaries = [] } = await client.send(new sdk.ListFoundationModelsCommand({}));
    await client.send(new sdk.ListInferenceProfilesCommand({ maxResults: 1000 }));
    await client.send(new sdk.ListInferenceProfilesCommand({ maxResults: 1000, typeEquals: 'APPLICATION' }));
    await client.send(new sdk.ListProvisionedModelThroughputsCommand({ maxResults: 1000 }));
    await client.send(new sdk.ListImportedModelsCommand({ maxResults: 1000 }));
    await client.send(new sdk.ListPromptRoutersCommand({ maxResults: 100 }));
    return modelSummaries.length;
  };
});
