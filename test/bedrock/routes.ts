/** Maps a method and a path to the operation they call. */
import type { Operation } from './requests.ts';

export interface Route {
  operation: Operation | 'Unknown';
  modelId?: string;
}

const routes: readonly { method: string; path: RegExp; operation: Operation }[] = [
  { method: 'GET', path: /^\/foundation-models$/, operation: 'ListFoundationModels' },
  { method: 'GET', path: /^\/inference-profiles$/, operation: 'ListInferenceProfiles' },
  {
    method: 'GET',
    path: /^\/provisioned-model-throughputs$/,
    operation: 'ListProvisionedModelThroughputs',
  },
  { method: 'GET', path: /^\/imported-models$/, operation: 'ListImportedModels' },
  { method: 'GET', path: /^\/prompt-routers$/, operation: 'ListPromptRouters' },
  {
    method: 'GET',
    path: /^\/foundation-model-availability\/([^/]+)$/,
    operation: 'GetFoundationModelAvailability',
  },
  { method: 'POST', path: /^\/model\/([^/]+)\/converse$/, operation: 'Converse' },
  { method: 'POST', path: /^\/model\/([^/]+)\/converse-stream$/, operation: 'ConverseStream' },
];

export function route(method: string, path: string): Route {
  for (const { path: pattern, operation, ...route } of routes) {
    const match = route.method === method && pattern.exec(path);
    if (match) {
      const [, encodedId] = match;
      return encodedId === undefined ? { operation } : { operation, modelId: decode(encodedId) };
    }
  }
  return { operation: 'Unknown' };
}

function decode(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}
