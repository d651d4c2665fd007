/** Why an answer ended, in words, where the reader could take it for whole. */
import * as l10n from '@vscode/l10n';

/** A note to put below the answer; empty for the reasons that need none. */
export function noteOnStop(reason: string): string {
  const note = Object.hasOwn(NOTES, reason) ? NOTES[reason]?.() : undefined;
  return note ? `\n\n*${note}*\n` : '';
}

const NOTES: Record<string, () => string> = {
  max_tokens: () => l10n.t('The answer stopped at the model’s output limit. Ask it to go on.'),
  model_context_window_exceeded: () =>
    l10n.t('The answer stopped because the model’s context window is full. Start a new chat to go on.'),
  guardrail_intervened: () => l10n.t('A Bedrock guardrail stopped this answer. Ask in another way.'),
  content_filtered: () => l10n.t('Bedrock’s content filter stopped this answer. Ask in another way.'),
  malformed_tool_use: () => l10n.t('The model called a tool in a way that can’t be read. Ask again.'),
  malformed_model_output: () => l10n.t('The model’s answer can’t be read. Ask again.'),
};
