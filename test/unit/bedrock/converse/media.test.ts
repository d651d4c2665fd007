import assert from 'node:assert/strict';
import { mediaFor } from '../../../../src/bedrock/converse/media.ts';
import { bmp, gif, grown, jpeg, pdf, png, webp } from './pictures.ts';
import { media } from './samples.ts';

const ALL = { images: true, documents: true };

/** What a file becomes, in a few words. */
function made(mimeType: string, data: Uint8Array | string, taken = ALL): string | undefined {
  const result = mediaFor(media(mimeType, data), taken);
  switch (result?.type) {
    case 'text':
      return `text ${result.text}`;
    case 'refused':
      return `refused ${result.why}`;
    default:
      return result && `${result.type} ${result.format}`;
  }
}

describe('media', () => {
  it('are known by their bytes, whatever is declared', () => {
    for (const mimeType of ['image/png', 'image/jpeg', 'application/octet-stream']) {
      assert.equal(made(mimeType, png()), 'image png');
      assert.equal(made(mimeType, jpeg()), 'image jpeg');
      assert.equal(made(mimeType, gif()), 'image gif');
      assert.equal(made(mimeType, webp()), 'image webp');
      assert.equal(made(mimeType, pdf()), 'document pdf');
    }
  });

  it('of an office are known by what is declared and by their bytes', () => {
    const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    const archive = Uint8Array.from(Buffer.from('504b0304', 'hex'));
    assert.equal(made(word, archive), 'document docx');
    assert.match(made('application/zip', archive) ?? '', /^refused .*application\/zip/);
    assert.match(made(word, 'no archive') ?? '', /^refused /);
    assert.equal(made('application/vnd.ms-excel', Buffer.from('d0cf11e0', 'hex')), 'document xls');
  });

  it('of text are text', () => {
    for (const mimeType of [
      'text/plain',
      'text/csv',
      'application/json',
      'image/svg+xml',
      'application/x-yaml',
    ]) {
      assert.equal(made(mimeType, '{"ä": 1}'), 'text {"ä": 1}');
    }
  });

  it('are refused with the reason where the service would refuse them', () => {
    for (const [mimeType, data, why] of [
      ['image/png', grown(png(), 3.75 * 1024 * 1024 + 1), /3\.8 MB.*3\.75 MB/],
      ['image/png', png(8_001, 10), /8001 × 10 pixels/],
      ['image/jpeg', jpeg(10, 8_001), /10 × 8001 pixels/],
      ['image/bmp', bmp(), /PNG, JPEG, GIF and WebP/],
      ['application/pdf', pdf(4.5 * 1024 * 1024 + 1), /4\.5 MB/],
      ['image/png', new Uint8Array(), /empty/],
      ['image/png', png().subarray(0, 12), /image\/png/],
      ['video/mp4', new Uint8Array([1, 2, 3]), /video\/mp4/],
    ] as const) {
      const result = made(mimeType, data) ?? '';
      assert.match(result, /^refused /);
      assert.match(result, why);
    }
  });

  it('are taken up to the very limits', () => {
    assert.equal(made('image/png', grown(png(8_000, 8_000), 3.75 * 1024 * 1024)), 'image png');
    assert.equal(made('application/pdf', pdf(4.5 * 1024 * 1024)), 'document pdf');
  });

  it('are refused by a model that takes none', () => {
    assert.match(made('image/png', png(), { images: false, documents: true }) ?? '', /takes no images/);
    assert.match(
      made('application/pdf', pdf(), { images: true, documents: false }) ?? '',
      /takes no documents/,
    );
  });

  it('that are marks of the editor are nothing', () => {
    for (const mark of ['cache_control', 'stateful_marker', 'thinking']) {
      assert.equal(made(mark, 'ephemeral'), undefined);
    }
  });
});
