import assert from 'node:assert/strict';
import { LastUse } from '../../../src/state/lastUse.ts';

describe('the last use', () => {
  let closed: number;
  let use: LastUse;
  beforeEach(() => {
    closed = 0;
    use = new LastUse(() => closed++);
  });

  it('closes at once what nobody uses', () => {
    use.close();
    assert.equal(closed, 1);
  });

  it('closes what is used once all that use it are done, whether they succeed or not', async () => {
    const [first, second] = [Promise.withResolvers<string>(), Promise.withResolvers<string>()];
    const uses = [use.during(() => first.promise), use.during(() => second.promise)];
    use.close();
    first.resolve('done');
    assert.equal(await uses[0], 'done');
    assert.equal(closed, 0);
    second.reject(new Error('lost'));
    await assert.rejects(uses[1]!, /lost/);
    assert.equal(closed, 1);
  });

  it('closes again after a use that begins later, and nothing that is to stay', async () => {
    await use.during(() => Promise.resolve());
    assert.equal(closed, 0);
    use.close();
    await use.during(() => Promise.resolve());
    assert.equal(closed, 2);
  });
});
