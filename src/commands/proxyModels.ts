/** A proxy as Use an OpenAI-Compatible Proxy has it, and what that reads for it: its key and its models. */
import { loadCalls } from '../bedrock/loadCalls.ts';
import type { Listed } from '../bedrock/openai/readModelIds.ts';
import { network } from '../editor/settings.ts';
import type { ProxyKey } from '../openclaw/edits/proxyProvider.ts';
import type { Parts } from './parts.ts';

/** What the command can be called with. */
export interface GivenProxy {
  readonly baseUrl?: string;
  readonly providerId?: string;
  /** The name of the variable with the key; null: it needs none. */
  readonly keyVariable?: string | null;
  /** Their ids at the proxy; default: all that it lists. */
  readonly models?: readonly string[];
  /** Of these, the one that is made OpenClaw's primary model. */
  readonly primary?: string;
}

export interface SettledProxy {
  readonly baseUrl: string;
  readonly providerId: string;
  /** Undefined: as the config has it. */
  readonly keyVariable: string | null | undefined;
  readonly models: readonly string[];
  /** Those that the config has, and that are not wanted any more. */
  readonly gone: readonly string[];
  readonly primary: string | undefined;
}

/** The key by its variable. An empty one counts for none, as for OpenClaw. */
export async function keyOf({ config }: Parts, variable: string): Promise<ProxyKey> {
  const { values } = await config.environment();
  return { variable, isSet: Boolean(values[variable]?.trim()), file: config.environmentFile };
}

/** `key`: not kept. Throws only what `signal` is aborted with. */
export async function readModels(
  { connections, log }: Parts,
  baseUrl: string,
  key: string | undefined,
  signal?: AbortSignal,
): Promise<Listed> {
  const [{ readModelIds }, { connection }] = await Promise.all([loadCalls(), connections.detected()]);
  const asked = {
    baseUrl,
    key: key === '' ? undefined : key,
    connection,
    network,
    ...(signal && { signal }),
  };
  const listed = await readModelIds(asked);
  if ('problem' in listed) log.problem(listed.problem);
  return listed;
}
