/** The real SDK clients, pointed at a simulated Bedrock without touching the environment. */
import { BedrockClient } from '@aws-sdk/client-bedrock';
import { BedrockRuntimeClient, type ConverseStreamOutput } from '@aws-sdk/client-bedrock-runtime';
import { NodeHttpHandler } from '@smithy/node-http-handler';

import type { Bedrock } from './bedrock.ts';

export interface ClientOptions {
  secretAccessKey?: string;
  accessKeyId?: string;
  sessionToken?: string;
  region?: string;
  /** An API key, used instead of the access key. */
  apiKey?: string;
  systemClockOffset?: number;
}

export function controlClient(bedrock: Bedrock, options: ClientOptions = {}): BedrockClient {
  return new BedrockClient(config(bedrock, options));
}

export function runtimeClient(bedrock: Bedrock, options: ClientOptions = {}): BedrockRuntimeClient {
  return new BedrockRuntimeClient(config(bedrock, options));
}

/** All events of a stream, and the error that it ended with. */
export async function collect(
  stream: AsyncIterable<ConverseStreamOutput> | undefined,
): Promise<{ events: ConverseStreamOutput[]; error?: Error }> {
  const events: ConverseStreamOutput[] = [];
  try {
    for await (const event of stream ?? []) {
      events.push(event);
    }
    return { events };
  } catch (error) {
    return { events, error: error as Error };
  }
}

/** All pages of a list. */
export async function pagesOf<Page>(pages: AsyncIterable<Page>): Promise<Page[]> {
  const all: Page[] = [];
  for await (const page of pages) {
    all.push(page);
  }
  return all;
}

function config(
  { url, env }: Bedrock,
  { apiKey, region, systemClockOffset = 0, ...credentials }: ClientOptions,
) {
  return {
    endpoint: url,
    region: region ?? env['AWS_REGION'] ?? '',
    requestHandler: new NodeHttpHandler(),
    maxAttempts: 1,
    systemClockOffset,
    ...(apiKey === undefined
      ? {
          credentials: {
            accessKeyId: env['AWS_ACCESS_KEY_ID'] ?? '',
            secretAccessKey: env['AWS_SECRET_ACCESS_KEY'] ?? '',
            ...credentials,
          },
        }
      : { token: { token: apiKey }, authSchemePreference: ['httpBearerAuth'] }),
  };
}
