/** Says whether what a provider of the SDK resolved to is what a source handed out, every part of it. */
import assert from 'node:assert/strict';

import type { Issuer, IssuedKeys } from './issuer.ts';

interface Resolved {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
  expiration?: Date;
}

export function assertIssued(issuer: Issuer, source: string, resolved: Resolved): IssuedKeys {
  const issued = issuer.find(resolved.accessKeyId);
  assert.ok(issued, `${resolved.accessKeyId} was not issued here.`);
  assert.equal(issued.source, source);
  assert.equal(resolved.secretAccessKey, issued.secretAccessKey);
  assert.equal(resolved.sessionToken, issued.sessionToken);
  assert.deepEqual(resolved.expiration, issued.expiration);
  return issued;
}
