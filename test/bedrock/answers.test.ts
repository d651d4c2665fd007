/** The simulator's own answers. */
import assert from 'node:assert/strict';

import {
  ConverseCommand,
  type ContentBlock,
  type Message,
  type ToolConfiguration,
} from '@aws-sdk/client-bedrock-runtime';

import { startBedrock, type Bedrock } from './bedrock.ts';
import { runtimeClient } from './clients.ts';

const claude = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';

const toolConfig: ToolConfiguration = {
  tools: [
    {
      toolSpec: {
        name: 'read_file',
        description: 'Reads a file.',
        inputSchema: {
          json: {
            type: 'object',
            properties: {
              filePath: { type: 'string' },
              startLine: { type: 'number' },
              endLine: { type: 'number' },
              explanation: { type: 'string' },
              recursive: { type: 'boolean' },
            },
            required: ['filePath', 'startLine', 'endLine', 'recursive'],
          },
        },
      },
    },
  ],
};

const user = (...content: ContentBlock[]): Message => ({ role: 'user', content });

describe('simulated Bedrock: its own answers', () => {
  let bedrock: Bedrock;

  before(async () => {
    bedrock = await startBedrock();
  });
  after(() => bedrock.close());

  async function answer(messages: Message[], modelId = claude) {
    const { output } = await runtimeClient(bedrock).send(
      new ConverseCommand({ modelId, messages, toolConfig }),
    );
    return output!.message!;
  }

  it('names the model and quotes what was asked', async () => {
    const { content } = await answer([user({ text: 'Good morning.\nHow are you?' })]);
    const text = content![0]!.text!;
    assert(text.includes(`\`${claude}\``));
    assert(text.includes('> Good morning.\n> How are you?'));
  });

  it('calls read_file in the workspace folder that the conversation names', async () => {
    const { content } = await answer([
      user({ text: 'I am working in a workspace with the following folders:\n- /home/me/project' }),
      user({ text: 'Please read the file `src/main.ts`.' }),
    ]);
    assert.equal(content!.length, 2);
    const { name, input } = content![1]!.toolUse!;
    assert.equal(name, 'read_file');
    assert.deepEqual(input, {
      filePath: '/home/me/project/src/main.ts',
      startLine: 1,
      endLine: 200,
      recursive: false,
    });
  });

  it('quotes what the tool gave', async () => {
    const asked = user({ text: 'Read /tmp/a.md' });
    const called = await answer([asked]);
    const { toolUseId } = called.content![1]!.toolUse!;
    const { content } = await answer([
      asked,
      called,
      user({ toolResult: { toolUseId, content: [{ text: '# Title\nText' }] } }),
    ]);
    assert(content![0]!.text!.includes('> # Title\n> Text'));
  });

  for (const modelId of ['us.meta.llama3-3-70b-instruct-v1:0', 'mistral.mistral-large-3-675b-instruct']) {
    it(`calls a tool in a way that ${modelId} takes back`, async () => {
      const asked = user({ text: 'Read /tmp/a.md' });
      const called = await answer([asked], modelId);
      const { toolUseId } = called.content![0]!.toolUse!;
      const result = user({ toolResult: { toolUseId, content: [{ json: { lines: 2 } }] } });
      const { content } = await answer([asked, called, result], modelId);
      assert(content![0]!.text!.includes('> {"lines":2}'));
    });
  }
});
