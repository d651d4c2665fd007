/** How the tests of the rules are written: bodies of requests, and what the service says to them. */
import assert from 'node:assert/strict';

import { startBedrock, type Bedrock } from '../bedrock.ts';

export interface Case {
  what: string;
  /** Default: a Claude model. */
  model?: string;
  body: object | string;
  stream?: boolean;
}

export interface Refused extends Case {
  message: string;
  /** Default: `ValidationException`. */
  type?: string;
  /** Default: 400. */
  status?: number;
}

export const llama = 'us.meta.llama3-3-70b-instruct-v1:0';
export const mistral = 'mistral.mistral-large-3-675b-instruct';
export const nova = 'amazon.nova-lite-v1:0';
export const writer = 'us.writer.palmyra-x5-v1:0';
const claude = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';

export const user = (...content: object[]) => ({ role: 'user', content });
export const assistant = (...content: object[]) => ({ role: 'assistant', content });
export const text = (text: string) => ({ text });
export const call = (toolUseId: string, input: unknown = {}) => ({
  toolUse: { toolUseId, name: 'look', input },
});
export const result = (toolUseId: string, more: object = {}) => ({
  toolResult: { toolUseId, content: [text('Seen.')], ...more },
});
export const tool = (more: object = {}) => ({
  toolSpec: { name: 'look', description: 'Looks.', inputSchema: { json: { type: 'object' } }, ...more },
});
export const toolConfig = { tools: [tool()] };
export const hi = [user(text('Hi'))];

/** The service's text for one broken constraint; `place` is the value, if it is shown, and where it stands. */
export function constraint(place: string, fault: string): string {
  return `1 validation error detected: Value${place} failed to satisfy constraint: Member ${fault}`;
}

export function describeCases(subject: string, accepted: readonly Case[], refused: readonly Refused[]): void {
  describe(`simulated Bedrock: ${subject}`, () => {
    let bedrock: Bedrock;

    before(async () => {
      bedrock = await startBedrock();
    });
    after(() => bedrock.close());

    for (const { what, ...request } of accepted) {
      it(`accepts ${what}`, async () => {
        const response = await send(bedrock, request);
        assert.equal(response.status, 200, await response.text());
      });
    }

    for (const { what, message, type = 'ValidationException', status = 400, ...request } of refused) {
      it(`refuses ${what}`, async () => {
        const response = await send(bedrock, request);
        assert.deepEqual(await response.json(), { message });
        assert.equal(response.status, status);
        assert.equal(response.headers.get('x-amzn-errortype')?.split(':')[0], type);
        assert.equal(bedrock.requests.at(-1)!.errorType, type);
      });
    }
  });
}

/** Sent without the SDK, which would not let every fault through. */
function send(
  bedrock: Bedrock,
  { model = claude, stream = false, body }: Omit<Case, 'what'>,
): Promise<Response> {
  const operation = stream ? 'converse-stream' : 'converse';
  return fetch(`${bedrock.url}/model/${encodeURIComponent(model)}/${operation}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${bedrock.bearerEnv['AWS_BEARER_TOKEN_BEDROCK'] ?? ''}` },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}
