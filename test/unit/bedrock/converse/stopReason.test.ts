import assert from 'node:assert/strict';
import { noteOnStop } from '../../../../src/bedrock/converse/stopReason.ts';

describe('note on why an answer ended', () => {
  const cases: Record<string, RegExp> = {
    max_tokens: /output limit/,
    model_context_window_exceeded: /context window is full/,
    guardrail_intervened: /guardrail/,
    content_filtered: /content filter/,
    malformed_tool_use: /called a tool/,
    malformed_model_output: /can’t be read/,
  };
  for (const [reason, expected] of Object.entries(cases)) {
    it(`${reason}: a paragraph of its own, in italics`, () => {
      const note = noteOnStop(reason);
      assert.match(note, expected);
      assert.match(note, /^\n\n\*[A-Z].*\.\*\n$/);
    });
  }

  for (const reason of ['end_turn', 'tool_use', 'stop_sequence', 'something_new', '']) {
    it(`${reason || 'none'}: nothing`, () => assert.equal(noteOnStop(reason), ''));
  }
});
