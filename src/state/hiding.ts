/** What in OpenClaw's settings for discovery keeps models from view. */
import type { BedrockModel } from '../bedrock/models/bedrockModel.ts';
import type { DiscoverySettings } from '../bedrock/models/discoverySettings.ts';
import { discoveryPlace } from '../openclaw/discoverySettings.ts';
import { type JsonObject, pathWords } from '../openclaw/jsonValue.ts';

export interface Hiding {
  /** The member of the config that does it, in full. */
  readonly setting: string;
  /** The only providers that stay in view, in lower case; none where discovery is off, so that nobody even asks. */
  readonly providers: readonly string[];
  /** True where the editor shows the models all the same. */
  readonly isOverruled: boolean;
}

/** Undefined where nothing is hidden. `settings` are those of this config. */
export function hidingOf(
  config: JsonObject | undefined,
  { enabled, providerFilter }: DiscoverySettings,
  isOverruled: boolean,
): Hiding | undefined {
  const isOff = enabled === false;
  if (!isOff && providerFilter.length === 0) return undefined;
  const member = isOff ? 'enabled' : 'providerFilter';
  return {
    setting: pathWords([...discoveryPlace(config), member]),
    providers: isOff ? [] : providerFilter,
    isOverruled,
  };
}

/** Whether it keeps this model from view, or would if it were not overruled; OpenClaw's rule, an exact match. */
export function hides({ providers }: Hiding, { provider }: BedrockModel): boolean {
  return !providers.includes(provider.toLowerCase());
}

/** Whether Bedrock is not to be asked at all. */
export function isDiscoveryOff(hiding: Hiding | undefined): boolean {
  return hiding?.providers.length === 0 && !hiding.isOverruled;
}
