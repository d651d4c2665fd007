/**
 * Prompt fragments of `@vscode/prompt-tsx`, which tools hand out as trees: their text, laid out as that library does
 * it, and their images.
 */
import type { MediaPart, TextPart } from '../bedrock/converse/conversation.ts';

/** As the library writes it (`JSONTree.PromptNodeJSON`). Any member can be anything. */
interface Node {
  readonly type?: unknown;
  readonly ctor?: unknown;
  readonly text?: unknown;
  readonly lineBreakBefore?: unknown;
  readonly children?: unknown;
  readonly props?: { readonly src?: unknown; readonly mimeType?: unknown };
}

const TEXT = 2;
/** The kind of piece that an image is. */
const IMAGE = 3;

/** The parts of a fragment, or of what stands in its place. */
export function fragmentParts(value: unknown): (TextPart | MediaPart)[] {
  if (typeof value === 'string') return [{ type: 'text', text: value }];
  const parts: (TextPart | MediaPart)[] = [];
  let text = '';
  const endText = () => {
    if (text) parts.push({ type: 'text', text });
    text = '';
  };
  for (const chunk of chunksOf({ children: [rootOf(value)] }, false)) {
    if (typeof chunk.content === 'string') {
      if (chunk.startsLine && text && !text.endsWith('\n')) text += '\n';
      text += chunk.content;
    } else {
      endText();
      parts.push(chunk.content);
    }
  }
  endText();
  return parts;
}

interface Chunk {
  readonly content: string | MediaPart;
  readonly startsLine: boolean;
}

/** An element's first text begins a line, but where it stands behind a text of the element around it. */
function* chunksOf({ children }: Node, isBehindText: boolean): Generator<Chunk> {
  let isBehind = isBehindText;
  for (const [index, each] of asList(children).entries()) {
    const child = asNode(each);
    const image = child.ctor === IMAGE ? imageOf(child) : undefined;
    if (typeof child.text === 'string' && (child.type ?? TEXT) === TEXT) {
      yield { content: child.text, startsLine: child.lineBreakBefore === true || (index === 0 && !isBehind) };
      isBehind = true;
    } else if (image) {
      yield { content: image, startsLine: false };
    } else {
      yield* chunksOf(child, isBehind);
      isBehind = false;
    }
  }
}

/** Undefined for an image that is only named by an address. */
function imageOf({ props }: Node): MediaPart | undefined {
  const { src, mimeType } = props ?? {};
  if (typeof src !== 'string' || /^https?:/.test(src)) return undefined;
  const [, declared, base64 = src] = /^data:([^;,]+);base64,(.*)$/s.exec(src) ?? [];
  return {
    type: 'media',
    mimeType: declared ?? (typeof mimeType === 'string' ? mimeType : 'image/png'),
    data: new Uint8Array(Buffer.from(base64, 'base64')),
  };
}

function rootOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'node' in value ? value.node : value;
}

function asNode(value: unknown): Node {
  return typeof value === 'object' && value !== null ? value : {};
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
