/** Rules about images and documents, in turns and in the results of tools. */
import type { ContentBlock, MediaBlock, Message } from '../converse.ts';
import { pictureIn } from './pictures.ts';
import { firstText, fromModel, placedBlocks, type Rule } from './rule.ts';

const mostImages = 20;
const mostImageBytes = 3.75 * 1024 * 1024;
const mostPixels = 8_000;
const mostDocuments = 5;
const mostDocumentBytes = 4.5 * 1024 * 1024;

/** Where no text of the service's is on record, the words are the simulator's. */
export const mediaRules: readonly Rule[] = [
  ({ messages }) =>
    firstText(placedBlocks(messages), ({ block, role, place }) =>
      (block.image ?? block.document) && role !== 'user'
        ? `The ${block.image ? 'image' : 'document'} block at ${place} must be in a message of the user.`
        : undefined,
    ),

  ({ messages, images }) =>
    !images && media(messages).some(({ block }) => block.image)
      ? "This model doesn't support the image content block that you provided. Remove it and try again."
      : undefined,

  ({ messages, family }) =>
    !family.documents && media(messages).some(({ block }) => block.document)
      ? "This model doesn't support documents. Remove the document blocks and try again."
      : undefined,

  ({ messages }) =>
    firstText(media(messages), ({ block: { image }, place }) => image && refusedImage(image, place)),

  ({ messages }) =>
    media(messages).filter(({ block }) => block.image).length > mostImages
      ? `The request holds more than ${mostImages} images.`
      : undefined,

  ({ messages }) =>
    firstText(
      media(messages),
      ({ block: { document }, place }) => document && refusedDocument(document, place),
    ),

  ({ messages }) => {
    const names = media(messages).flatMap(({ block }) => block.document?.name ?? []);
    if (names.length > mostDocuments) {
      return `You can't include more than ${mostDocuments} documents in a request.`;
    }
    return new Set(names).size < names.length
      ? "Messages can't contain duplicate document names. Rename the document and retry your request."
      : undefined;
  },

  ({ messages }) =>
    firstText(messages, ({ content }, index) =>
      content.some(({ document }) => document) && !content.some(({ text }) => text)
        ? `A text block must stand beside the document in the message at messages.${index}.`
        : undefined,
    ),

  ({ messages, family }) =>
    firstText(media(messages), ({ block, place, isInResult, isInError }) => {
      const kind = block.image ? 'image' : 'document';
      if (!isInResult || (family.mediaInResults.includes(kind) && !(isInError && family.errorsInWords))) {
        return undefined;
      }
      return isInError
        ? fromModel(`${place}: all content must be type "text" if "is_error" is true`)
        : `This model doesn't support the ${kind} field in tool results. Remove ${place} and try again.`;
    }),
];

interface PlacedMedia {
  block: MediaBlock;
  place: string;
  isInResult: boolean;
  isInError: boolean;
}

function media(messages: readonly Message[]): PlacedMedia[] {
  return placedBlocks(messages).flatMap(({ block, place }) => [
    ...(isMedia(block) ? [{ block, place, isInResult: false, isInError: false }] : []),
    ...inResult(block, place),
  ]);
}

function inResult({ toolResult }: ContentBlock, place: string): PlacedMedia[] {
  return (toolResult?.content ?? []).flatMap((block, index) =>
    isMedia(block)
      ? [
          {
            block,
            place: `${place}.toolResult.content.${index}`,
            isInResult: true,
            isInError: toolResult?.status === 'error',
          },
        ]
      : [],
  );
}

function isMedia({ image, document }: MediaBlock): boolean {
  return (image ?? document) !== undefined;
}

function refusedImage(
  { format, source }: NonNullable<MediaBlock['image']>,
  place: string,
): string | undefined {
  const bytes = Buffer.from(source.bytes ?? '', 'base64');
  if (bytes.length > mostImageBytes) {
    return fromModel(`${place}.image.source.base64: image exceeds 3.75 MB maximum: ${bytes.length} bytes`);
  }
  const picture = pictureIn(bytes);
  if (!picture) {
    return fromModel(`${place}.image.source.base64.data: Could not process image`);
  }
  if (picture.format !== format) {
    return fromModel(
      `${place}: Image does not match the provided media type image/${format}, it appears to be image/${picture.format}`,
    );
  }
  return Math.max(picture.width, picture.height) > mostPixels
    ? fromModel(
        `${place}.image.source.base64.data: At least one of the image dimensions exceed max allowed size: 8000 pixels`,
      )
    : undefined;
}

function refusedDocument(
  { format, name, source }: NonNullable<MediaBlock['document']>,
  place: string,
): string | undefined {
  const bytes = Buffer.from(source.bytes ?? '', 'base64');
  if (!/^[A-Za-z0-9 ()[\]-]+$/.test(name) || name.includes('  ')) {
    return 'The document file name can only contain alphanumeric characters, whitespace characters, hyphens, parentheses, and square brackets. The name can’t contain more than one consecutive whitespace character.';
  }
  if (bytes.length === 0 || bytes.length > mostDocumentBytes) {
    return `The document at ${place} has no content, or more than 4.5 MB.`;
  }
  return format === 'pdf' && bytes.toString('latin1', 0, 4) !== '%PDF'
    ? fromModel(`${place}: The PDF specified was not valid.`)
    : undefined;
}
