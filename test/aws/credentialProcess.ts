/**
 * A program for `credential_process` in a profile, which prints what the test wants it to print. It asks this
 * process what that is, so that each run is on record and gets what is valid at the time.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Issuer } from './issuer.ts';
import { json, startLocalServer, type LocalServer } from './localServer.ts';
import { nodeCommand } from './nodeCommand.ts';

/** How a run of the program ends. */
export interface ProcessResult {
  stdout?: string;
  stderr?: string;
  exitCode?: number;
}

/** `requests` holds one entry a run. */
export interface CredentialProcess extends LocalServer {
  /** The value for `credential_process`. */
  readonly command: string;
  /** Decides how runs end. Default: `keys()`. */
  result: () => ProcessResult;
  /** Prints keys of the source `process`, the same ones until they expire. */
  readonly keys: () => ProcessResult;
}

/** Prints a text on stderr and fails, as helpers do when their own sign-in is over. */
export const failure = (text: string) => (): ProcessResult => ({ stderr: `${text}\n`, exitCode: 1 });

/** Ends well, but what it printed is no JSON. */
export const rubbish = (): ProcessResult => ({ stdout: 'Enter password:' });

export async function startCredentialProcess({ issuer }: { issuer: Issuer }): Promise<CredentialProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'openclaw-bedrock-process-'));
  const keys = (): ProcessResult => ({ stdout: printed(issuer) });
  const state = { result: keys };

  const server = await startLocalServer(() => json(200, state.result()));
  const script = join(folder, 'credentials.mjs');
  writeFileSync(script, program(server.url));
  return Object.assign(state, server, {
    command: nodeCommand(folder, 'credentials', script),
    keys,
    close: async () => {
      rmSync(folder, { recursive: true, force: true });
      await server.close();
    },
  });
}

function printed(issuer: Issuer): string {
  const keys = issuer.current('process');
  return JSON.stringify({
    Version: 1,
    AccessKeyId: keys.accessKeyId,
    SecretAccessKey: keys.secretAccessKey,
    SessionToken: keys.sessionToken,
    Expiration: keys.expiration.toISOString(),
  });
}

function program(url: string): string {
  return `const { stdout = '', stderr = '', exitCode = 0 } = await (await fetch('${url}')).json();
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = exitCode;
`;
}
