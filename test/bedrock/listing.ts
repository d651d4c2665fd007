/** Answers the two list operations: the filters of the one, the pages of the other. */
import type { ModelLists, ModelSummary } from './lists.ts';
import { invalid } from './refusal.ts';

type Query = Readonly<Record<string, string>>;

const modelFilters: Record<string, (model: ModelSummary, wanted: string) => boolean> = {
  byProvider: (model, wanted) => model.providerName?.toLowerCase() === wanted.toLowerCase(),
  byOutputModality: (model, wanted) => model.outputModalities?.includes(wanted) ?? false,
  byInferenceType: (model, wanted) => model.inferenceTypesSupported?.includes(wanted) ?? false,
  byCustomizationType: (model, wanted) => model.customizationsSupported?.includes(wanted) ?? false,
};

/** Small enough that the simulator's own profiles need two pages. */
const defaultPageSize = 20;
const largestPage = 1000;

export function listFoundationModels(lists: ModelLists, query: Query): object {
  const filters = Object.entries(modelFilters).filter(([name]) => name in query);
  return {
    modelSummaries: lists.foundationModels.filter(model =>
      filters.every(([name, matches]) => matches(model, query[name] ?? '')),
    ),
  };
}

/** System-defined profiles unless the query asks for a type: application profiles must be asked for. */
export function listInferenceProfiles(lists: ModelLists, query: Query): object {
  const { type = 'SYSTEM_DEFINED', nextToken, maxResults } = query;
  const size = pageSize(maxResults);
  const start = nextToken === undefined ? 0 : offset(nextToken);
  const profiles = lists.inferenceProfiles.filter(profile => profile.type === type);
  const end = start + size;
  return {
    inferenceProfileSummaries: profiles.slice(start, end),
    ...(end < profiles.length && { nextToken: token(end) }),
  };
}

function pageSize(maxResults = String(defaultPageSize)): number {
  const size = Number(maxResults);
  if (Number.isInteger(size) && size >= 1 && size <= largestPage) {
    return size;
  }
  const bound = size < 1 ? 'greater than or equal to 1' : `less than or equal to ${largestPage}`;
  throw invalid(
    `1 validation error detected: Value '${maxResults}' at 'maxResults' failed to satisfy constraint: ` +
      `Member must have value ${bound}`,
  );
}

function token(offset: number): string {
  return Buffer.from(`profiles:${offset}`).toString('base64url');
}

function offset(nextToken: string): number {
  const [, digits] = /^profiles:(\d+)$/.exec(Buffer.from(nextToken, 'base64url').toString()) ?? [];
  if (digits === undefined) {
    throw invalid('The provided nextToken is invalid.');
  }
  return Number(digits);
}
