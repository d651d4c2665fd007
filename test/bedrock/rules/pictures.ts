/** Reads what a picture is, and how large, from its head. */

export interface Picture {
  format: string;
  width: number;
  height: number;
}

export function pictureIn(bytes: Buffer): Picture | undefined {
  if (bytes.length < 10) {
    return undefined;
  }
  return pngIn(bytes) ?? gifIn(bytes) ?? webpIn(bytes) ?? jpegIn(bytes);
}

function pngIn(bytes: Buffer): Picture | undefined {
  const isPng = bytes.length >= 24 && bytes.toString('hex', 0, 8) === '89504e470d0a1a0a';
  return isPng ? { format: 'png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) } : undefined;
}

function gifIn(bytes: Buffer): Picture | undefined {
  const isGif = /^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6));
  return isGif ? { format: 'gif', width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) } : undefined;
}

/** The three kinds of it say their size in different places. */
function webpIn(bytes: Buffer): Picture | undefined {
  const isWebp = bytes.length >= 30 && /^RIFF....WEBPVP8.$/s.test(bytes.toString('latin1', 0, 16));
  if (!isWebp) {
    return undefined;
  }
  const kind = bytes.toString('latin1', 12, 16);
  if (kind === 'VP8X') {
    return { format: 'webp', width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
  }
  if (kind === 'VP8L') {
    const size = bytes.readUInt32LE(21);
    return { format: 'webp', width: (size & 0x3fff) + 1, height: ((size >> 14) & 0x3fff) + 1 };
  }
  return { format: 'webp', width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
}

/** The size stands in the frame's own segment, after any number of others. */
function jpegIn(bytes: Buffer): Picture | undefined {
  if (bytes.readUInt16BE(0) !== 0xffd8) {
    return undefined;
  }
  let at = 2;
  while (at + 9 < bytes.length) {
    const marker = bytes.readUInt16BE(at);
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
    if (isFrame) {
      return { format: 'jpeg', width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}
