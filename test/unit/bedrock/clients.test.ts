/** The SDK's clients, against the simulator: credentials that were renewed on disk are found. */
import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BedrockClients, loadSdk } from '../../../src/bedrock/clients.ts';
import { detectConnection, processVariables } from '../../../src/bedrock/connection/connection.ts';
import { simulatedAccessKey, startBedrock } from '../../bedrock/bedrock.ts';

describe('clients', () => {
  it('find credentials that were renewed on disk, once they are renewed themselves', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'openclaw-bedrock-aws-')), 'credentials');
    const previous = process.env['AWS_SHARED_CREDENTIALS_FILE'];
    process.env['AWS_SHARED_CREDENTIALS_FILE'] = file;
    const bedrock = await startBedrock();
    const connection = detectConnection(processVariables({}), [
      { from: 'settings', profile: 'dev', endpoint: bedrock.url, region: 'us-east-1' },
    ]);
    const clients = new BedrockClients(connection);
    const { ListFoundationModelsCommand } = await loadSdk();
    const list = async () => (await clients.control()).send(new ListFoundationModelsCommand({}));
    try {
      writeFileSync(file, profile('wrong-secret'));
      await assert.rejects(list(), /signature/);
      writeFileSync(file, profile(simulatedAccessKey.AWS_SECRET_ACCESS_KEY));
      clients.renew();
      assert.equal((await list()).modelSummaries?.length, 60);
    } finally {
      clients.destroy();
      await bedrock.close();
      if (previous === undefined) delete process.env['AWS_SHARED_CREDENTIALS_FILE'];
      else process.env['AWS_SHARED_CREDENTIALS_FILE'] = previous;
    }
  });

  it('refuse an endpoint that is no URL, in words', async () => {
    const connection = detectConnection(processVariables({}), [
      { from: 'settings', endpoint: 'gateway.example:8080/x' },
    ]);
    await assert.rejects(
      new BedrockClients(connection).control(),
      /The endpoint is not a URL\. It must begin/,
    );
  });
});

function profile(secret: string): string {
  return `[dev]\naws_access_key_id = ${simulatedAccessKey.AWS_ACCESS_KEY_ID}\naws_secret_access_key = ${secret}\n`;
}
