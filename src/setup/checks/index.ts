/** Every check, in the order in which they are run and shown. */
import type { Check } from '../check.ts';
import { foundationModels, inferenceProfiles, oneToken } from './bedrock.ts';
import { caller, credentials, region } from './connection.ts';
import { gateway } from './gateway.ts';
import { config, version } from './openclaw.ts';
import { usage } from './usage.ts';

export const CHECKS: readonly Check[] = [
  config,
  version,
  credentials,
  caller,
  region,
  foundationModels,
  inferenceProfiles,
  oneToken,
  usage,
  gateway,
];
