import assert from 'node:assert/strict';
import { setImmediate as endOfTurn } from 'node:timers/promises';
import { JoinedText } from '../../../src/chat/joinedText.ts';

describe('joined text', () => {
  let passed: string[];
  let text: JoinedText;
  beforeEach(() => {
    passed = [];
    text = new JoinedText(joined => passed.push(joined));
  });

  it('passes the first delta on at once', () => {
    text.push('Hel');
    assert.deepEqual(passed, ['Hel']);
  });

  it('joins what comes in one turn of the event loop', async () => {
    for (const delta of ['Hel', 'lo', ' ', 'there']) text.push(delta);
    assert.deepEqual(passed, ['Hel']);
    await endOfTurn();
    assert.deepEqual(passed, ['Hel', 'lo there']);
  });

  it('joins across promises, which are no turn of their own', async () => {
    for (const delta of ['a', 'b', 'c', 'd']) {
      text.push(delta);
      await Promise.resolve();
    }
    assert.deepEqual(passed, ['a']);
    await endOfTurn();
    assert.deepEqual(passed, ['a', 'bcd']);
  });

  it('goes on in later turns', async () => {
    text.push('a');
    text.push('b');
    await endOfTurn();
    text.push('c');
    text.push('d');
    await endOfTurn();
    await endOfTurn();
    assert.deepEqual(passed, ['a', 'b', 'cd']);
  });

  it('passes what waits on when told to, and not once more', async () => {
    text.push('a');
    text.push('b');
    text.flush();
    assert.deepEqual(passed, ['a', 'b']);
    text.push('c');
    await endOfTurn();
    await endOfTurn();
    assert.deepEqual(passed, ['a', 'b', 'c']);
  });

  it('passes nothing on where there is nothing', async () => {
    text.flush();
    text.push('');
    text.push('');
    text.flush();
    await endOfTurn();
    assert.deepEqual(passed, []);
  });

  it('loses nothing of many deltas, in far fewer parts', async () => {
    const deltas = Array.from({ length: 5_000 }, (_, index) => `${String(index)} `);
    for (const [index, delta] of deltas.entries()) {
      text.push(delta);
      if (index % 100 === 0) await endOfTurn();
    }
    text.flush();
    assert.equal(passed.join(''), deltas.join(''));
    assert.ok(passed.length <= 52, String(passed.length));
  });
});
