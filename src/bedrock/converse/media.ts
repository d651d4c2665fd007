/**
 * Media as Bedrock takes it: known by its bytes, since senders declare what they like, and within the limits of the
 * service (Bedrock user guide, Converse: images and documents).
 */
import { imageSize } from 'image-size';
import * as l10n from '@vscode/l10n';
import type { MediaPart, TextPart } from './conversation.ts';

export const IMAGE_LIMITS = { bytes: 3.75 * 1024 * 1024, pixelsASide: 8_000, perRequest: 20 } as const;
export const DOCUMENT_LIMITS = { bytes: 4.5 * 1024 * 1024, perRequest: 5 } as const;

export type ImageFormat = 'png' | 'jpeg' | 'gif' | 'webp';
export type DocumentFormat = 'pdf' | 'doc' | 'docx' | 'xls' | 'xlsx';

export interface ImagePart {
  readonly type: 'image';
  readonly format: ImageFormat;
  readonly bytes: Uint8Array;
}

export interface DocumentPart {
  readonly type: 'document';
  readonly format: DocumentFormat;
  readonly bytes: Uint8Array;
}

/** What can't be sent, and why, in a sentence. */
export interface RefusedPart {
  readonly type: 'refused';
  readonly why: string;
}

export interface MediaTaken {
  readonly images: boolean;
  readonly documents: boolean;
}

/** What a file is to a model that takes this; undefined for the marks that the editor makes for other providers. */
export function mediaFor(
  { mimeType, data }: MediaPart,
  taken: MediaTaken,
): TextPart | ImagePart | DocumentPart | RefusedPart | undefined {
  // Its own marks, such as `cache_control`, are no MIME types.
  if (!mimeType.includes('/')) return undefined;
  if (isText(mimeType)) return { type: 'text', text: new TextDecoder().decode(data) };
  const image = imageIn(data);
  if (image) return imageFor(image, data, taken);
  const format = documentFormat(mimeType, data);
  if (format) return documentFor(format, data, taken);
  return refused(
    data.length === 0
      ? l10n.t('It is empty.')
      : l10n.t('It is no picture or document that Bedrock takes ({0}).', mimeType),
  );
}

export function refused(why: string): RefusedPart {
  return { type: 'refused', why };
}

/** What stands in the conversation for something that can't be sent. */
export function noteOf({ why }: RefusedPart): TextPart {
  return { type: 'text', text: `[An attachment was left out. ${why}]` };
}

function imageFor(
  { format, width, height }: Image,
  bytes: Uint8Array,
  { images }: MediaTaken,
): ImagePart | RefusedPart {
  if (!images) return refused(l10n.t('This model takes no images.'));
  if (!format) return refused(l10n.t('Bedrock takes images as PNG, JPEG, GIF and WebP.'));
  if (bytes.length > IMAGE_LIMITS.bytes) {
    return refused(l10n.t('The image has {0} MB, and Bedrock takes up to 3.75 MB.', megabytes(bytes)));
  }
  if (Math.max(width, height) > IMAGE_LIMITS.pixelsASide) {
    return refused(
      l10n.t('The image has {0} × {1} pixels, and Bedrock takes up to 8,000 a side.', width, height),
    );
  }
  return { type: 'image', format, bytes };
}

function documentFor(
  format: DocumentFormat,
  bytes: Uint8Array,
  { documents }: MediaTaken,
): DocumentPart | RefusedPart {
  if (!documents) return refused(l10n.t('This model takes no documents.'));
  if (bytes.length > DOCUMENT_LIMITS.bytes) {
    return refused(l10n.t('The document has {0} MB, and Bedrock takes up to 4.5 MB.', megabytes(bytes)));
  }
  return { type: 'document', format, bytes };
}

interface Image {
  /** Absent for kinds that Bedrock does not take. */
  readonly format: ImageFormat | undefined;
  readonly width: number;
  readonly height: number;
}

const IMAGE_FORMATS: Readonly<Record<string, ImageFormat>> = {
  png: 'png',
  jpg: 'jpeg',
  gif: 'gif',
  webp: 'webp',
};

function imageIn(data: Uint8Array): Image | undefined {
  try {
    const { type = '', width, height } = imageSize(data);
    return { format: IMAGE_FORMATS[type], width, height };
  } catch {
    // No picture, or one whose head is broken.
    return undefined;
  }
}

const OFFICE: Readonly<Record<string, { readonly format: DocumentFormat; readonly begin: string }>> = {
  'application/msword': { format: 'doc', begin: 'd0cf11e0' },
  'application/vnd.ms-excel': { format: 'xls', begin: 'd0cf11e0' },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    format: 'docx',
    begin: '504b0304',
  },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { format: 'xlsx', begin: '504b0304' },
};
const PDF_BEGIN = '25504446';

function documentFormat(mimeType: string, data: Uint8Array): DocumentFormat | undefined {
  const begin = Buffer.from(data.subarray(0, 4)).toString('hex');
  if (begin === PDF_BEGIN) return 'pdf';
  // Office files are archives like many others: there what is declared counts as well.
  const office = OFFICE[mimeType];
  return office?.begin === begin ? office.format : undefined;
}

/** An SVG is text to a model, and of more use to it as such. */
function isText(mimeType: string): boolean {
  return /^text\/|[/+](json|xml|yaml|x-yaml|javascript|typescript|toml|sql)\b/i.test(mimeType);
}

function megabytes({ length }: Uint8Array): string {
  return (length / 1024 / 1024).toFixed(1);
}
