/** OpenClaw's own modes in which nobody may write its config. */

const SWITCHES = ['OPENCLAW_CONFIG_READONLY', 'OPENCLAW_NIX_MODE'];

/** The variable that forbids writing, or undefined where none does. */
export function readOnlySwitch(
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  return SWITCHES.find(name => ['1', 'true'].includes(environment[name]?.trim().toLowerCase() ?? ''));
}
