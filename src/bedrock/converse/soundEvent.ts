/** Whether answers are made of what the service sends: the SDK hands on members of whatever type came. */
import type { ContentBlock, ConverseStreamOutput } from '@aws-sdk/client-bedrock-runtime';
import { ProblemError } from '../../problem.ts';
import { isObject } from '../isObject.ts';
import { damaged } from './streamProblems.ts';

type Members = Readonly<Record<string, unknown>>;

/** Throws a `ProblemError` where a member that is read is of another type. */
export function assertSound(event: ConverseStreamOutput): void {
  const { contentBlockDelta, contentBlockStart, messageStop } = event as unknown as Members;
  if (contentBlockDelta !== undefined) assertDelta(membersOf(membersOf(contentBlockDelta)['delta']));
  else if (contentBlockStart !== undefined)
    assertCall(membersOf(membersOf(contentBlockStart)['start'])['toolUse']);
  else if (messageStop !== undefined) assertText(membersOf(messageStop)['stopReason']);
}

/** The same for a block of an answer that came whole. */
export function assertSoundBlock(block: ContentBlock): void {
  const { text, reasoningContent, toolUse, citationsContent } = membersOf(block);
  assertText(text);
  assertCall(toolUse);
  const { reasoningText, redactedContent } = membersOf(reasoningContent);
  assertReasoning({ ...membersOf(reasoningText), redactedContent });
  const { content = [], citations = [] } = membersOf(citationsContent);
  if (!Array.isArray(content) || !Array.isArray(citations)) refuse('a list');
  for (const cited of content) assertText(membersOf(cited)['text']);
}

function assertDelta({ text, toolUse, reasoningContent }: Members): void {
  assertText(text);
  assertText(membersOf(toolUse)['input']);
  assertReasoning(membersOf(reasoningContent));
}

function assertReasoning({ text, signature, redactedContent }: Members): void {
  assertText(text);
  assertText(signature);
  if (redactedContent !== undefined && !(redactedContent instanceof Uint8Array)) refuse('bytes');
}

function assertCall(toolUse: unknown): void {
  if (toolUse === undefined) return;
  const { toolUseId, name } = membersOf(toolUse);
  // A blank name is the model's doing, of which the tool's refusal tells it.
  if (typeof toolUseId !== 'string' || typeof name !== 'string' || !toolUseId) refuse('a call');
}

/** None of what is not there. */
function membersOf(value: unknown = {}): Members {
  return isObject(value) ? value : refuse('an object');
}

function assertText(value: unknown): void {
  if (value !== undefined && typeof value !== 'string') refuse('text');
}

function refuse(wanted: string): never {
  throw new ProblemError(damaged(`a member that is not ${wanted}`));
}
