/**
 * The credential server beside a container, as EKS Pod Identity's agent is one: a GET with the container's token.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { account, type Issuer } from './issuer.ts';
import {
  json,
  startLocalServer,
  type LocalAnswer,
  type LocalRequest,
  type LocalServer,
} from './localServer.ts';

export interface Container extends LocalServer {
  /** Makes an AWS SDK read the token from the file. Issued keys are of the source `container`. */
  readonly env: Record<string, string>;
  /** Hands the token over in a variable instead. */
  readonly tokenEnv: Record<string, string>;
  readonly tokenFile: string;
  /** Writes a new token to the file; the old one is accepted no more. */
  rotateToken(): void;
}

const path = '/v1/credentials';

export async function startContainer({ issuer }: { issuer: Issuer }): Promise<Container> {
  const folder = mkdtempSync(join(tmpdir(), 'openclaw-bedrock-container-'));
  const tokenFile = join(folder, 'eks-pod-identity-token');
  let token = '';
  rotateToken();

  const server = await startLocalServer(answer);
  const uri = { AWS_CONTAINER_CREDENTIALS_FULL_URI: server.url + path };
  return {
    ...server,
    env: { ...uri, AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: tokenFile },
    get tokenEnv() {
      return { ...uri, AWS_CONTAINER_AUTHORIZATION_TOKEN: token };
    },
    tokenFile,
    rotateToken,
    close: async () => {
      rmSync(folder, { recursive: true, force: true });
      await server.close();
    },
  };

  function rotateToken(): void {
    token = ['{"alg":"RS256"}', '{"sub":"system:serviceaccount:default:app"}', randomBytes(64)]
      .map(part => Buffer.from(part).toString('base64url'))
      .join('.');
    writeFileSync(tokenFile, token, { mode: 0o600 });
  }

  function answer({ method, path: asked, headers }: LocalRequest): LocalAnswer {
    if (asked !== path) return { status: 404, body: '404 page not found\n' };
    if (method !== 'GET') return { status: 405, body: 'Method Not Allowed\n' };
    const { authorization = '' } = headers;
    if (authorization === '') return { status: 400, body: 'Service account token cannot be empty\n' };
    if (authorization !== token)
      return { status: 400, body: 'InvalidTokenException: The token is not valid\n' };
    const keys = issuer.current('container');
    return json(200, {
      AccessKeyId: keys.accessKeyId,
      SecretAccessKey: keys.secretAccessKey,
      Token: keys.sessionToken,
      AccountId: account,
      Expiration: keys.expiration.toISOString(),
    });
  }
}
