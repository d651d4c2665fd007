/** The recorded and derived lists of models, as the two list calls answer. */
import type { FoundationModel, InferenceProfile } from '../src/bedrock/models/lists.ts';
import type { RecordedData } from './recordedData.ts';

export interface RecordedLists {
  readonly name: string;
  readonly region: string;
  readonly foundationModels: readonly (FoundationModel & { readonly modelId: string })[];
  readonly inferenceProfiles: readonly InferenceProfile[];
}

interface Answers {
  readonly foundationModels: { readonly modelSummaries: RecordedLists['foundationModels'] };
  readonly inferenceProfiles: { readonly inferenceProfileSummaries: RecordedLists['inferenceProfiles'] };
}

/** Five of them: one was recorded, the others are derived from public data about four regions. */
export function recordedLists(data: RecordedData): RecordedLists[] {
  const recorded = {
    foundationModels: data.json('foundation-models.json'),
    inferenceProfiles: data.json('inference-profiles.json'),
  } as Answers;
  const derived = ['us-east-1', 'eu-central-1', 'ap-northeast-1', 'ap-southeast-2'];
  return [
    listsOf('recorded us-east-1', 'us-east-1', recorded),
    ...derived.map(region =>
      listsOf(`derived ${region}`, region, data.json(`derived-${region}.json`) as Answers),
    ),
  ];
}

function listsOf(
  name: string,
  region: string,
  { foundationModels, inferenceProfiles }: Answers,
): RecordedLists {
  return {
    name,
    region,
    foundationModels: foundationModels.modelSummaries,
    inferenceProfiles: inferenceProfiles.inferenceProfileSummaries,
  };
}
