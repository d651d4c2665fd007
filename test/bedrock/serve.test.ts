/** The command line program. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('serve.ts', import.meta.url));

describe('simulated Bedrock: npm run bedrock', () => {
  it('prints its environment, tells of requests, and ends when interrupted', async () => {
    const child = spawn(process.execPath, [program, '--port', '0', '--region', 'eu-west-1']);
    const exit = once(child, 'exit');
    const env: Record<string, string> = {};
    const told: string[] = [];

    for await (const line of createInterface(child.stdout)) {
      const [, name = '', value = ''] = /export (\w+)=(\S+)/.exec(line) ?? [];
      env[name] = value;
      if (line.startsWith('Ctrl-C')) {
        await fetch(`${env['AWS_ENDPOINT_URL_BEDROCK'] ?? ''}/foundation-models`);
      } else if (line.includes('ListFoundationModels')) {
        told.push(line);
        child.kill('SIGINT');
      }
    }

    assert.deepEqual(await exit, [0, null]);
    assert.equal(env['AWS_REGION'], 'eu-west-1');
    assert.match(told[0] ?? '', / {2}403 {2}ListFoundationModels {2}MissingAuthenticationTokenException$/);
  });
});
