import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { awsFilesDigest } from '../../../src/editor/awsFilesDigest.ts';
import { type AwsHome, makeAwsHome } from '../../aws/awsHome.ts';

describe('the digest of the AWS files', () => {
  let home: AwsHome;
  beforeEach(() => (home = makeAwsHome()));
  afterEach(() => home.remove());

  it('is another for whatever is made, changed or deleted', async () => {
    const token = join(home.ssoCache, 'token.json');
    const steps = [
      () => undefined,
      () => home.writeConfig(''),
      () => home.writeConfig('[default]'),
      () => home.writeCredentials('[default]'),
      () => mkdirSync(home.ssoCache, { recursive: true }),
      () => writeFileSync(token, '{"accessToken":"one"}'),
      () => writeFileSync(token, '{"accessToken":"two"}'),
      () => rmSync(home.config),
    ];
    const seen: string[] = [];
    for (const step of steps) {
      step();
      seen.push(await awsFilesDigest(home));
    }
    // An empty folder holds nothing that counts.
    assert.equal(seen[4], seen[3]);
    assert.equal(new Set(seen).size, steps.length - 1);
  });

  it('is the same for a file written anew with what it held', async () => {
    home.writeCredentials('[default]');
    const before = await awsFilesDigest(home);
    rmSync(home.credentials);
    assert.notEqual(await awsFilesDigest(home), before);
    home.writeCredentials('[default]');
    assert.equal(await awsFilesDigest(home), before);
  });
});
