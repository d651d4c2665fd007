/**
 * The instance metadata service of EC2, in its version 2: a session token first, then the role and its keys.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html
 */
import { randomBytes } from 'node:crypto';

import { account, type Issuer } from './issuer.ts';
import { startLocalServer, type LocalAnswer, type LocalRequest, type LocalServer } from './localServer.ts';

export interface ImdsOptions {
  issuer: Issuer;
  /** The role of the instance; `null`: it has none. Default: one. */
  role?: string | null;
  /** Default `us-east-1`. */
  region?: string;
  /** The name of its instance profile; default: that of the role. */
  profile?: string;
  /** Requests without a token are answered too, as version 1 did. */
  allowsVersion1?: boolean;
}

/** The members that are not read-only may change between requests. */
export interface Imds extends LocalServer {
  /** Issued keys are of the source `imds`. */
  readonly env: Record<string, string>;
  role: string | null;
  /** Connections are accepted and nothing is ever answered. */
  isSilent: boolean;
  /** Answers wait for this: for a promise that the test resolves, or for some time. */
  gate: Promise<unknown>;
}

const tokenPath = '/latest/api/token';
const rolesPath = '/latest/meta-data/iam/security-credentials/';
const longestTtl = 21_600;

export const instanceId = 'i-0123456789abcdef0';

export async function startImds(options: ImdsOptions): Promise<Imds> {
  const { issuer, role = 'instance-role', region = 'us-east-1', profile, allowsVersion1 = false } = options;
  const tokens = new Map<string, number>();
  const state = { role, isSilent: false, gate: Promise.resolve() as Promise<unknown> };

  const server = await startLocalServer(async request => {
    if (state.isSilent) await new Promise(() => undefined);
    await state.gate;
    return request.path === tokenPath ? tokenAnswer(request) : dataAnswer(request);
  });
  return Object.assign(state, server, {
    // Said explicitly, so that it wins over a simulator's environment beside it.
    env: { AWS_EC2_METADATA_SERVICE_ENDPOINT: server.url, AWS_EC2_METADATA_DISABLED: 'false' },
  });

  function tokenAnswer({ method, headers }: LocalRequest): LocalAnswer {
    if (method !== 'PUT') return page(405, 'Method Not Allowed');
    // Proxies that were left open must not reach it.
    if (headers['x-forwarded-for'] !== undefined) return page(403, 'Forbidden');
    const ttl = headers['x-aws-ec2-metadata-token-ttl-seconds'] ?? '';
    const seconds = /^\d+$/.test(ttl) ? Number(ttl) : 0;
    if (seconds < 1 || seconds > longestTtl) return page(400, 'Bad Request');
    const token = randomBytes(40).toString('base64');
    tokens.set(token, Date.now() + seconds * 1000);
    return plain(token, { 'x-aws-ec2-metadata-token-ttl-seconds': ttl });
  }

  function dataAnswer({ method, path, headers }: LocalRequest): LocalAnswer {
    const token = headers['x-aws-ec2-metadata-token'];
    const isAllowed = token === undefined ? allowsVersion1 : (tokens.get(token) ?? 0) > Date.now();
    if (!isAllowed) return page(401, 'Unauthorized');
    if (method !== 'GET') return page(405, 'Method Not Allowed');
    const found = documents()[path];
    return found === undefined ? page(404, 'Not Found') : plain(found);
  }

  function documents(): Record<string, string | undefined> {
    return {
      '/latest/meta-data/placement/region': region,
      '/latest/meta-data/services/partition': 'aws',
      '/latest/dynamic/instance-identity/document': JSON.stringify(
        { accountId: account, instanceId, region },
        null,
        2,
      ),
      '/latest/meta-data/iam/info': profileInfo(profile ?? state.role),
      ...(state.role !== null && {
        [rolesPath]: state.role,
        [rolesPath + state.role]: JSON.stringify(roleCredentials(state.role), null, 2),
      }),
    };
  }

  function profileInfo(name: string | null): string | undefined {
    if (name === null) return undefined;
    return JSON.stringify({
      Code: 'Success',
      LastUpdated: new Date().toISOString(),
      InstanceProfileArn: `arn:aws:iam::${account}:instance-profile/${name}`,
      InstanceProfileId: 'AIPA0123456789EXAMPLE',
    });
  }

  function roleCredentials(name: string): object {
    const arn = `arn:aws:sts::${account}:assumed-role/${name}/${instanceId}`;
    const keys = issuer.current('imds', { arn });
    return {
      Code: 'Success',
      LastUpdated: new Date().toISOString(),
      Type: 'AWS-HMAC',
      AccessKeyId: keys.accessKeyId,
      SecretAccessKey: keys.secretAccessKey,
      Token: keys.sessionToken,
      Expiration: keys.expiration.toISOString().replace('.000', ''),
    };
  }
}

function plain(body: string, headers: Record<string, string> = {}): LocalAnswer {
  return { status: 200, headers: { 'content-type': 'text/plain', ...headers }, body };
}

function page(status: number, title: string): LocalAnswer {
  const body = `<?xml version="1.0" encoding="iso-8859-1"?>\n<html><head><title>${status} - ${title}</title></head></html>\n`;
  return { status, headers: { 'content-type': 'text/html' }, body };
}
