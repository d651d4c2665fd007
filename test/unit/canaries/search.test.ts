/** The search for secrets that leaked finds them: whole or in pieces, however they are written. */
import assert from 'node:assert/strict';
import { CanarySearch } from '../../canaries.ts';

const KEY = { kind: 'secret key', value: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYzEXAMPLEKEY"q' };
const TOKEN = { kind: 'token', value: 'IQoJb3JpZ2luX2VjEKv==' };
const search = new CanarySearch([KEY, TOKEN]);
const bytes = Buffer.from(KEY.value);

const WRITTEN: readonly (readonly [form: string, text: string])[] = [
  ['as it is', KEY.value],
  ['in JSON', JSON.stringify({ secret: KEY.value })],
  ['in a URL', `https://aws.example/?key=${encodeURIComponent(KEY.value)}&x=1`],
  ['hex', bytes.toString('hex')],
  ['hex in capitals', bytes.toString('hex').toUpperCase()],
  ['base64', bytes.toString('base64')],
  ['base64 behind a user', Buffer.from(`me:${KEY.value}`).toString('base64')],
  ['base64 behind another user', Buffer.from(`jane:${KEY.value} and more`).toString('base64')],
  ['base64 of URLs', Buffer.from(`x${KEY.value}`).toString('base64url')],
  ['its first twelve characters', `Invalid key: ${KEY.value.slice(0, 12)}...`],
  ['twelve characters in its midst', `...${KEY.value.slice(9, 21)}`],
  ['its last twelve characters', KEY.value.slice(-12)],
];

describe('the search for canaries', () => {
  for (const [form, text] of WRITTEN) {
    it(`finds one written ${form}, in the midst of a log`, () => {
      const log = `${'nothing here\n'.repeat(1000)}[info] sent ${text} to them\n${'nor here\n'.repeat(1000)}`;
      assert.deepEqual([...new Set(search.in(log).map(({ kind }) => kind))], ['secret key']);
    });
  }

  it('finds each of several, and says what stands around it', () => {
    const found = search.in(`first ${TOKEN.value}, then ${KEY.value}.`);
    assert.deepEqual(found.map(({ kind }) => kind).sort(), ['secret key', 'token']);
    assert.ok(found.every(({ near }) => near.includes('first') || near.includes('then')));
  });

  it('finds nothing where there is none, and takes no eleven characters for one', () => {
    assert.deepEqual(
      search.in(`nothing, ${KEY.value.slice(0, 11)}, ${KEY.value.slice(-11)}, IQoJb3JpZ2l`),
      [],
    );
  });

  it('refuses one that is too short to be told apart', () => {
    assert.throws(() => new CanarySearch([{ kind: 'code', value: '123456' }]), /code is too short/);
  });
});
