/** A model as the editor's model picker shows it. */
import type * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { type BedrockModel, invocationId } from '../bedrock/models/bedrockModel.ts';
import type { ModelList } from '../state/modelList.ts';
import { effortSchema } from './efforts.ts';

/** The editor hands this object back with each request, so what the request needs rides along. */
export interface ModelInformation extends vscode.LanguageModelChatInformation {
  readonly bedrockModel: BedrockModel;
  readonly list: ModelList;
}

interface Standing {
  /** The editor then names the group beside the model, unless there is a detail. */
  readonly isOfGroup: boolean;
  /** Whether it is in the picker; the others can be had by their id, and by the models editor. */
  readonly isOffered: boolean;
}

export function modelInformation(
  model: BedrockModel,
  list: ModelList,
  { isOfGroup, isOffered }: Standing,
): ModelInformation {
  const { key, name, provider, contextWindow, maxTokens } = model;
  const effort = effortSchema(model.facts);
  return {
    id: key,
    name,
    family: family(key),
    version: '',
    ...(!isOfGroup && { detail: provider }),
    tooltip: l10n.t(
      '{0} on Amazon Bedrock in {1}, as {2}',
      name,
      list.connection.region.name,
      invocationId(model),
    ),
    // The editor shows the sum of both as the context window.
    maxInputTokens: Math.max(1, contextWindow - maxTokens),
    maxOutputTokens: maxTokens,
    capabilities: { toolCalling: model.facts.tools !== 'none', imageInput: model.input.includes('image') },
    ...(effort && { configurationSchema: effort }),
    isUserSelectable: isOffered,
    isBYOK: true,
    bedrockModel: model,
    list,
  };
}

/** `claude-sonnet-4-5` of `anthropic.claude-sonnet-4-5-20250929-v1:0`: agents choose their prompts by it. */
function family(key: string): string {
  return key.replace(/^[^.]+\./, '').replace(/(-\d{8})?(-v\d+)?(:\d+)*$/, '');
}
