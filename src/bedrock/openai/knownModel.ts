/** What is known of a Bedrock model by the id that a proxy in front of Bedrock gives it. */
import type { Input } from '../models/bedrockModel.ts';
import { DEFAULT_DISCOVERY } from '../models/discoverySettings.ts';
import {
  type Catalogue,
  limitsOf,
  plainId,
  type Price,
  priceOf,
  withoutGeography,
} from '../models/figures.ts';
import { modelFacts } from '../models/modelFacts.ts';

/** What is not known is absent. */
export interface KnownModel {
  readonly name?: string;
  readonly input?: readonly Input[];
  readonly contextWindow?: number;
  readonly maxTokens?: number;
  readonly price?: Price;
}

/** `id`: Bedrock's own, also with what LiteLLM puts before it, or the bare name of the model: `claude-sonnet-4-5`. */
export function knownModel(id: string, catalogue: Catalogue): KnownModel {
  const bare = bareId(id);
  const key = Object.hasOwn(catalogue, bare) ? bare : keyByName(bare, catalogue);
  const modelId = withoutGeography(key ?? bare);
  const { contextWindow, maxTokens, sources } = limitsOf(
    modelId,
    modelFacts(modelId),
    catalogue,
    DEFAULT_DISCOVERY,
  );
  const known = [modelId, key ?? '']
    .filter(each => Object.hasOwn(catalogue, each))
    .map(each => catalogue[each])[0];
  const price = priceOf(modelId, bare, catalogue);
  return {
    ...(known?.name && { name: known.name.replace(/ \([^)]*\)$/, '') }),
    ...(known?.input && { input: known.input }),
    ...(sources.contextWindow !== 'default' && { contextWindow }),
    ...(sources.contextWindow !== 'default' && sources.maxTokens !== 'default' && { maxTokens }),
    ...(price && { price }),
  };
}

/** Without `bedrock/`, and the route and region that can follow it; of an ARN its last part. */
function bareId(id: string): string {
  const [, below = id] = /(?:^|\/)bedrock\/(.+)$/.exec(id) ?? [];
  return below
    .replace(/^(converse|invoke|converse_like)\//, '')
    .replace(/^[a-z]{2}(-[a-z]+)+-\d\//, '')
    .replace(/^arn:.*\//, '');
}

/** The entry of this name, where all that have it agree on its limits: one on demand before those of geographies. */
function keyByName(bare: string, catalogue: Catalogue): string | undefined {
  const wanted = nameIn(bare);
  const keys = Object.keys(catalogue).filter(key => nameIn(key) === wanted);
  const limits = keys.map(key => `${catalogue[key]?.contextWindow ?? 0}/${catalogue[key]?.maxTokens ?? 0}`);
  if (new Set(limits).size !== 1) return undefined;
  return keys.find(key => withoutGeography(key) === key) ?? keys[0];
}

/** An id less its geography, vendor, version and date, with hyphens for dots: `claude-sonnet-4-5`. */
function nameIn(id: string): string {
  return plainId(withoutGeography(id.toLowerCase()))
    .replace(/^[a-z\d-]+[./](?=[a-z])/, '')
    .replace(/-20\d{6}(?=-|$)/, '')
    .replaceAll('.', '-');
}
