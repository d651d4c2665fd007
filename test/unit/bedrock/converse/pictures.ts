/** The smallest files of their kinds, for tests of what is made of media. */

/** Of so many pixels, as its head says; its body is empty. */
export function png(width = 1, height = 1): Uint8Array {
  const head = Buffer.alloc(33);
  head.write('89504e470d0a1a0a0000000d49484452', 0, 'hex');
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  head.write('0806000000', 24, 'hex');
  return new Uint8Array(head);
}

export function gif(width = 1, height = 1): Uint8Array {
  const head = Buffer.alloc(13);
  head.write('GIF89a');
  head.writeUInt16LE(width, 6);
  head.writeUInt16LE(height, 8);
  return new Uint8Array(head);
}

export function jpeg(width = 1, height = 1): Uint8Array {
  const head = Buffer.from(
    'ffd8ffe000104a46494600010100000100010000ffc00011080001000103012200021101031101ffd9',
    'hex',
  );
  const frame = head.indexOf('ffc0', 0, 'hex');
  head.writeUInt16BE(height, frame + 5);
  head.writeUInt16BE(width, frame + 7);
  return new Uint8Array(head);
}

export function webp(width = 1, height = 1): Uint8Array {
  const head = Buffer.alloc(30);
  head.write('RIFF');
  head.writeUInt32LE(22, 4);
  head.write('WEBPVP8 ', 8);
  head.writeUInt32LE(10, 16);
  head.write('9d012a', 23, 'hex');
  head.writeUInt16LE(width, 26);
  head.writeUInt16LE(height, 28);
  return new Uint8Array(head);
}

export function bmp(): Uint8Array {
  const head = Buffer.alloc(54);
  head.write('BM');
  head.writeInt32LE(1, 18);
  head.writeInt32LE(1, 22);
  return new Uint8Array(head);
}

export function pdf(bytes = 100): Uint8Array {
  const whole = Buffer.alloc(bytes, ' ');
  whole.write('%PDF-1.4\n');
  return new Uint8Array(whole);
}

/** With bytes behind it to make it as large as that. */
export function grown(file: Uint8Array, bytes: number): Uint8Array {
  const whole = new Uint8Array(bytes);
  whole.set(file);
  return whole;
}
