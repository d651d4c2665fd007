/** Decides whether a request may come in: a signature or an Amazon Bedrock API key. */
import { forbidden, Refusal } from './refusal.ts';
import { verifySignature, type SignedRequest, type Signer } from './sigv4.ts';

export interface Credentials extends Signer {
  readonly bearerKeys: readonly string[];
}

export type AuthScheme = 'sigv4' | 'bearer' | 'none';

export function authScheme(authorization = ''): AuthScheme {
  return authorization.startsWith('Bearer ') ? 'bearer' : authorization === '' ? 'none' : 'sigv4';
}

/** Throws the refusal for a request that nobody with these credentials sent. */
export function authenticate(request: SignedRequest, credentials: Credentials, now = new Date()): void {
  const authorization = request.headers['authorization'] ?? '';
  switch (authScheme(authorization)) {
    case 'none':
      throw forbidden('MissingAuthenticationTokenException', 'Missing Authentication Token');
    case 'bearer':
      if (!credentials.bearerKeys.includes(authorization.slice('Bearer '.length))) {
        const message = 'Authentication failed: Please make sure your API Key is valid.';
        throw new Refusal(403, 'AccessDeniedException', message, 'apiKeys');
      }
      return;
    case 'sigv4':
      verifySignature(request, credentials, now);
  }
}
