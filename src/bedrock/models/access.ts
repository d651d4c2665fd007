/** Whether this account may use a model, in Bedrock's words and in ours. */
import type { GetFoundationModelAvailabilityResponse } from '@aws-sdk/client-bedrock';
import * as l10n from '@vscode/l10n';
import type { Problem } from '../../problem.ts';
import { consoleUrl } from '../../regions.ts';
import type { BedrockModel, Route, RouteKind } from './bedrockModel.ts';

export const ACCESSES = ['ready', 'needs-agreement', 'pending', 'not-authorised', 'not-in-region'] as const;
export type Access = (typeof ACCESSES)[number];

/** The first obstacle of those that an answer names, the one that no other can be mended before. */
export function accessOf({
  regionAvailability,
  authorizationStatus,
  agreementAvailability,
  entitlementAvailability,
}: Partial<GetFoundationModelAvailabilityResponse>): Access {
  if (regionAvailability === 'NOT_AVAILABLE') return 'not-in-region';
  if (authorizationStatus === 'NOT_AUTHORIZED') return 'not-authorised';
  if (agreementAvailability?.status === 'PENDING') return 'pending';
  const isAgreed = (agreementAvailability?.status ?? 'AVAILABLE') === 'AVAILABLE';
  return isAgreed && entitlementAvailability !== 'NOT_AVAILABLE' ? 'ready' : 'needs-agreement';
}

/** In a few words; what stands in the way names the way out in `accessProblem`. */
export function accessName(access: Access): string {
  return {
    ready: l10n.t('ready'),
    'needs-agreement': l10n.t('needs agreement'),
    pending: l10n.t('agreement pending'),
    'not-authorised': l10n.t('not authorised'),
    'not-in-region': l10n.t('not in this region'),
  }[access];
}

/** What stands in the way of using a model, and what does something about it; none where nothing does. */
export function accessProblem(
  access: Access,
  { key, name }: Pick<BedrockModel, 'key' | 'name'>,
  region: string,
): Problem | undefined {
  if (access === 'ready') return undefined;
  const explanation = {
    'needs-agreement': l10n.t(
      'Nobody of this account has agreed to the model’s terms yet. Where that is allowed, the first question agrees to them; some providers ask for a description of the use on the model’s page in the console first.',
    ),
    pending: l10n.t(
      'The agreement is being made. Refresh in some minutes, or look at its page in the console.',
    ),
    'not-authorised': l10n.t(
      'The account or its organisation does not allow this model. Ask whoever manages the AWS account, or look at its page in the console.',
    ),
    'not-in-region': l10n.t('Bedrock does not have this model in {0}. Choose another region.', region),
  }[access];
  return {
    code: 'model-access',
    title: l10n.t('{0}: {1}', name, accessName(access)),
    explanation,
    fixes: [
      access === 'not-in-region'
        ? { label: l10n.t('Select Region'), command: 'openclawBedrock.selectRegion' }
        : { label: l10n.t('Open in the Console'), url: modelPage(key, region) },
    ],
  };
}

/** The console's page about a model, by the route that leads to it: what somebody made has pages of its own. */
export function routePage({ key }: Pick<BedrockModel, 'key'>, { kind }: Route, region: string): string {
  const place = PLACES[kind];
  return place ? consoleUrl(region, `/bedrock/home#/${place}`) : modelPage(key, region);
}

const PLACES: Readonly<Partial<Record<RouteKind, string>>> = {
  application: 'inference-profiles',
  provisioned: 'provisioned-throughput',
  imported: 'imported-models',
  router: 'prompt-routers',
};

/** A foundation model's page in the console's catalogue, where access is requested too. */
export function modelPage(modelId: string, region: string): string {
  return consoleUrl(region, `/bedrock/home#/model-catalog/serverless/${encodeURIComponent(modelId)}`);
}
