/** The smallest provider there can be around the SDK: passes each text delta on singly. What ours is compared with. */
import { BedrockRuntimeClient, ConverseStreamCommand } from '@aws-sdk/client-bedrock-runtime';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import * as vscode from 'vscode';
import { MODEL_ID } from '../handover.ts';

const client = new BedrockRuntimeClient({ requestHandler: new NodeHttpHandler() });

const provider: vscode.LanguageModelChatProvider = {
  provideLanguageModelChatInformation: () => [
    {
      id: MODEL_ID,
      name: 'Reference',
      family: 'reference',
      version: '',
      maxInputTokens: 100_000,
      maxOutputTokens: 4_096,
      capabilities: {},
    },
  ],

  async provideLanguageModelChatResponse(model, messages, _options, progress, token) {
    const abort = new AbortController();
    token.onCancellationRequested(() => abort.abort());
    const command = new ConverseStreamCommand({
      modelId: model.id,
      messages: messages.map(({ content }) => ({
        role: 'user',
        content: content.flatMap(part =>
          part instanceof vscode.LanguageModelTextPart ? [{ text: part.value }] : [],
        ),
      })),
      inferenceConfig: { maxTokens: model.maxOutputTokens },
    });
    const { stream = [] } = await client.send(command, { abortSignal: abort.signal });
    for await (const { contentBlockDelta } of stream) {
      const text = contentBlockDelta?.delta?.text;
      if (text) progress.report(new vscode.LanguageModelTextPart(text));
    }
  },

  provideTokenCount: () => Promise.resolve(1),
};

export function activate({ subscriptions }: vscode.ExtensionContext): void {
  subscriptions.push(vscode.lm.registerLanguageModelChatProvider('bench-reference', provider));
}
