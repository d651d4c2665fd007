import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Message as Turn, Tool } from '@aws-sdk/client-bedrock-runtime';
import llama from 'llama3-tokenizer-js';
import mistral from 'mistral-tokenizer-js';
import { sizesOf } from '../../../../src/bedrock/converse/sizes.ts';
import { textTokens } from '../../../../src/bedrock/converse/textTokens.ts';
import { TokenRatios } from '../../../../src/bedrock/converse/tokenRatios.ts';
import { modelFacts } from '../../../../src/bedrock/models/modelFacts.ts';
import { describeRecorded } from '../../../recordedData.ts';

const ROOT = join(import.meta.dirname, '../../../..');
const published = {
  llama: (text: string) => llama.encode(text, { bos: false, eos: false }).length,
  mistral: (text: string) => mistral.encode(text, false).length,
};

/** The estimate over what the published tokenizer makes of a text. */
function ratio(text: string, tokenizer: keyof typeof published): number {
  return textTokens(text, tokenizer) / published[tokenizer](text);
}

function within(text: string, what: string): void {
  for (const tokenizer of ['llama', 'mistral'] as const) {
    const found = ratio(text, tokenizer);
    assert.ok(found >= 0.9 && found <= 1.1, `${what} by ${tokenizer}: ${found.toFixed(3)}`);
  }
}

describe('tokens of a text', () => {
  const read = (file: string) => readFileSync(join(ROOT, file), 'utf8').slice(0, 20_000);

  it('are within 10% of the published tokenizers for English', () => {
    for (const file of ['docs/chat.md', 'CHANGELOG.md', 'node_modules/commander/Readme.md']) {
      within(read(file), file);
    }
  });

  it('are within 10% for code, ours and other people’s', () => {
    const files = globSync('src/{state,commands,openclaw}/*.ts', { cwd: ROOT })
      .sort()
      .filter((_, at) => at % 5 === 0);
    assert.ok(files.length >= 10);
    // Several together: the shortest are too short for a share of a tenth to mean much.
    for (let at = 0; at + 3 < files.length; at += 3)
      within(
        files
          .slice(at, at + 3)
          .map(read)
          .join('\n'),
        files[at]!,
      );
    for (const file of ['node_modules/typescript/lib/lib.es5.d.ts', 'node_modules/json5/lib/parse.js']) {
      within(read(file), file);
    }
  });

  it('are within 10% for JSON', () => {
    for (const file of ['package.json', 'package.nls.json', 'node_modules/eslint/package.json'])
      within(read(file), file);
  });

  it('are hardly ever too few for other languages and scripts', () => {
    for (const text of [
      'Die schöne Größe der Übung überraschte die Schüler auf dem Straßenfest in München.',
      '我们今天去公园散步，天气非常好。',
      'Сегодня хорошая погода, пойдём гулять.',
      '🎉🚀👍😀 done',
    ]) {
      for (const tokenizer of ['llama', 'mistral'] as const) assert.ok(ratio(text, tokenizer) >= 0.75, text);
    }
  });

  it('are none for nothing, and at least one for anything', () => {
    for (const tokenizer of ['llama', 'mistral', 'cautious'] as const) {
      assert.equal(textTokens('', tokenizer), 0);
      for (const text of ['a', '1', '.', 'a b', '\n', 'é', '漢'])
        assert.ok(textTokens(text, tokenizer) >= 1, text);
    }
  });

  it('are one for a word', () => {
    for (const text of ['path', 'type', 'text']) {
      for (const tokenizer of ['llama', 'mistral', 'cautious'] as const)
        assert.equal(textTokens(text, tokenizer), 1);
    }
  });

  it('are more where nobody has published the tokenizer', () => {
    const text = read('README.md');
    assert.ok(textTokens(text, 'cautious') > textTokens(text, 'llama') * 1.2);
  });
});

describeRecorded('tokens of recorded data', 'vscode', data => {
  it('are within 10% for the tools of the editor’s own agent', () =>
    within(JSON.stringify(data.json('agent-tools.json')), 'agent-tools.json'));
});

describeRecorded('tokens of recorded answers', 'bedrock', data => {
  interface Recorded {
    readonly modelId: string;
    readonly request: {
      readonly messages: readonly Turn[];
      readonly system?: readonly { readonly text: string }[];
      readonly toolConfig?: { readonly tools: readonly Tool[] };
      readonly outputConfig?: object;
    };
    readonly events: readonly {
      readonly type: string;
      readonly payload: { readonly usage?: { inputTokens: number } };
    }[];
  }

  it('are never more than 10% under what Claude and Nova report', () => {
    const counted = data.files('streams').flatMap(file => {
      const { modelId, request, events } = data.json(file) as Recorded;
      const { messages, system = [], toolConfig, outputConfig } = request;
      // Neither tools that the service runs nor forms of output are ever asked for by us.
      const isOurs = !outputConfig && !toolConfig?.tools.some(({ systemTool }) => systemTool);
      if (!isOurs || !/claude|nova/.test(modelId)) return [];
      const tokenizer = modelFacts(modelId.replace(/^us\./, '')).tokenizer;
      const { total } = sizesOf({ messages, system: [...system], tools: toolConfig?.tools ?? [] }, tokenizer);
      const reported = events.find(({ type }) => type === 'metadata')?.payload.usage?.inputTokens ?? 0;
      assert.ok(total >= reported * 0.9, `${file}: ${total} for ${reported}`);
      return [file];
    });
    assert.equal(counted.length, 7);
  });
});

describe('what answers teach of tokens', () => {
  it('brings the estimate nearer, for that model alone, and within reason', () => {
    const ratios = new TokenRatios();
    assert.equal(ratios.ratio('a'), 1);
    ratios.learn('a', 1_000, 1_200);
    assert.equal(ratios.ratio('a'), 1.1);
    for (let at = 0; at < 20; at++) ratios.learn('a', 1_000, 1_200);
    assert.equal(ratios.ratio('a').toFixed(3), '1.200');
    assert.equal(ratios.ratio('b'), 1);
    for (let at = 0; at < 20; at++) ratios.learn('b', 1_000, 9_000);
    assert.equal(ratios.ratio('b').toFixed(3), '1.600');
    ratios.learn('c', 100, 9_000);
    assert.equal(ratios.ratio('c'), 1);
  });
});
