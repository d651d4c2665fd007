/** What the check of a config depends on besides its text. Asks neither AWS nor the network. */
import type { CheckContext } from '../openclaw/checkConfig.ts';
import { includedAt } from '../openclaw/includedAt.ts';
import type { Installation } from '../openclaw/layout.ts';
import type { Connections } from './connections.ts';
import type { OpenClawConfig } from './openclawConfig.ts';

export interface CheckParts {
  readonly config: OpenClawConfig;
  readonly connections: Connections;
  readonly installation: () => Promise<Installation>;
}

/** For one of the config's files; for another file, as if it were a config of its own. */
export async function checkContext(
  { config, connections, installation }: CheckParts,
  file: string,
): Promise<CheckContext & Required<Pick<CheckContext, 'models' | 'at'>>> {
  const [state, list, installed] = await Promise.all([config.read(), connections.detected(), installation()]);
  const at = includedAt(state, file);
  // Of several files, none has the whole config: open documents count as they are typed.
  const whole = at && state.includes.length > 0 ? (await config.asEdited()).value : undefined;
  return {
    installation: installed,
    region: list.connection.region.name,
    models: await list.known(),
    at: at ?? [],
    ...(state.read && { read: state.read }),
    ...(whole && { config: whole }),
  };
}
