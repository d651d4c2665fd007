/** The two list calls made in parallel by hand: what a cold list is compared with. Loaded when it is measured. */
import {
  BedrockClient,
  ListFoundationModelsCommand,
  ListInferenceProfilesCommand,
} from '@aws-sdk/client-bedrock';
import { NodeHttpHandler } from '@smithy/node-http-handler';

/** Region, credentials and endpoint come from the environment. */
export async function listByHand(): Promise<void> {
  const client = new BedrockClient({ requestHandler: new NodeHttpHandler() });
  await Promise.all([
    client.send(new ListFoundationModelsCommand({})),
    client.send(new ListInferenceProfilesCommand({ maxResults: 1000 })),
  ]);
}
