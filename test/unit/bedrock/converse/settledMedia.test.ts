import assert from 'node:assert/strict';
import type { ContentBlock } from '@aws-sdk/client-bedrock-runtime';
import type {
  Message,
  MediaPart,
  Part,
  ToolResultPart,
} from '../../../../src/bedrock/converse/conversation.ts';
import { refusedAttachment } from '../../../../src/bedrock/converse/settledMedia.ts';
import { ToolNames } from '../../../../src/bedrock/converse/toolNames.ts';
import { turnsOf } from '../../../../src/bedrock/converse/turns.ts';
import type { ModelFacts } from '../../../../src/bedrock/models/modelFacts.ts';
import { pdf, png } from './pictures.ts';
import { assistant, call, facts, media, user } from './samples.ts';

const IMAGE = media('image/png', png());
const PDF = media('application/pdf', pdf());

function gave(callId: string, ...content: (string | MediaPart)[]): ToolResultPart {
  const parts = content.map(each =>
    typeof each === 'string' ? { type: 'text' as const, text: each } : each,
  );
  return { type: 'tool-result', callId, content: parts, isError: false };
}

/** The blocks of each turn as short words. */
function turns(messages: Message[], more: Partial<ModelFacts> = {}, images = true): string[] {
  const its = facts(more);
  const made = turnsOf(messages, { facts: its, images }, new ToolNames(its), () => false).messages;
  return made.map(({ content = [] }) => content.map(words).join(', '));
}

function words({ text, image, document, toolUse, toolResult }: ContentBlock): string {
  if (image) return image.format ?? '';
  if (document) return `${document.format ?? ''} "${document.name ?? ''}"`;
  if (toolUse) return 'call';
  if (toolResult)
    return `result [${(toolResult.content ?? []).map(each => words(each as ContentBlock)).join(', ')}]`;
  return `"${text ?? ''}"`;
}

describe('media in turns', () => {
  it('stand where the user put them', () => {
    assert.deepEqual(turns([user('Look:', IMAGE, 'and:', PDF)]), ['"Look:", png, "and:", pdf "Document 1"']);
  });

  it('have text beside a document, which is refused without', () => {
    assert.deepEqual(turns([user(PDF)]), ['pdf "Document 1", "See the attached document."']);
  });

  it('have documents with names of their own that stay the same as the conversation grows', () => {
    const begin = [user('A', PDF), assistant('B'), user('C', PDF)];
    assert.deepEqual(turns(begin), ['"A", pdf "Document 1"', '"B"', '"C", pdf "Document 2"']);
    assert.equal(turns([...begin, assistant('D'), user('E', PDF)])[0], '"A", pdf "Document 1"');
  });

  it('that are too many are left out, the oldest first', () => {
    const six = turns([user('A', ...Array.from({ length: 6 }, () => PDF))]);
    assert.match(
      six[0] ?? '',
      /^"A", "\[An attachment was left out\. [^"]*", pdf "Document 2", .*pdf "Document 6"$/,
    );
    const many = turns([user('A', ...Array.from({ length: 21 }, () => IMAGE))])[0] ?? '';
    assert.equal(many.match(/png/g)?.length, 20);
    assert.match(many, /^"A", "\[An attachment was left out/);
  });

  it('that the model does not take leave a note', () => {
    assert.match(
      turns([user('A', IMAGE)], {}, false)[0] ?? '',
      /^"A", "\[.*This model takes no images\.\]"$/,
    );
    assert.match(turns([user('A', PDF)], { documents: false })[0] ?? '', /takes no documents/);
    assert.match(turns([user('A'), assistant('B', IMAGE), user('C')])[1] ?? '', /^"B", "\[An attachment/);
  });

  describe('of a tool', () => {
    const ask = (...content: (string | MediaPart)[]) => [
      user('Q'),
      assistant(call('c1')),
      user(gave('c1', ...content)),
    ];

    it('stand in its result where the family takes them there', () => {
      assert.deepEqual(turns(ask('Seen:', IMAGE, PDF))[2], 'result ["Seen:", png, pdf "Document 1"]');
    });

    it('follow behind it where the family takes them in messages alone', () => {
      assert.deepEqual(turns(ask('Seen:', IMAGE), { mediaInToolResults: [] }).slice(2), [
        'result ["Seen:", "[The image of this result follows below.]"], "The image that the tool gave:", png',
      ]);
    });

    it('follow in a turn of their own where results stand alone', () => {
      assert.deepEqual(turns(ask(IMAGE), { mediaInToolResults: [], toolBlocksAlone: true }).slice(2), [
        'result ["[The image of this result follows below.]"]',
        '"Understood."',
        '"The image that the tool gave:", png',
      ]);
    });

    it('leave a note where the model takes none at all', () => {
      assert.match(turns(ask(IMAGE), {}, false)[2] ?? '', /^result \["\[An attachment was left out/);
    });

    it('stand behind what failed: an error is told in words alone', () => {
      const failed = { ...gave('c1', 'No.', IMAGE), isError: true };
      const made = turns([user('Q'), assistant(call('c1')), user(failed)])[2];
      assert.equal(
        made,
        'result ["No.", "[The image of this result follows below.]"], "The image that the tool gave:", png',
      );
    });

    it('become part of the words where its call is gone', () => {
      assert.deepEqual(turns([user('Q', gave('gone', 'Seen:', IMAGE))]), [
        '"Q", "[Result of a tool call: Seen:]", png',
      ]);
    });
  });
});

describe('what the user has just attached', () => {
  const refused = (parts: Part[], before: Message[] = [], images = true) =>
    refusedAttachment([...before, { role: 'user', parts }], { facts: facts(), images });

  it('is sent, or refused with the reason', () => {
    assert.equal(refused([IMAGE, PDF]), undefined);
    assert.equal(refused([IMAGE], [], false), 'This model takes no images.');
    assert.match(refused([media('image/png', png(9_000, 1))]) ?? '', /9000 × 1 pixels/);
  });

  it('is meant alone: what was attached before, or comes from a tool, leaves a note', () => {
    const bad = media('video/mp4', 'x');
    assert.equal(refused([{ type: 'text', text: 'B' }], [user('A', bad), assistant('C')]), undefined);
    assert.equal(refused([gave('c1', bad)], [user('A'), assistant(call('c1'))]), undefined);
    // The editor puts what a tool has shown beside its result.
    assert.equal(refused([gave('c1', 'Shown.'), bad], [user('A'), assistant(call('c1'))]), undefined);
  });
});
