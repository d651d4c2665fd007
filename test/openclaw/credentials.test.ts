/** Whether we name the source of credentials that OpenClaw names, wherever its markers are set. */
import assert from 'node:assert/strict';
import { openclawSource } from '../../src/bedrock/connection/openclawSource.ts';
import { COMBINATIONS, environmentOf } from '../unit/bedrock/connection/markers.ts';
import { OpenClaw, VERSIONS } from './openclaw.ts';

for (const version of VERSIONS) {
  describe(`the source of credentials that openclaw@${version} names`, function () {
    this.timeout(600_000);
    let sources: readonly string[];
    before(async () => {
      sources = await (await OpenClaw.version(version)).sources(COMBINATIONS);
    });

    for (const [index, combination] of COMBINATIONS.entries()) {
      it(`is ours too: ${combination.name}`, () => {
        assert.equal(openclawSource(environmentOf(combination)).label, sources[index]);
      });
    }
  });
}
