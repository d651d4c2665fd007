import assert from 'node:assert/strict';
import { isEventStream, onTheWay } from '../../../../src/bedrock/converse/onTheWay.ts';
import type { Problem, ProblemCode } from '../../../../src/problem.ts';

const found = (code: ProblemCode): Problem => ({
  code,
  title: '',
  explanation: '',
  fixes: [],
  details: 'why',
});
const begun = { hasBegun: true, isStream: true };
const codeOf = (error: Error | undefined, code: ProblemCode, arrival = begun) =>
  onTheWay(error, { ...found(code), details: `200 · ${error?.message ?? ''}` }, arrival)?.code;

describe('on the way', () => {
  it('refuses a page where a stream should be, and nothing that is not text', () => {
    const response = (type: string | undefined, statusCode = 200) => ({
      statusCode,
      headers: { ...(type && { 'content-type': type }) },
    });
    for (const type of ['text/html; charset=utf-8', 'text/plain', 'application/json', 'application/xml'])
      assert.throws(() => isEventStream(response(type)), SyntaxError, type);
    for (const type of ['application/vnd.amazon.eventstream', 'application/octet-stream', undefined])
      assert.equal(isEventStream(response(type)), true, type);
    assert.equal(isEventStream(response('application/json', 429)), false);
  });

  it('tells what was cut', () => {
    assert.equal(codeOf(new Error('aborted'), 'unreachable'), 'stream-cut');
    assert.equal(codeOf(new Error('Truncated event message received.'), 'unexpected'), 'stream-cut');
    const nothing = onTheWay(new Error(''), found('stream-cut'), { ...begun, hasBegun: false });
    assert.match(nothing?.explanation ?? '', /before anything of the answer came/);
    const reset = Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
    assert.equal(codeOf(reset, 'unreachable', { ...begun, hasBegun: false }), undefined);
  });

  it('tells what can’t be read from what the service says', () => {
    for (const [error, code] of [
      [new Error('The message checksum (1) did not match the expected value of 2'), 'unexpected'],
      [new TypeError('Cannot read properties of undefined'), 'unexpected'],
      [new SyntaxError('Unexpected token'), 'not-bedrock'],
      [new RangeError('Offset is outside the bounds of the DataView'), 'unexpected'],
    ] as const)
      assert.equal(codeOf(error, code), 'stream-damaged', error.message);
    assert.equal(onTheWay({ role: 'assistant' }, found('unexpected'), begun)?.code, 'stream-damaged');
    assert.equal(codeOf(undefined, 'unexpected'), 'stream-damaged');
    const exception = Object.assign(new Error('Slow down.'), { name: 'weirdException' });
    assert.equal(codeOf(exception, 'unexpected'), undefined);
    assert.equal(codeOf(Object.assign(new Error(''), { code: 'ENOENT' }), 'unexpected'), undefined);
    const page = { hasBegun: false, isStream: false };
    assert.equal(
      codeOf(new SyntaxError('The answer is of the type text/html.'), 'not-bedrock', page),
      undefined,
    );
  });
});
