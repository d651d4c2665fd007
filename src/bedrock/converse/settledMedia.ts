/** Puts the media of a conversation where its model takes it, as many as a request may hold, and a note for the rest. */
import * as l10n from '@vscode/l10n';
import type { ModelFacts } from '../models/modelFacts.ts';
import type {
  MediaPart,
  Message,
  Part,
  ReasoningPart,
  TextPart,
  ToolCallPart,
  ToolResultPart,
} from './conversation.ts';
import {
  DOCUMENT_LIMITS,
  type DocumentPart,
  IMAGE_LIMITS,
  type ImagePart,
  mediaFor,
  type MediaTaken,
  noteOf,
  refused,
} from './media.ts';

/** A document has a name that no other of its request has. */
export type NamedDocument = DocumentPart & { readonly name: string };
export type SettledContent = TextPart | ImagePart | NamedDocument;
export type SettledResult = Omit<ToolResultPart, 'content'> & { readonly content: readonly SettledContent[] };
export type SettledPart = SettledContent | ReasoningPart | ToolCallPart | SettledResult;

export interface SettledMessage {
  readonly role: Message['role'];
  readonly parts: readonly SettledPart[];
}

/** What a model takes. */
export interface Takes {
  readonly facts: ModelFacts;
  readonly images: boolean;
}

/** Settles all media; what can't be sent, or is too much, becomes a note for the model. */
export function settleMedia(messages: readonly Message[], takes: Takes): SettledMessage[] {
  const naming = { documents: 0 };
  const settled = messages.map(({ role, parts }) => ({
    role,
    parts: parts.flatMap(part => settle(part, role, takes, naming)),
  }));
  return naming.documents > DOCUMENT_LIMITS.perRequest || countImages(settled) > IMAGE_LIMITS.perRequest
    ? newest(settled)
    : settled;
}

/** Why something that the user has just attached can't be sent; undefined where all of it can. */
export function refusedAttachment(
  messages: readonly Message[],
  { facts, images }: Takes,
): string | undefined {
  const last = messages.findLastIndex(({ role }) => role === 'assistant');
  const since = messages.slice(last + 1).flatMap(({ parts }) => parts);
  // What a round of tools brings is no attachment: it gets a note in its place, and the agent goes on.
  if (since.some(({ type }) => type === 'tool-result')) return undefined;
  const attached = since.filter(part => part.type === 'media');
  for (const part of attached) {
    const media = mediaFor(part, { images, documents: facts.documents });
    if (media?.type === 'refused') return media.why;
  }
  return undefined;
}

interface Naming {
  /** How many documents have a name: numbers stay the same as a conversation grows. */
  documents: number;
}

function settle(part: Part, role: Message['role'], takes: Takes, naming: Naming): SettledPart[] {
  // A model never says anything but words.
  const isOfUser = role === 'user';
  const taken = { images: isOfUser && takes.images, documents: isOfUser && takes.facts.documents };
  switch (part.type) {
    case 'media':
      return settleMediaPart(part, taken, naming);
    case 'tool-result':
      return settleResult(part, taken, takes.facts, naming);
    default:
      return [part];
  }
}

function settleMediaPart(part: MediaPart, taken: MediaTaken, naming: Naming): SettledContent[] {
  const media = mediaFor(part, taken);
  if (!media) return [];
  if (media.type === 'refused') return [noteOf(media)];
  return media.type === 'document' ? [{ ...media, name: `Document ${++naming.documents}` }] : [media];
}

/** What a model does not take inside of a result follows behind it. */
function settleResult(
  result: ToolResultPart,
  taken: MediaTaken,
  facts: ModelFacts,
  naming: Naming,
): SettledPart[] {
  const inside: SettledContent[] = [];
  const behind: SettledContent[] = [];
  for (const part of result.content) {
    const settled = part.type === 'text' ? [part] : settleMediaPart(part, taken, naming);
    for (const each of settled) {
      // What failed is told in words: Claude refuses anything else beside an error.
      const isInside =
        each.type === 'text' || (!result.isError && facts.mediaInToolResults.includes(each.type));
      if (isInside) inside.push(each);
      else {
        inside.push({ type: 'text', text: `[The ${each.type} of this result follows below.]` });
        behind.push({ type: 'text', text: `The ${each.type} that the tool gave:` }, each);
      }
    }
  }
  return [{ ...result, content: inside }, ...behind];
}

function countImages(messages: readonly SettledMessage[]): number {
  const isImage = ({ type }: { readonly type: string }) => type === 'image';
  return messages
    .flatMap(({ parts }) => parts)
    .reduce(
      (sum, part) =>
        sum + (part.type === 'tool-result' ? part.content.filter(isImage).length : Number(isImage(part))),
      0,
    );
}

/** Leaves out the oldest of what is too much. */
function newest(messages: readonly SettledMessage[]): SettledMessage[] {
  const room = { image: IMAGE_LIMITS.perRequest as number, document: DOCUMENT_LIMITS.perRequest as number };
  const kept = <P extends SettledPart>(part: P): P | TextPart => {
    if (part.type !== 'image' && part.type !== 'document') return part;
    return room[part.type]-- > 0
      ? part
      : noteOf(refused(l10n.t('It is older than as many as a request may hold.')));
  };
  return backwards(messages, message => ({
    ...message,
    parts: backwards(message.parts, part =>
      part.type === 'tool-result' ? { ...part, content: backwards(part.content, kept) } : kept(part),
    ),
  }));
}

/** Maps from the last to the first. */
function backwards<From, To>(items: readonly From[], map: (item: From) => To): To[] {
  return items.toReversed().map(map).toReversed();
}
