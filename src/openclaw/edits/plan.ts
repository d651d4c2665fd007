/** What a command is about to change in OpenClaw's config: all of it, in words too, before anything is changed. */
import type { BedrockModel } from '../../bedrock/models/bedrockModel.ts';
import type { Fix, Problem } from '../../problem.ts';
import type { Edit } from '../editConfig.ts';
import { EXAMPLE_VERSIONS, type Installation, layoutOf } from '../layout.ts';

export interface Plan {
  /** The members asked for. */
  readonly edits: readonly Edit[];
  /** What changes beside them. */
  readonly related: readonly RelatedChange[];
  /** What stays in the way of what was asked for. */
  readonly warnings: readonly Warning[];
}

/** A change beyond the member asked for: people are asked before it is made. */
export interface RelatedChange {
  /** What it does and where, beginning with a verb; no full stop. */
  readonly text: string;
  readonly edits: readonly Edit[];
  /**
   * `implied`: what was asked for can't do without it, so that callers who can't be asked get it too; `optional`:
   * made only when agreed to; `required`: nothing at all is changed unless it is agreed to.
   */
  readonly consent: 'implied' | 'optional' | 'required';
  /** True when it is made before what was asked for, which builds on it. */
  readonly isFirst?: boolean;
}

export interface Warning {
  /** A whole sentence or two. */
  readonly text: string;
  readonly fix?: Fix;
  /** True for what is told once a window, since it stays true for a while. */
  readonly isLasting?: boolean;
}

/** What the plans depend on besides the config itself. */
export interface Surroundings {
  readonly installation: Installation;
  /** Whether OpenClaw's environment names credentials, so that its discovery is on by itself. */
  readonly hasCredentialMarker: boolean;
  /** The region that OpenClaw uses where its config names none. */
  readonly openclawRegion: string;
  /** The region that the editor lists models in. */
  readonly region: string;
  /** The models known there; empty where nobody has looked yet. */
  readonly models: readonly BedrockModel[];
  /** True when this version gets Bedrock from a plugin that is not there. */
  readonly isPluginMissing: boolean;
  /** How OpenClaw reaches Bedrock otherwise than the editor does for the list that the model was chosen from. */
  readonly differences?: readonly Problem[];
}

/** The edits of a plan, with those related changes that are agreed to; none where a required one is not. */
export function editsOf({ edits, related }: Plan, isAgreed: (change: RelatedChange) => boolean): Edit[] {
  if (related.some(change => change.consent === 'required' && !isAgreed(change))) return [];
  const agreed = related.filter(isAgreed);
  const editsIn = (isFirst: boolean) =>
    agreed.filter(change => (change.isFirst === true) === isFirst).flatMap(change => change.edits);
  return [...editsIn(true), ...edits, ...editsIn(false)];
}

/**
 * Whether what a plan changes depends on the version of OpenClaw, where nothing tells which one it is for: whether
 * some version would have any of it otherwise. What older ones need besides is not asked about.
 */
export function dependsOnVersion(plan: (around: Surroundings) => Plan, around: Surroundings): boolean {
  if (around.installation.source !== 'assumed') return false;
  const changes = (its: Surroundings) => editsOf(plan(its), () => true).map(edit => JSON.stringify(edit));
  const assumed = changes(around);
  return EXAMPLE_VERSIONS.some(({ version }) => {
    const installation: Installation = { version, source: 'setting', layout: layoutOf(version) };
    const its = new Set(changes({ ...around, installation }));
    return assumed.some(change => !its.has(change));
  });
}
