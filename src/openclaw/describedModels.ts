/** What the provider block of OpenClaw's config says of models: limits and prices that go before all others. */
import type { Described } from '../bedrock/models/described.ts';
import { isObject, type JsonObject, type JsonValue, valueAt } from './jsonValue.ts';
import { PROVIDER } from './edits/provider.ts';

/** The entries that say something; a member of the wrong kind counts for nothing. */
export function describedModels(config: JsonObject | undefined): Described[] {
  const entries = valueAt(config, [...PROVIDER, 'models']);
  return (Array.isArray(entries) ? entries : []).flatMap(entry => {
    if (!isObject(entry) || typeof entry['id'] !== 'string') return [];
    const { id, cost } = entry;
    const [contextWindow, maxTokens] = [positive(entry['contextWindow']), positive(entry['maxTokens'])];
    const price = isObject(cost) ? priceOf(cost) : undefined;
    return [
      {
        id,
        ...(contextWindow && { contextWindow }),
        ...(maxTokens && { maxTokens }),
        ...(price && { price }),
      },
    ];
  });
}

/** OpenClaw writes zeros where it knows no price. */
function priceOf(cost: JsonObject): Described['price'] {
  const [input, output] = [amount(cost['input']), amount(cost['output'])];
  if (!input && !output) return undefined;
  return { input, output, cacheRead: amount(cost['cacheRead']), cacheWrite: amount(cost['cacheWrite']) };
}

function positive(value: JsonValue | undefined): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : undefined;
}

function amount(value: JsonValue | undefined): number {
  return typeof value === 'number' && value > 0 ? value : 0;
}
