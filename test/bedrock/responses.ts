/** The answers that are no stream: JSON, pages, and the service's errors. */
import type { ServerResponse } from 'node:http';

import type { RawAnswer } from './behaviours.ts';
import type { Origin, Refusal } from './refusal.ts';

/** The address that each layer adds to an error's type, which clients cut off, and the name it gives the text. */
const origins: Record<Origin, { model: string; text: string }> = {
  bedrock: { model: 'http://internal.amazon.com/coral/com.amazon.bedrock/', text: 'message' },
  front: { model: 'http://internal.amazon.com/coral/com.amazon.coral.service/', text: 'message' },
  apiKeys: {
    model: 'http://internal.amazon.com/coral/com.amazon.coral.service/#AccessDeniedException',
    text: 'Message',
  },
};

export function sendJson(response: ServerResponse, status: number, body: object): void {
  send(response, status, 'application/json', JSON.stringify(body));
}

export function sendHtml(response: ServerResponse, { status, body }: { status: number; body: string }): void {
  send(response, status, 'text/html', body);
}

/** Ends when all is sent that ever will be; `closed` resolves when the connection does. */
export async function sendRaw(
  response: ServerResponse,
  { status = 200, type = 'application/json', body, end = 'good' }: RawAnswer,
  closed: Promise<unknown>,
): Promise<void> {
  response.writeHead(status, { 'content-type': type });
  for await (const chunk of body instanceof Uint8Array ? [body] : body) {
    if (response.destroyed) return;
    if (!response.write(chunk))
      await Promise.race([new Promise(resolve => response.once('drain', resolve)), closed]);
  }
  if (end === 'good') response.end();
  else if (end === 'cut') response.socket?.destroySoon();
  else await closed;
}

/** Once a stream has begun there is no way left to say what went wrong, so the connection breaks off. */
export function sendRefusal(response: ServerResponse, { status, type, message, origin }: Refusal): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const { model, text } = origins[origin];
  response.setHeader('x-amzn-errortype', `${type}:${model}`);
  sendJson(response, status, { [text]: message });
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}
