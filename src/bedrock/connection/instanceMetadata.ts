/**
 * What the metadata service of an EC2 instance says, in its version 2: a session token first.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html
 */
import { type Environment, text } from './connection.ts';

export const ROLES_PATH = '/latest/meta-data/iam/security-credentials/';

/** The role in what stands at `ROLES_PATH`; undefined where there is none. */
export function roleIn(roles: string | undefined): string | undefined {
  return roles?.split('\n')[0]?.trim() || undefined;
}

/**
 * Where to ask; undefined where `environment` says that nobody shall. The address is the process's own: the SDK's
 * provider, which asks the same service for the credentials, is told no other.
 */
export function metadataEndpoint(environment: Environment): string | undefined {
  if (isDisabled(environment)) return undefined;
  const configured = text(process.env['AWS_EC2_METADATA_SERVICE_ENDPOINT']);
  if (configured) return URL.canParse(configured) ? configured : undefined;
  const isIPv6 = /^ipv6$/i.test(text(process.env['AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE']) ?? '');
  return isIPv6 ? 'http://[fd00:ec2::254]' : 'http://169.254.169.254';
}

/** As the SDK reads it: anything but "false" disables. */
function isDisabled(environment: Environment): boolean {
  const value = text(environment['AWS_EC2_METADATA_DISABLED']);
  return value !== undefined && value !== 'false';
}

/**
 * The document at each of the paths; undefined where there is none. `limit`: milliseconds for all of them together.
 * Rejects where the service does not answer.
 */
export async function readMetadata(
  endpoint: string,
  paths: readonly string[],
  limit: number,
): Promise<(string | undefined)[]> {
  const signal = AbortSignal.timeout(limit);
  const ask = (method: 'GET' | 'PUT', path: string, headers: Record<string, string>) =>
    request(new URL(path, endpoint), { method, headers, signal });
  const token = await ask('PUT', '/latest/api/token', { 'x-aws-ec2-metadata-token-ttl-seconds': '60' });
  if (token === undefined) throw new Error('The metadata service gave no token.');
  return Promise.all(paths.map(path => ask('GET', path, { 'x-aws-ec2-metadata-token': token })));
}

/**
 * Asks the machine itself, never a proxy: the editor patches what `import` and `fetch` give to go through
 * `http.proxy`, but not Node's own module.
 */
function request(
  url: URL,
  options: { method: string; headers: Record<string, string>; signal: AbortSignal },
): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const http = process.getBuiltinModule('node:http');
    const asked = http.request(url, { ...options, agent: false }, answer => {
      if (answer.statusCode !== 200) {
        answer.destroy();
        if (answer.statusCode === 404) resolve(undefined);
        else reject(new Error(`The metadata service answered ${String(answer.statusCode)}.`));
        return;
      }
      let body = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => (body += part));
      answer.on('end', () => resolve(body));
      answer.on('error', reject);
    });
    asked.on('error', reject);
    asked.end();
  });
}
