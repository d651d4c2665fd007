/** What every command that edits OpenClaw's config does: plan, ask once for what goes beyond, write, tell. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { openSettings } from '../bedrock/fixes.ts';
import { notifyProblem } from '../editor/notify.ts';
import {
  dependsOnVersion,
  editsOf,
  type Plan,
  type RelatedChange,
  type Surroundings,
  type Warning,
} from '../openclaw/edits/plan.ts';
import type { JsonObject } from '../openclaw/jsonValue.ts';
import { type Problem, ProblemError, withoutDetails } from '../problem.ts';
import type { ModelList } from '../state/modelList.ts';
import { announceChange } from './announceChange.ts';
import { settleConfig } from './chooseConfig.ts';
import type { Parts } from './parts.ts';
import { whichOpenClaw } from './whichOpenClaw.ts';

/** What callers can allow beforehand; people are asked instead. */
export interface EditOptions {
  /** Make the config when there is none. */
  readonly create?: boolean;
  /** Make the changes too that go beyond the member asked for. */
  readonly allowRelated?: boolean;
  /** For buttons that a person clicks: ask about those, as by hand. */
  readonly ask?: boolean;
}

/** What a command that edits the config answers. */
export interface EditResult {
  readonly path: string;
  readonly ref?: string;
  readonly changed: boolean;
  /** What was not done for want of consent, in words. */
  readonly notDone: readonly string[];
  readonly warnings: readonly string[];
  readonly problem?: Problem;
}

/** A change that somebody asked for. */
export interface Change {
  /** The ref that it is about, if there is one. */
  readonly ref?: string;
  /** Throws a `ProblemError` where the arguments make no sense, before anything is asked of anyone. */
  readonly check?: () => unknown;
  /** The models that it was chosen from; default: those of the detected connection. */
  readonly list?: ModelList | undefined;
  /** Whether the plan depends on what Bedrock lists. */
  readonly needsModels?: boolean;
  readonly plan: (config: JsonObject, around: Surroundings) => Plan;
  /** What is asked before anything beyond it is changed. */
  readonly question: string;
  /** What is said when it is made, and when it was so already: whole sentences. */
  readonly done: string;
  readonly same: string;
}

/** By a person, who can be asked; or with arguments, and then nothing is asked. */
export type By = 'hand' | EditOptions;

/** How a command was called: with a value for what it would ask, or by hand. */
export function calledWith(argument: unknown, options: EditOptions | undefined): By {
  const isGiven = typeof argument === 'string' || Array.isArray(argument);
  return isGiven && options?.ask !== true ? (options ?? {}) : 'hand';
}

/** The answer of a command that was called off. */
export function unchanged({ config }: Parts): EditResult {
  return { path: config.path, changed: false, notDone: [], warnings: [] };
}

export async function makeChange(parts: Parts, by: By, change: Change): Promise<EditResult> {
  const { ref } = change;
  const nothing = (notDone: readonly string[] = [], warnings: readonly string[] = []): EditResult => ({
    ...unchanged(parts),
    ...(ref !== undefined && { ref }),
    notDone,
    warnings,
  });
  try {
    change.check?.();
    if (by === 'hand' && !(await settleConfig(parts))) return nothing();
    const { path, problem, value = {} } = await parts.config.asEdited();
    const isMissing = problem?.code === 'config-missing';
    const create = isMissing && (by === 'hand' || by.create === true);
    if (problem && !create) throw new ProblemError(problem);
    await parts.configEditor.refuseWhereReadOnly();

    const title = l10n.t('Looking at OpenClaw and Bedrock');
    const surroundings = () =>
      vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () =>
        parts.installed.surroundings({ models: change.needsModels === true, list: change.list }),
      );
    let around = await surroundings();
    const isUnsure = dependsOnVersion(each => change.plan(value, each), around);
    if (isUnsure && by === 'hand') {
      if (!(await whichOpenClaw(parts))) return nothing();
      around = await surroundings();
    }

    const { related } = change.plan(value, around);
    const agreed =
      by === 'hand'
        ? await askAbout(related, change, create ? path : undefined)
        : related.filter(each => isGiven(each, by));
    if (!agreed) return nothing();

    // Made afresh from the config as it is at the time of writing; agreed is what was seen in words.
    let plan: Plan | undefined;
    const texts = new Set(agreed.map(({ text }) => text));
    const written = await parts.configEditor.apply(
      config => editsOf((plan = change.plan(config, around)), ({ text }) => texts.has(text)),
      { create },
    );
    const notDone = (plan?.related ?? related).filter(({ text }) => !texts.has(text)).map(({ text }) => text);
    const warnings = [...(plan?.warnings ?? []), ...(isUnsure && by !== 'hand' ? [assumedVersion()] : [])];
    const isRefused = (plan?.related ?? related).some(
      ({ consent, text }) => consent === 'required' && !texts.has(text),
    );
    if (!isRefused) void announceChange(parts, written, change, { warnings, notDone });
    return {
      ...nothing(
        notDone,
        warnings.map(({ text }) => text),
      ),
      changed: written !== undefined,
    };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    parts.log.problem(error.problem);
    if (by === 'hand') void notifyProblem(error.problem);
    return { ...nothing(), problem: withoutDetails(error.problem) };
  }
}

function assumedVersion(): Warning {
  return {
    text: l10n.t(
      'Which OpenClaw the config is for is not known, so that it is changed for the newest. Say which one in the settings.',
    ),
    fix: openSettings('openclawBedrock.openclawVersion'),
  };
}

function isGiven({ consent }: RelatedChange, { allowRelated }: EditOptions): boolean {
  return consent === 'implied' || allowRelated === true;
}

/**
 * Those of the changes that are agreed to, after showing all in one question; undefined when the whole is called
 * off. `created`: the config that would have to be made.
 */
async function askAbout(
  related: readonly RelatedChange[],
  { question }: Change,
  created: string | undefined,
): Promise<readonly RelatedChange[] | undefined> {
  if (related.length === 0 && created === undefined) return related;
  const optional = related.filter(({ consent }) => consent === 'optional');
  const needed = related.filter(({ consent }) => consent !== 'optional');
  const creation =
    created === undefined ? [] : [l10n.t('Create the config, which is not there yet: {0}', created)];
  const listed = (intro: string, texts: readonly string[]) =>
    texts.length > 0 ? [intro, ...texts.map(text => `• ${text}`)] : [];
  const detail = [
    ...listed(l10n.t('This will also:'), [...creation, ...needed.map(({ text }) => text)]),
    ...listed(
      l10n.t('So that it works, it can:'),
      optional.map(({ text }) => text),
    ),
  ].join('\n');

  const all = created !== undefined && related.length === 0 ? l10n.t('Create') : l10n.t('Make All Changes');
  const only = needed.length > 0 ? l10n.t('Only What Is Needed') : l10n.t('Only What I Asked For');
  const buttons = optional.length > 0 ? [all, only] : [all];
  const answer = await vscode.window.showInformationMessage(question, { modal: true, detail }, ...buttons);
  if (answer === all) return related;
  return answer === only ? needed : undefined;
}
