/** What the simulated account bought and imported, and the prompt router that AWS gives it. */
import { modelArn, ownArn } from './arns.ts';
import { midnight } from './lifecycles.ts';

/** The members that the simulator itself reads; the others are passed through. */
export interface ProvisionedSummary {
  provisionedModelName: string;
  provisionedModelArn: string;
  /** A foundation model's, or that of one that was customised. */
  modelArn: string;
  foundationModelArn: string;
  status: string;
  creationTime: string;
}

export interface ImportedSummary {
  modelArn: string;
  modelName: string;
  creationTime: string;
  instructSupported?: boolean;
}

export interface RouterSummary {
  promptRouterArn: string;
  models: { modelArn: string }[];
  fallbackModel?: { modelArn: string };
  status: string;
  type: string;
}

/** One that answers, for a window that is not to be had on demand, and one that is still being set up. */
export function provisionedThroughputs(region: string): ProvisionedSummary[] {
  return [
    provisioned('nova-nights', 'q1mz83hxk0vd', 'amazon.nova-pro-v1:0:24k', 'InService', region),
    provisioned(
      'haiku-trial',
      'w7c5tn2rbye9',
      'anthropic.claude-3-haiku-20240307-v1:0:48k',
      'Creating',
      region,
    ),
  ];
}

function provisioned(name: string, id: string, modelId: string, status: string, region: string) {
  const model = modelArn(modelId, region);
  const made = midnight(status === 'Creating' ? '2026-05-04' : '2026-03-02');
  return {
    provisionedModelName: name,
    provisionedModelArn: ownArn(`provisioned-model/${id}`, region),
    modelArn: model,
    desiredModelArn: model,
    foundationModelArn: model,
    modelUnits: 1,
    desiredModelUnits: 1,
    status,
    creationTime: made,
    lastModifiedTime: made,
  };
}

/** One to talk to, and one that only completes text: Converse does not take that. */
export function importedModels(region: string): ImportedSummary[] {
  return [
    imported('support-llama', 'jw8254ccsftz', true, region),
    imported('title-completer', 'p0v6sa3gmx1u', false, region),
  ];
}

function imported(modelName: string, id: string, instructSupported: boolean, region: string) {
  return {
    modelArn: ownArn(`imported-model/${id}`, region),
    modelName,
    creationTime: midnight('2026-02-10'),
    instructSupported,
    modelArchitecture: 'llama',
  };
}

/**
 * AWS's default router for Claude, as AWS shows it, over the profiles of the region's geography; where there is none,
 * no router.
 */
export function promptRouters(region: string, prefix: string | undefined): RouterSummary[] {
  if (prefix === undefined) {
    return [];
  }
  const target = (modelId: string) => ({
    modelArn: ownArn(`inference-profile/${prefix}.${modelId}`, region),
  });
  const [haiku, sonnet] = [
    target('anthropic.claude-3-haiku-20240307-v1:0'),
    target('anthropic.claude-3-5-sonnet-20240620-v1:0'),
  ];
  const summary = {
    promptRouterName: 'Anthropic Prompt Router',
    routingCriteria: { responseQualityDifference: 0.26 },
    description: 'Routes requests among models in the Claude family',
    createdAt: midnight('2024-11-20'),
    updatedAt: midnight('2024-11-20'),
    promptRouterArn: ownArn('default-prompt-router/anthropic.claude:1', region),
    models: [haiku, sonnet],
    fallbackModel: sonnet,
    status: 'AVAILABLE',
    type: 'default',
  };
  return [summary];
}
