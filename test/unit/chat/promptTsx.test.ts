import assert from 'node:assert/strict';
import { fragmentParts } from '../../../src/chat/promptTsx.ts';

const text = (its: string, lineBreakBefore?: boolean) => ({ type: 2, text: its, lineBreakBefore });
const element = (...children: object[]) => ({ type: 1, ctor: 2, children, props: {} });
const image = (src: string) => ({ type: 1, ctor: 3, children: [], props: { src } });
const said = (value: unknown) => fragmentParts(value);

describe('prompt fragments', () => {
  it('are laid out in lines as their own library does it', () => {
    const root = element(
      element(text('alpha '), element(text('x'))),
      element(text('import b;')),
      element(text('import b;')),
    );
    // The text of an element within another goes on behind that one's; those beside it begin lines.
    assert.deepEqual(said({ node: root }), [{ type: 'text', text: 'alpha x\nimport b;\nimport b;' }]);
  });

  it('break lines where they say so, but not twice, nor at the beginning', () => {
    const root = element(text('one', true), text('two', true), text('three\n'), text('four', true));
    assert.deepEqual(said({ node: root }), [{ type: 'text', text: 'one\ntwothree\nfour' }]);
  });

  it('keep their images, in their place', () => {
    const root = element(
      text('before'),
      image('data:image/gif;base64,AQI='),
      text('after'),
      image('https://x/y.png'),
    );
    assert.deepEqual(said({ node: root }), [
      { type: 'text', text: 'before' },
      { type: 'media', mimeType: 'image/gif', data: new Uint8Array([1, 2]) },
      { type: 'text', text: 'after' },
    ]);
  });

  it('can be a plain text, or anything', () => {
    assert.deepEqual(said('plain'), [{ type: 'text', text: 'plain' }]);
    for (const odd of [undefined, null, 5, {}, { node: null }, { node: { children: 'x' } }, []]) {
      assert.deepEqual(said(odd), []);
    }
  });
});
