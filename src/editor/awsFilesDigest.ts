/** What tells one state of the AWS files from another: what is in them, none of which can be told from it. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AwsFiles } from '../bedrock/connection/awsFiles.ts';

/** Files that are written anew with what they held stay the same; those that can't be read count as absent. */
export async function awsFilesDigest({ config, credentials, ssoCache }: AwsFiles): Promise<string> {
  const cached = await readdir(ssoCache).catch(() => []);
  const tokens = cached.filter(name => name.endsWith('.json')).sort();
  const paths = [config, credentials, ...tokens.map(name => join(ssoCache, name))];
  const texts = await Promise.all(paths.map(path => readFile(path, 'utf8').catch(() => undefined)));
  const held = paths.map((path, index) => [path, texts[index] ?? null]);
  return createHash('sha256').update(JSON.stringify(held)).digest('hex');
}
