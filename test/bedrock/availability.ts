/** Whether the account may use a model: what GetFoundationModelAvailability says, and what invocation goes by. */
import type { ModelLists } from './lists.ts';
import { Refusal } from './refusal.ts';
import { checkShape, structure } from './rules/shape.ts';

/** As the service says it. */
export interface Availability {
  /** The provider's terms, which somebody of the account accepts. */
  agreementAvailability: {
    status: 'AVAILABLE' | 'PENDING' | 'NOT_AVAILABLE' | 'ERROR';
    errorMessage?: string;
  };
  authorizationStatus: 'AUTHORIZED' | 'NOT_AUTHORIZED';
  entitlementAvailability: 'AVAILABLE' | 'NOT_AVAILABLE';
  regionAvailability: 'AVAILABLE' | 'NOT_AVAILABLE';
}

/** By foundation model id. A model that isn't named, and what isn't said of one that is, is as it should be. */
export type Availabilities = Readonly<Record<string, Partial<Availability>>>;

const usual: Availability = {
  agreementAvailability: { status: 'AVAILABLE' },
  authorizationStatus: 'AUTHORIZED',
  entitlementAvailability: 'AVAILABLE',
  regionAvailability: 'AVAILABLE',
};

/** Of a model whose terms nobody accepted. */
export const withoutAccess: Partial<Availability> = {
  agreementAvailability: { status: 'NOT_AVAILABLE' },
  entitlementAvailability: 'NOT_AVAILABLE',
};

/** Ids of models only; a profile's has the form of one, an ARN has not. */
const request = structure(
  {
    modelId: {
      kind: 'string',
      max: 140,
      pattern:
        '[a-z0-9-]{1,63}[.]{1}[a-z0-9-]{1,63}([a-z0-9-]{1,63}[.]){0,2}[a-z0-9-]{1,63}([:][a-z0-9-]{1,63}){0,2}' +
        '(/[a-z0-9]{12}|)',
    },
  },
  'modelId',
);

export function getFoundationModelAvailability(
  modelId: string,
  { foundationModels }: ModelLists,
  availabilities: Availabilities,
): object {
  checkShape({ modelId }, request);
  if (!foundationModels.some(model => model.modelId === modelId)) {
    const message = 'Could not resolve the foundation model from the provided model identifier.';
    throw new Refusal(404, 'ResourceNotFoundException', message);
  }
  return { modelId, ...availabilityOf(modelId, availabilities) };
}

/** Whether the account may invoke the model, wherever that is. */
export function hasAccess(modelId: string, availabilities: Availabilities): boolean {
  const { agreementAvailability, authorizationStatus, entitlementAvailability } = availabilityOf(
    modelId,
    availabilities,
  );
  return (
    agreementAvailability.status === 'AVAILABLE' &&
    authorizationStatus === 'AUTHORIZED' &&
    entitlementAvailability === 'AVAILABLE'
  );
}

/** Whether the region itself has the model; a profile may still lead to one that has. */
export function isInRegion(modelId: string, availabilities: Availabilities): boolean {
  return availabilityOf(modelId, availabilities).regionAvailability === 'AVAILABLE';
}

function availabilityOf(modelId: string, availabilities: Availabilities): Availability {
  return { ...usual, ...availabilities[modelId] };
}
