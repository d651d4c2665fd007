/** Builds what the list operations know in a region. */
import {
  importedModels,
  promptRouters,
  provisionedThroughputs,
  type ImportedSummary,
  type ProvisionedSummary,
  type RouterSummary,
} from './accountLists.ts';
import { modelArn, ownArn } from './arns.ts';
import { lifecycle, midnight } from './lifecycles.ts';
import {
  applicationProfile,
  geographicProfiles,
  globalProfiles,
  modelRows,
  providers,
  type InferenceTypes,
  type ModelRow,
} from './models.ts';

/** The members of the service's summaries that the simulator itself reads; the others are passed through. */
export interface ModelSummary {
  modelId: string;
  providerName?: string;
  inputModalities?: string[];
  outputModalities?: string[];
  responseStreamingSupported?: boolean;
  customizationsSupported?: string[];
  inferenceTypesSupported?: string[];
}

export interface ProfileSummary {
  inferenceProfileId: string;
  inferenceProfileArn: string;
  type: string;
  models: { modelArn: string }[];
}

export interface ModelLists {
  foundationModels: ModelSummary[];
  inferenceProfiles: ProfileSummary[];
  provisionedThroughputs: ProvisionedSummary[];
  importedModels: ImportedSummary[];
  promptRouters: RouterSummary[];
}

interface Geography {
  prefix: string;
  regions: readonly string[];
}

const created = midnight('2026-01-15');

const inferenceTypes: Record<InferenceTypes, string[]> = {
  demand: ['ON_DEMAND'],
  profile: ['INFERENCE_PROFILE'],
  both: ['ON_DEMAND', 'INFERENCE_PROFILE'],
  provisioned: ['PROVISIONED'],
  'demand+provisioned': ['ON_DEMAND', 'PROVISIONED'],
  none: [],
};

/** The geography of a region by how its name begins. Regions of no geography have global profiles only. */
const geographies: Record<string, Geography> = {
  'us-gov-': { prefix: 'us-gov', regions: ['us-gov-east-1', 'us-gov-west-1'] },
  'us-': { prefix: 'us', regions: ['us-east-1', 'us-east-2', 'us-west-2'] },
  'eu-': { prefix: 'eu', regions: ['eu-central-1', 'eu-north-1', 'eu-west-1', 'eu-west-3'] },
  'ap-': { prefix: 'apac', regions: ['ap-northeast-1', 'ap-south-1', 'ap-southeast-1', 'ap-southeast-2'] },
};

export function modelLists(region: string): ModelLists {
  return {
    foundationModels: modelRows.map(row => ({
      ...foundationModel(row, region),
      modelLifecycle: lifecycle(row.id, row.legacy),
    })),
    inferenceProfiles: [
      ...systemProfiles(rowsOf(geographicProfiles), rowsOf(globalProfiles), region),
      teamProfile(region),
    ],
    provisionedThroughputs: provisionedThroughputs(region),
    importedModels: importedModels(region),
    promptRouters: promptRouters(region, geographyOf(region)?.prefix),
  };
}

/** The profiles of the region's geography, if it has one, and those for the whole world. */
export function systemProfiles(
  geographic: readonly ModelRow[],
  global: readonly ModelRow[],
  region: string,
): ProfileSummary[] {
  const geography = geographyOf(region);
  return [
    ...(geography ? geographic.map(row => geographicProfile(row, region, geography)) : []),
    ...global.map(row => globalProfile(row, region)),
  ];
}

function geographyOf(region: string): Geography | undefined {
  return Object.entries(geographies).find(([start]) => region.startsWith(start))?.[1];
}

function rowsOf(ids: readonly string[]): ModelRow[] {
  return ids.map(id => modelRows.find(row => row.id === id)!);
}

/** All but its lifecycle. */
export function foundationModel(row: ModelRow, region: string) {
  const outputModalities = row.outputs.split(',');
  return {
    modelArn: modelArn(row.id, region),
    modelId: row.id,
    modelName: row.name,
    providerName: provider(row.id),
    inputModalities: row.inputs.split(','),
    outputModalities,
    responseStreamingSupported: outputModalities.includes('TEXT') && !row.id.includes('rerank'),
    customizationsSupported: [],
    inferenceTypesSupported: inferenceTypes[row.inference],
  };
}

function geographicProfile(row: ModelRow, region: string, { prefix, regions }: Geography): ProfileSummary {
  const reached = [...new Set([region, ...regions])];
  return systemProfile(row, region, prefix, reached, `in ${reached.join(', ')}`);
}

/** A global profile names the model once without a region: that one stands for wherever it is routed to. */
function globalProfile(row: ModelRow, region: string): ProfileSummary {
  return systemProfile(row, region, 'global', ['', region], 'globally across all supported AWS Regions');
}

function systemProfile(
  row: ModelRow,
  region: string,
  prefix: string,
  regions: readonly string[],
  where: string,
): ProfileSummary {
  const inferenceProfileId = `${prefix}.${row.id}`;
  const name = `${provider(row.id)} ${row.name}`;
  return profile({
    inferenceProfileId,
    inferenceProfileArn: ownArn(`inference-profile/${inferenceProfileId}`, region),
    inferenceProfileName: `${prefix === 'global' ? 'Global' : prefix.toUpperCase()} ${name}`,
    description: `Routes requests to ${name} ${where}.`,
    models: regions.map(reached => ({ modelArn: modelArn(row.id, reached) })),
    type: 'SYSTEM_DEFINED',
  });
}

function teamProfile(region: string): ProfileSummary {
  const { id, name, model } = applicationProfile;
  return profile({
    inferenceProfileId: id,
    inferenceProfileArn: ownArn(`application-inference-profile/${id}`, region),
    inferenceProfileName: name,
    description: 'Costs of the team assistant',
    models: [{ modelArn: modelArn(model, region) }],
    type: 'APPLICATION',
  });
}

function profile(summary: ProfileSummary & { inferenceProfileName: string; description: string }) {
  return { ...summary, status: 'ACTIVE', createdAt: created, updatedAt: created };
}

function provider(id: string): string {
  return providers[id.split('.')[0] ?? ''] ?? id;
}
