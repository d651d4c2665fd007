/** OpenClaw's own modes in which nobody may write its config. */
import type { Environment } from './environment.ts';

const SWITCHES = ['OPENCLAW_CONFIG_READONLY', 'OPENCLAW_NIX_MODE'];

/** The variable that forbids writing, or undefined where none does. */
export function readOnlySwitch(environment: Environment): string | undefined {
  return SWITCHES.find(name => ['1', 'true'].includes(environment[name]?.trim().toLowerCase() ?? ''));
}
