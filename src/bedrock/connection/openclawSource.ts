/**
 * What OpenClaw says that it signs with. It is not always what the AWS SDK inside of it signs with: that one takes
 * a profile before access keys.
 */
import { type Credentials, text, type Variables } from './connection.ts';

export interface OpenClawSource {
  readonly kind: Credentials['kind'];
  /** To the letter what OpenClaw calls its source. */
  readonly label: string;
}

/** OpenClaw's markers in its order; all the variables of one have to be set. */
const MARKERS: readonly (readonly [kind: Credentials['kind'], ...names: string[]])[] = [
  ['bearer', 'AWS_BEARER_TOKEN_BEDROCK'],
  ['access-keys', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'],
  ['profile', 'AWS_PROFILE'],
];

export function openclawSource({ values }: Variables): OpenClawSource {
  for (const [kind, ...names] of MARKERS) {
    if (names.every(name => text(values[name]))) return { kind, label: `env: ${names.join(' + ')}` };
  }
  return { kind: 'default-chain', label: 'aws-sdk default chain' };
}
