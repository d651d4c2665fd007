/** Refs of models and names of providers in a config, held against the models that are known in the region. */
import * as l10n from '@vscode/l10n';
import {
  type BedrockModel,
  IMPORTED,
  invocationIdOfRef,
  PROVIDER_ID,
} from '../../bedrock/models/bedrockModel.ts';
import { discoverySettings } from '../discoverySettings.ts';
import { allowing } from '../edits/allowlist.ts';
import { entryPath } from '../edits/provider.ts';
import type { JsonObject, Path } from '../jsonValue.ts';
import { nearest } from '../nearest.ts';
import type { Finding, FindingFix } from './finding.ts';
import { judgeId, vendorOf } from './refs.ts';

export interface ModelContext {
  /** Empty: not known, so nothing is said of them. */
  readonly models: readonly BedrockModel[];
  readonly region: string;
  /** The whole config as OpenClaw reads it. */
  readonly config: JsonObject;
}

/** A finding without its place, which the caller knows. */
export type Judged = Pick<Finding, 'code' | 'severity' | 'message'> & {
  /** What to put there instead, the best first. */
  readonly instead: readonly string[];
  readonly fixes?: readonly FindingFix[];
};

/** What is wrong with the model of a ref. Other providers' models are not judged. */
export function judgeRef(ref: string, use: 'used' | 'listed', context: ModelContext): Judged | undefined {
  const id = invocationIdOfRef(ref);
  if (id === undefined || id === '*') return undefined;
  const judged = judgeEntryId(id, context) ?? unknownModel(id, context);
  return (
    judged && {
      ...judged,
      severity: use === 'listed' ? 'information' : judged.severity,
      instead: judged.instead.map(each => `${PROVIDER_ID}/${each}`),
    }
  );
}

/** What is wrong with an id in the provider block: an unknown one is somebody's own knowledge. */
export function judgeEntryId(id: string, { models, region }: ModelContext): Judged | undefined {
  const judgement = judgeId(id, models);
  switch (judgement.kind) {
    case 'needs-profile':
      return {
        code: 'model-needs-profile',
        severity: 'warning',
        message: l10n.t(
          'Bedrock takes requests for "{0}" only through an inference profile. Use "{1}" instead.',
          id,
          judgement.instead[0] ?? '',
        ),
        instead: judgement.instead,
      };
    case 'profile-elsewhere':
      return {
        code: 'profile-elsewhere',
        severity: 'warning',
        message: l10n.t(
          '"{0}" is an inference profile that {1} does not have. Use one of that region, or set another region.',
          id,
          region,
        ),
        instead: judgement.instead,
      };
    default:
      return undefined;
  }
}

function unknownModel(id: string, { models, region, config }: ModelContext): Judged | undefined {
  const judgement = judgeId(id, models);
  if (judgement.kind !== 'unknown' || entryPath(config, id)) return undefined;
  const vendor = vendorOf(id, models);
  const isFiltered =
    discoverySettings(config).providerFilter.length > 0 &&
    !models.some(({ key }) => key.startsWith(`${vendor}.`));
  return {
    code: 'unknown-model',
    severity: isFiltered ? 'information' : 'warning',
    message: isFiltered
      ? l10n.t(
          'The provider filter leaves models such as "{0}" out, so it is not known whether {1} has it. Add its provider to providerFilter.',
          id,
          region,
        )
      : l10n.t(
          'Bedrock lists no model "{0}" in {1}. Choose another, or refresh the models if it is new.',
          id,
          region,
        ),
    instead: judgement.instead,
    fixes: [{ label: l10n.t('Refresh Models'), command: 'openclawBedrock.refreshModels' }],
  };
}

/** A Bedrock model that is used and that the allowlist in force leaves out. */
export function judgeAllowed(ref: string, path: Path, { config }: ModelContext): Judged | undefined {
  if (invocationIdOfRef(ref) === undefined) return undefined;
  const agent = path[1] === 'defaults' ? undefined : path.slice(0, 3);
  const [missing] = allowing(config, [ref], agent);
  if (!missing) return undefined;
  return {
    code: 'model-not-allowed',
    severity: 'warning',
    message: l10n.t(
      '"{0}" is not among the models that OpenClaw may use, so it can be refused. Add it to them.',
      ref,
    ),
    instead: [],
    fixes: [{ label: missing.text, edits: missing.edits }],
  };
}

/** A name in the provider filter that no known model's provider has. */
export function judgeProvider(name: string, { models, region }: ModelContext): Judged | undefined {
  const seen = providersOf(models);
  const wanted = name.trim().toLowerCase();
  if (seen.length === 0 || seen.includes(wanted)) return undefined;
  return {
    code: 'unknown-provider',
    severity: 'information',
    message: l10n.t(
      'No model of a provider "{0}" was seen in {1}. There are: {2}.',
      name,
      region,
      seen.join(', '),
    ),
    instead: nearest(wanted, seen, 1),
  };
}

/** Providers in lower case, as the filter of OpenClaw compares them. */
export function providersOf(models: readonly BedrockModel[]): string[] {
  const providers = models.map(({ provider }) => provider).filter(provider => provider !== IMPORTED);
  return [...new Set(providers.map(provider => provider.toLowerCase()))].sort();
}
