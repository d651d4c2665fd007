/** The environment is another one for a while, and then what it was. */
import assert from 'node:assert/strict';
import { devNull } from 'node:os';

import { useEnvironment, withEnvironment } from './environment.ts';

describe('local AWS: the environment of a test', () => {
  it('has no AWS variables but the given ones, and is given back', async () => {
    const restore = useEnvironment({ AWS_PROFILE: 'outer', HOME: '/outer' });
    const before = { ...process.env };
    await withEnvironment({ AWS_REGION: 'eu-west-1', HOME: '/inner' }, () => {
      const names = Object.keys(process.env).filter(name => name.startsWith('AWS_'));
      assert.deepEqual(names.sort(), ['AWS_CONFIG_FILE', 'AWS_REGION', 'AWS_SHARED_CREDENTIALS_FILE']);
      assert.equal(process.env['AWS_CONFIG_FILE'], devNull);
      assert.equal(process.env['HOME'], '/inner');
      return Promise.resolve();
    });
    assert.deepEqual({ ...process.env }, before);
    restore();
    assert.notEqual(process.env['HOME'], '/outer');
  });

  it('is given back after a failure too', async () => {
    const before = { ...process.env };
    const failing = withEnvironment({ AWS_PROFILE: 'some' }, () => Promise.reject(new Error('failed')));
    await assert.rejects(failing, { message: 'failed' });
    assert.deepEqual({ ...process.env }, before);
  });
});
