import assert from 'node:assert/strict';
import fc from 'fast-check';
import JSON5 from 'json5';
import { parseConfig } from '../../../src/openclaw/parseConfig.ts';
import { isFullRun } from '../random.ts';

describe('parsing a config: strict JSON, which the engine reads itself', () => {
  it('means what json5 makes of it', () => {
    const text = fc
      .tuple(fc.json({ noUnicodeString: false }), fc.json(), fc.constantFrom('', ' ', '\t', '  '))
      .map(([one, other, indent]) => {
        const object = { one: JSON.parse(one) as unknown, ['__proto__']: JSON.parse(other) as unknown };
        return JSON.stringify(object, undefined, indent);
      });
    const check = (each: string) => assert.deepEqual(parseConfig(each, 'openclaw.json'), JSON5.parse(each));
    fc.assert(fc.property(text, check), { numRuns: isFullRun ? 2_000 : 200, seed: 1 });
    for (const each of [
      '{ "a": 1, "b": 2, "a": 3 }',
      '{ "__proto__": { "x": 1 }, "constructor": null }',
      '{ "a": -0, "b": 1e400, "c": 0.1e-7, "d": 12345678901234567890 }',
      '{ "a": "\\ud800", "b": "\\ud83d\\ude00", "c": "\\u0000\\/" }',
    ]) {
      check(each);
    }
  });
});

describe('parsing a config: large texts, which are remembered for a while', () => {
  const large = (number: number) => `{ number: ${number}, filling: '${'x'.repeat(300_000)}' }`;

  it('are each read as what they are', () => {
    for (const number of [1, 2, 1, 3, 4, 5, 6, 1, 2]) {
      assert.equal(parseConfig(large(number), 'openclaw.json')['number'], number);
    }
  });

  it('are refused by the name of the file that is read', () => {
    for (const path of ['one.json', 'other.json']) {
      assert.throws(() => parseConfig(`${large(1)}}`, path), { message: new RegExp(path) });
    }
  });
});
