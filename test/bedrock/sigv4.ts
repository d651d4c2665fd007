/** Verifies AWS Signature Version 4 from the documented algorithm, independently of the SDK that signs. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

import { forbidden } from './refusal.ts';

/** The parts of a request that a signature covers. `path` and `query` are as they came over the wire. */
export interface SignedRequest {
  method: string;
  path: string;
  query: string;
  headers: Readonly<Record<string, string>>;
  body: Uint8Array;
}

export interface SigningKey {
  readonly secret: string;
  /** Must come with the request when there is one, and must not when there is none. */
  readonly sessionToken?: string | undefined;
  readonly expiration?: Date;
}

/** For whom a signature has to be. Without a region, any will do. */
export interface Signer {
  readonly service: string;
  readonly region?: string;
  readonly key: (accessKeyId: string) => SigningKey | undefined;
}

const algorithm = 'AWS4-HMAC-SHA256';
const toleranceMinutes = 5;

const texts = {
  token: 'The security token included in the request is invalid.',
  expired: 'The security token included in the request is expired',
  signature:
    'The request signature we calculated does not match the signature you provided. Check your AWS Secret ' +
    'Access Key and signing method. Consult the service documentation for details.',
};

/** The access key that an `Authorization` header names; undefined where it is no signature. */
export function accessKeyIdOf(authorization = ''): string | undefined {
  return /^AWS4-HMAC-SHA256 Credential=([^/,]+)/.exec(authorization)?.[1];
}

/** Throws the service's refusal unless the request is signed with one of the signer's keys. */
export function verifySignature(request: SignedRequest, signer: Signer, now = new Date()): void {
  const { credential, signedHeaders, signature } = authorization(request.headers['authorization'] ?? '');
  const [accessKeyId = '', date = '', region = '', scopeService = ''] = credential.split('/');
  const { service } = signer;
  const known = signer.key(accessKeyId);
  if (!known || request.headers['x-amz-security-token'] !== known.sessionToken) {
    throw forbidden('UnrecognizedClientException', texts.token);
  }
  if (known.expiration && known.expiration <= now) {
    throw forbidden('ExpiredTokenException', texts.expired);
  }
  if (signer.region !== undefined && region !== signer.region) {
    throw mismatch(`Credential should be scoped to a valid region, not '${region}'.`);
  }
  if (scopeService !== service) {
    throw mismatch(`Credential should be scoped to correct service: '${service}'.`);
  }
  const timestamp = request.headers['x-amz-date'] ?? '';
  checkAge(timestamp, now);

  const scope = `${date}/${region}/${service}/aws4_request`;
  const toSign = [algorithm, timestamp, scope, sha256(canonicalRequest(request, signedHeaders))].join('\n');
  const key = [date, region, service, 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${known.secret}`);
  const expected = hmac(key, toSign);
  const given = Buffer.from(signature, 'hex');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw mismatch(texts.signature);
  }
}

function authorization(header: string) {
  const part = (name: string): string => {
    const value = new RegExp(`${name}=([^, ]+)`).exec(header)?.[1];
    if (value === undefined) {
      const message = `Authorization header requires '${name}' parameter. Authorization=${header}`;
      throw forbidden('IncompleteSignatureException', message);
    }
    return value;
  };
  return {
    credential: part('Credential'),
    signedHeaders: part('SignedHeaders').split(';'),
    signature: part('Signature'),
  };
}

function canonicalRequest(request: SignedRequest, signedHeaders: readonly string[]): string {
  const headers = signedHeaders.map(
    name => `${name}:${(request.headers[name] ?? '').trim().replace(/ +/g, ' ')}\n`,
  );
  return [
    request.method,
    // Every service but S3 signs the path with its segments encoded once more.
    request.path.split('/').map(encode).join('/'),
    canonicalQuery(request.query),
    headers.join(''),
    signedHeaders.join(';'),
    sha256(request.body),
  ].join('\n');
}

function canonicalQuery(query: string): string {
  return [...new URLSearchParams(query)]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&');
}

function checkAge(timestamp: string, now: Date): void {
  const signed = Date.parse(
    timestamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'),
  );
  const minutes = (now.getTime() - signed) / 60_000;
  if (Math.abs(minutes) <= toleranceMinutes) {
    return;
  }
  const from = (offset: number) => stamp(new Date(now.getTime() + offset * 60_000));
  throw mismatch(
    minutes > 0
      ? `Signature expired: ${timestamp} is now earlier than ${from(-toleranceMinutes)} (${stamp(now)} - 5 min.)`
      : `Signature not yet current: ${timestamp} is still later than ${from(toleranceMinutes)} (${stamp(now)} + 5 min.)`,
  );
}

function mismatch(message: string): Error {
  return forbidden('InvalidSignatureException', message);
}

function stamp(date: Date): string {
  return date.toISOString().replace(/[-:]|\.\d+/g, '');
}

/** Percent-encodes everything but RFC 3986's unreserved characters. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
