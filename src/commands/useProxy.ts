/** OpenClaw: Use an OpenAI-Compatible Proxy. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { useProxy as useProxyFix } from '../bedrock/fixes.ts';
import { loadCatalogue } from '../bedrock/models/figures.ts';
import { baseUrlOf, baseUrlProblem, isUnencrypted, worksWithoutKey } from '../bedrock/openai/baseUrl.ts';
import { knownModel } from '../bedrock/openai/knownModel.ts';
import { planProxyProvider, providerIn, providersAt, proxyEntry } from '../openclaw/edits/proxyProvider.ts';
import { isObject, type JsonValue } from '../openclaw/jsonValue.ts';
import { ProblemError } from '../problem.ts';
import { askForProxy } from './askForProxy.ts';
import { type EditOptions, type EditResult, makeChange, unchanged } from './change.ts';
import { refuseOddTarget } from './chosenModel.ts';
import { configByHand } from './configByHand.ts';
import type { Command, Parts } from './parts.ts';
import { type GivenProxy, keyOf, readModels, type SettledProxy } from './proxyModels.ts';
import {
  keyNeeded,
  notABaseUrl,
  notAProviderId,
  notAVariable,
  notItsModel,
  notModels,
  unencrypted,
} from './proxyProblems.ts';
import { providerIdProblem, suggestedId, suggestedVariable, variableProblem } from './proxyWords.ts';

export const useProxy: Command = {
  id: 'openclawBedrock.useProxy',
  /** Called with a proxy it asks nothing; `keyVariable: null` is for one that needs no key. */
  run: async (parts: Parts, given?: GivenProxy, options?: EditOptions): Promise<EditResult> => {
    const isGiven = isObject(given) && !(given instanceof vscode.TreeItem);
    if (!isGiven) refuseOddTarget(given);
    const isByHand = !isGiven || options?.ask === true;
    const proxy = isByHand ? await byHand(parts, isGiven ? given : {}) : await settled(parts, given);
    return proxy ? write(parts, isByHand ? 'hand' : (options ?? {}), proxy) : unchanged(parts);
  },
};

async function byHand(parts: Parts, given: GivenProxy): Promise<SettledProxy | undefined> {
  const config = await configByHand(parts, { canBeMade: true });
  return config && askForProxy(parts, config, given);
}

async function write(parts: Parts, by: 'hand' | EditOptions, proxy: SettledProxy): Promise<EditResult> {
  const { providerId: id, baseUrl, keyVariable, models, gone, primary } = proxy;
  const [catalogue, key] = await Promise.all([
    loadCatalogue(),
    typeof keyVariable === 'string' ? keyOf(parts, keyVariable) : keyVariable,
  ]);
  const entries = models.map(model => proxyEntry(model, knownModel(model, catalogue)));
  return makeChange(parts, by, {
    ...(primary !== undefined && { ref: `${id}/${primary}` }),
    plan: (config, around) =>
      planProxyProvider(config, { id, baseUrl, key, models: entries, gone, primary }, around),
    question: l10n.t('Have OpenClaw use the proxy at {0}?', baseUrl),
    done: l10n.t('OpenClaw now has {0} from the proxy at {1}.', someOf(id, models), baseUrl),
    same: l10n.t('OpenClaw’s config has the proxy at {0} like this already.', baseUrl),
  });
}

/** The refs of a few models, and how many there are besides. */
function someOf(id: string, models: readonly string[]): string {
  const [shown, others] = [models.slice(0, 3), models.length - 3];
  const refs = shown.map(model => `${id}/${model}`).join(', ');
  return others > 0 ? l10n.t('{0} and {1} more models', refs, others) : refs;
}

/** What is given, made whole. Throws a `ProblemError` for what can't be, and for models that can't be read. */
async function settled(parts: Parts, given: GivenProxy): Promise<SettledProxy> {
  const { value = {} } = await parts.config.asEdited();
  const baseUrl = checkedUrl(given.baseUrl);
  const { id: providerId, isNew } = checkedId(given.providerId, baseUrl, value);
  const keyVariable =
    given.keyVariable === undefined && isNew ? suggestedVariable(providerId) : given.keyVariable;
  refuseKey(keyVariable, baseUrl);
  const proxy = { baseUrl, providerId, keyVariable };
  const models = given.models ? checkedModels(given.models, baseUrl) : await listed(parts, proxy);
  const { primary } = given;
  if (primary !== undefined && !models.includes(primary))
    throw new ProblemError(notItsModel(primary, baseUrl));
  return { ...proxy, models, gone: [], primary };
}

function checkedUrl(given: unknown): string {
  const baseUrl = baseUrlOf(typeof given === 'string' ? given : '');
  const problem = baseUrlProblem(baseUrl);
  if (problem) throw new ProblemError(notABaseUrl(problem));
  if (isUnencrypted(baseUrl)) throw new ProblemError(unencrypted(baseUrl));
  return baseUrl;
}

/** As the config has it where it does, in whichever case; by default what is asked there already. */
function checkedId(given: unknown, baseUrl: string, config: JsonValue): { id: string; isNew: boolean } {
  const wanted = given === undefined ? (providersAt(config, baseUrl)[0] ?? suggestedId(baseUrl)) : given;
  const text = typeof wanted === 'string' ? wanted : '';
  const known = providerIn(config, text);
  const problem = providerIdProblem(known ?? text, known === undefined ? [] : [known]);
  if (problem) throw new ProblemError(notAProviderId(problem, baseUrl));
  return { id: known ?? text, isNew: known === undefined };
}

function refuseKey(variable: unknown, baseUrl: string): void {
  if (variable === undefined) return;
  if (variable === null) {
    if (!worksWithoutKey(baseUrl)) throw new ProblemError(keyNeeded(baseUrl));
    return;
  }
  const problem = variableProblem(typeof variable === 'string' ? variable : '');
  if (problem) throw new ProblemError(notAVariable(problem, baseUrl));
}

function checkedModels(given: readonly unknown[], baseUrl: string): string[] {
  const ids = Array.isArray(given) ? given.filter(id => typeof id === 'string' && id.trim() !== '') : [];
  if (ids.length > 0 && ids.length === given.length) return [...new Set(ids as string[])];
  throw new ProblemError(notModels(baseUrl));
}

async function listed(
  parts: Parts,
  proxy: Pick<SettledProxy, 'baseUrl' | 'providerId' | 'keyVariable'>,
): Promise<readonly string[]> {
  const { baseUrl, keyVariable } = proxy;
  const { values } = await parts.config.environment();
  const answer = await readModels(parts, baseUrl, keyVariable ? values[keyVariable]?.trim() : undefined);
  if ('ids' in answer) return answer.ids;
  const { problem, elsewhere } = answer;
  const use = elsewhere && useProxyFix(l10n.t('Use {0}', elsewhere), { ...proxy, baseUrl: elsewhere });
  throw new ProblemError({ ...problem, fixes: use ? [use, ...problem.fixes] : problem.fixes });
}
