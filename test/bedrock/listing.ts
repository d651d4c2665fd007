/** Answers the list operations: what each can be filtered by, and its pages. */
import type { ModelLists, ModelSummary } from './lists.ts';
import { page } from './pages.ts';
import { checkQuery, madeByAccount, oneOf, paging, type Query } from './queries.ts';

const modelFilters: Record<string, (model: ModelSummary, wanted: string) => boolean> = {
  byProvider: (model, wanted) => model.providerName?.toLowerCase() === wanted.toLowerCase(),
  byOutputModality: (model, wanted) => model.outputModalities?.includes(wanted) ?? false,
  byInferenceType: (model, wanted) => model.inferenceTypesSupported?.includes(wanted) ?? false,
  byCustomizationType: (model, wanted) => model.customizationsSupported?.includes(wanted) ?? false,
};

/** The one list that comes whole. */
export function listFoundationModels(lists: ModelLists, query: Query): object {
  const filters = Object.entries(modelFilters).filter(([name]) => name in query);
  return {
    modelSummaries: lists.foundationModels.filter(model =>
      filters.every(([name, matches]) => matches(model, query[name] ?? '')),
    ),
  };
}

/**
 * System-defined profiles unless the query asks for a type: application profiles must be asked for, and there is no
 * way to have both at once (aws/aws-cli#9728).
 */
export function listInferenceProfiles(lists: ModelLists, { type, ...query }: Query): object {
  // Refused under its name in the service's model, which is not the one on the wire.
  const named = type === undefined ? query : { ...query, typeEquals: type };
  checkQuery(named, { ...paging, typeEquals: oneOf('SYSTEM_DEFINED', 'APPLICATION') });
  const wanted = type ?? 'SYSTEM_DEFINED';
  const profiles = lists.inferenceProfiles.filter(profile => profile.type === wanted);
  return page('inferenceProfileSummaries', profiles, query);
}

export function listProvisionedThroughputs(lists: ModelLists, query: Query): object {
  checkQuery(query, {
    ...madeByAccount,
    statusEquals: oneOf('Creating', 'InService', 'Updating', 'Failed'),
    modelArnEquals: { kind: 'string', min: 20, max: 1011, pattern: modelArnPattern },
  });
  const { statusEquals, modelArnEquals } = query;
  const found = lists.provisionedThroughputs.filter(
    ({ provisionedModelName, status, modelArn, creationTime }) =>
      wasMade(provisionedModelName, creationTime, query) &&
      (statusEquals === undefined || status === statusEquals) &&
      (modelArnEquals === undefined || modelArn === modelArnEquals),
  );
  return page('provisionedModelSummaries', sorted(found, query), query);
}

export function listImportedModels(lists: ModelLists, query: Query): object {
  checkQuery(query, madeByAccount);
  const found = lists.importedModels.filter(({ modelName, creationTime }) =>
    wasMade(modelName, creationTime, query),
  );
  return page('modelSummaries', sorted(found, query), query);
}

export function listPromptRouters(lists: ModelLists, query: Query): object {
  checkQuery(query, { ...paging, type: oneOf('custom', 'default') });
  const { type } = query;
  const routers = lists.promptRouters.filter(router => type === undefined || router.type === type);
  return page('promptRouterSummaries', routers, query);
}

/** Of a foundation model, or of one that was customised. */
const modelArnPattern =
  'arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:(([0-9]{12}:custom-model/((imported)|([a-z0-9-]{1,63}[.]{1}[a-z0-9-]{1,63}))' +
  '(([:][a-z0-9-]{1,63}){0,2})?/[a-z0-9]{12})|(:foundation-model/[a-z0-9-]{1,63}[.]{1}([a-z0-9-]{1,63}[.]){0,2}' +
  '[a-z0-9-]{1,63}([:][a-z0-9-]{1,63}){0,2}))';

/** Whether its name and its day are those that the query asks for. */
function wasMade(name: string, creationTime: string, query: Query): boolean {
  const { nameContains = '', creationTimeAfter, creationTimeBefore } = query;
  const time = Date.parse(creationTime);
  return (
    name.includes(nameContains) &&
    (creationTimeAfter === undefined || time > Date.parse(creationTimeAfter)) &&
    (creationTimeBefore === undefined || time < Date.parse(creationTimeBefore))
  );
}

/** In the list's own order unless the query names one. */
function sorted<Item extends { creationTime: string }>(items: readonly Item[], { sortOrder }: Query): Item[] {
  const ascending = items.toSorted((a, b) => Date.parse(a.creationTime) - Date.parse(b.creationTime));
  return sortOrder === undefined ? [...items] : sortOrder === 'Ascending' ? ascending : ascending.reverse();
}
