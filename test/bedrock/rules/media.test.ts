/** Rules about images and documents. */
import { gif, grown, pdf, png } from '../../unit/bedrock/converse/pictures.ts';
import {
  assistant,
  call,
  describeCases,
  mistral,
  nova,
  result,
  text,
  toolConfig,
  user,
  type Case,
  type Refused,
} from './cases.ts';

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const image = (bytes = png(), format = 'png') => ({ image: { format, source: { bytes: base64(bytes) } } });
const document = (name = 'Document 1', bytes = pdf()) => ({
  document: { format: 'pdf', name, source: { bytes: base64(bytes) } },
});
const asked = (...content: object[]) => ({ messages: [user(...content)] });
const answered = (content: object[], more: object = {}, id = 'c1') => ({
  messages: [user(text('Look')), assistant(call(id)), user(result(id, { content, ...more }))],
  toolConfig,
});
const documents = (count: number) => Array.from({ length: count }, (_, at) => document(`Document ${at}`));
const refusedByModel = 'The model returned the following errors: ';

const accepted: Case[] = [
  { what: 'an image', body: asked(text('Look'), image()) },
  { what: 'an image at its limits', body: asked(image(grown(png(8_000, 8_000), 3_932_160))) },
  { what: 'twenty images', body: asked(...Array.from({ length: 20 }, () => image())) },
  { what: 'five documents', body: asked(text('Read'), ...documents(5)) },
  { what: 'media in a result', body: answered([image(), document()]) },
  {
    what: 'a document in a result of Mistral',
    model: mistral,
    body: answered([document()], {}, 'abcdefghi'),
  },
];

const refused: Refused[] = [
  {
    what: 'an image of the assistant',
    body: { messages: [user(text('Draw')), assistant(image()), user(text('And?'))] },
    message: 'The image block at messages.1.content.0 must be in a message of the user.',
  },
  {
    what: 'an image for a model without',
    model: 'openai.gpt-oss-120b-1:0',
    body: asked(image()),
    message: "This model doesn't support the image content block that you provided. Remove it and try again.",
  },
  {
    what: 'a document for a model without',
    model: 'openai.gpt-oss-120b-1:0',
    body: asked(text('Read'), document()),
    message: "This model doesn't support documents. Remove the document blocks and try again.",
  },
  {
    what: 'an image that is another',
    body: asked(image(gif())),
    message: `${refusedByModel}messages.0.content.0: Image does not match the provided media type image/png, it appears to be image/gif`,
  },
  {
    what: 'an image that is none',
    body: asked(image(new Uint8Array([1, 2, 3]))),
    message: `${refusedByModel}messages.0.content.0.image.source.base64.data: Could not process image`,
  },
  {
    what: 'an image that is too large',
    body: asked(image(grown(png(), 3_932_161))),
    message: `${refusedByModel}messages.0.content.0.image.source.base64: image exceeds 3.75 MB maximum: 3932161 bytes`,
  },
  {
    what: 'an image that is too wide',
    body: asked(image(png(8_001, 1))),
    message: `${refusedByModel}messages.0.content.0.image.source.base64.data: At least one of the image dimensions exceed max allowed size: 8000 pixels`,
  },
  {
    what: 'too many images',
    body: asked(...Array.from({ length: 21 }, () => image())),
    message: 'The request holds more than 20 images.',
  },
  {
    what: 'too many documents',
    body: asked(text('Read'), ...documents(6)),
    message: "You can't include more than 5 documents in a request.",
  },
  {
    what: 'two documents of one name',
    body: asked(text('Read'), document(), document()),
    message: "Messages can't contain duplicate document names. Rename the document and retry your request.",
  },
  {
    what: 'a document without text beside it',
    body: asked(document()),
    message: 'A text block must stand beside the document in the message at messages.0.',
  },
  {
    what: 'a document that is none',
    body: asked(text('Read'), document('Document', new Uint8Array([1]))),
    message: `${refusedByModel}messages.0.content.1: The PDF specified was not valid.`,
  },
  {
    what: 'a document in a result of Nova',
    model: nova,
    body: answered([document()]),
    message:
      "This model doesn't support the document field in tool results. Remove messages.2.content.0.toolResult.content.0 and try again.",
  },
  {
    what: 'an image in the result of a tool that failed',
    body: answered([image()], { status: 'error' }),
    message: `${refusedByModel}messages.2.content.0.toolResult.content.0: all content must be type "text" if "is_error" is true`,
  },
];

describeCases('media', accepted, refused);
