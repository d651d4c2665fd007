/** The edits of plans, for tests of what they do to texts. */
import { editsOf, type Plan, type Surroundings } from '../../../src/openclaw/edits/plan.ts';
import { planPrimary } from '../../../src/openclaw/edits/primaryModel.ts';
import type { Edit } from '../../../src/openclaw/editConfig.ts';
import type { JsonObject } from '../../../src/openclaw/jsonValue.ts';
import { layoutOf } from '../../../src/openclaw/layout.ts';

/** A machine with credentials in its environment and an OpenClaw of this version; no models known. */
export function around(version = '2026.9.6', more: Partial<Surroundings> = {}): Surroundings {
  return {
    installation: { version, source: 'cli', layout: layoutOf(version) },
    hasCredentialMarker: true,
    openclawRegion: 'us-east-1',
    region: 'us-east-1',
    models: [],
    isPluginMissing: false,
    ...more,
  };
}

/** What callers get who neither ask nor allow anything beyond. */
export function impliedEdits(plan: Plan): Edit[] {
  return editsOf(plan, ({ consent }) => consent === 'implied');
}

export function primaryEdits(config: JsonObject, ref: string): Edit[] {
  return impliedEdits(planPrimary(config, ref, around()));
}
