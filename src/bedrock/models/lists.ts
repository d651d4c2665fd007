/** What Bedrock's list calls answer: the members that are read, as the SDK names them. */

/** Of a `FoundationModelSummary`. */
export interface FoundationModel {
  readonly modelId?: string | undefined;
  readonly modelArn?: string | undefined;
  readonly modelName?: string | undefined;
  readonly providerName?: string | undefined;
  readonly inputModalities?: readonly string[] | undefined;
  readonly outputModalities?: readonly string[] | undefined;
  readonly responseStreamingSupported?: boolean | undefined;
  readonly inferenceTypesSupported?: readonly string[] | undefined;
  readonly modelLifecycle?:
    | {
        readonly status?: string | undefined;
        readonly startOfLifeTime?: Date | undefined;
        readonly endOfLifeTime?: Date | undefined;
      }
    | undefined;
}

/** Of an `InferenceProfileSummary`. */
export interface InferenceProfile {
  readonly inferenceProfileId?: string | undefined;
  readonly inferenceProfileArn?: string | undefined;
  readonly inferenceProfileName?: string | undefined;
  readonly status?: string | undefined;
  readonly type?: string | undefined;
  readonly models?: readonly { readonly modelArn?: string | undefined }[] | undefined;
}

/** Of a `ProvisionedModelSummary`. */
export interface ProvisionedThroughput {
  readonly provisionedModelName?: string | undefined;
  readonly provisionedModelArn?: string | undefined;
  /** A foundation model's, or that of one that was customised. */
  readonly modelArn?: string | undefined;
  /** What the customised one was made from. */
  readonly foundationModelArn?: string | undefined;
  readonly status?: string | undefined;
}

/** Of an `ImportedModelSummary`. */
export interface ImportedModel {
  readonly modelArn?: string | undefined;
  readonly modelName?: string | undefined;
  readonly creationTime?: Date | undefined;
  /** Whether it answers through Converse. */
  readonly instructSupported?: boolean | undefined;
}

/** Of a `PromptRouterSummary`. */
export interface PromptRouter {
  readonly promptRouterName?: string | undefined;
  readonly promptRouterArn?: string | undefined;
  readonly status?: string | undefined;
  /** Foundation models or inference profiles. */
  readonly models?: readonly { readonly modelArn?: string | undefined }[] | undefined;
  /** Answers what the router is not sure of. */
  readonly fallbackModel?: { readonly modelArn?: string | undefined } | undefined;
}

export interface Lists {
  /** Absent when this list could not be had: the profiles alone then say which models there are. */
  readonly foundationModels?: readonly FoundationModel[];
  /** Those of AWS and those that somebody made. */
  readonly inferenceProfiles: readonly InferenceProfile[];
  readonly provisionedThroughputs?: readonly ProvisionedThroughput[];
  readonly importedModels?: readonly ImportedModel[];
  readonly promptRouters?: readonly PromptRouter[];
}

/** Trimmed, and undefined when blank. */
export function text(value: string | undefined): string | undefined {
  return value?.trim() || undefined;
}

/**
 * `arn:PARTITION:bedrock:REGION:ACCOUNT:foundation-model/ID`; the region is empty where any may be used, and so is
 * the id in an ARN of something else.
 */
export function parseModelArn(arn: string | undefined): { region: string; modelId: string } {
  return { region: arn?.split(':')[3] ?? '', modelId: /foundation-model\/(.+)$/.exec(arn ?? '')?.[1] ?? '' };
}
