/** The steps in which a person describes a proxy: its address, its name, its key, the models, and the primary one. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { loadCatalogue } from '../bedrock/models/figures.ts';
import { shortPrice, shortTokens } from '../bedrock/models/words.ts';
import { baseUrlOf, baseUrlProblem, isUnencrypted, worksWithoutKey } from '../bedrock/openai/baseUrl.ts';
import { type KnownModel, knownModel } from '../bedrock/openai/knownModel.ts';
import { isForOtherTasks } from '../bedrock/openai/modelIds.ts';
import type { Listed } from '../bedrock/openai/readModelIds.ts';
import { askPick, askPicks, askText, BACK, type Back, type PickItem } from '../editor/ask.ts';
import { primaryRef } from '../openclaw/edits/primaryModel.ts';
import { keyVariableIn, modelsIn, providerIn, providersAt } from '../openclaw/edits/proxyProvider.ts';
import type { JsonObject, JsonValue } from '../openclaw/jsonValue.ts';
import { writtenConfig } from '../openclaw/readConfig.ts';
import { apiKeyProblem } from './connectionWords.ts';
import type { Parts } from './parts.ts';
import { type GivenProxy, readModels, type SettledProxy } from './proxyModels.ts';
import { providerIdProblem, suggestedId, suggestedVariable, variableProblem } from './proxyWords.ts';

type Draft = Partial<SettledProxy>;
/** Gets what is known so far, and resolves to more of it. */
type Step = (world: World, draft: Draft, frame: Frame) => Promise<Draft | Back | undefined>;

interface World {
  readonly parts: Parts;
  readonly config: JsonObject;
  /** The same with its variables as they are written. */
  readonly written: JsonValue | undefined;
  /** What the answers are to begin with. */
  readonly given: GivenProxy;
}

interface Frame {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
  readonly canGoBack: boolean;
}

/** More models than these are not all wanted by everybody. */
const FEW = 20;

/** Undefined when it is called off. */
export async function askForProxy(
  parts: Parts,
  config: JsonObject,
  given: GivenProxy,
): Promise<SettledProxy | undefined> {
  const world = { parts, config, written: writtenConfig(await parts.config.asEdited()), given };
  const steps: Step[] = [askForUrl, askForId, askForKey, askForModels(), askForPrimary];
  const drafts: Draft[] = [{}];
  while (drafts.length <= steps.length) {
    const at = drafts.length - 1;
    const frame = {
      title: l10n.t('Use an OpenAI-Compatible Proxy'),
      step: at + 1,
      totalSteps: steps.length,
      canGoBack: at > 0,
    };
    const answer = await steps[at]?.(world, drafts[at] ?? {}, frame);
    if (answer === undefined) return undefined;
    if (answer === BACK) drafts.pop();
    else drafts.push(answer);
  }
  const { baseUrl = '', providerId = '', keyVariable, models = [], gone = [], primary } = drafts.at(-1) ?? {};
  return { baseUrl, providerId, keyVariable, models, gone, primary };
}

const askForUrl: Step = async (world, draft, frame) => {
  let value = draft.baseUrl ?? world.given.baseUrl ?? '';
  for (;;) {
    const typed = await askText({
      ...frame,
      prompt: l10n.t('The base URL of the proxy’s API, up to its version'),
      placeholder: 'https://litellm.example.com/v1',
      value,
      problemOf: text => baseUrlProblem(baseUrlOf(text)),
    });
    if (typeof typed !== 'string') return typed;
    const baseUrl = baseUrlOf(typed);
    if (!isUnencrypted(baseUrl) || (await isUnencryptedWanted(baseUrl))) return { baseUrl };
    value = baseUrl.replace(/^http:/, 'https:');
  }
};

async function isUnencryptedWanted(baseUrl: string): Promise<boolean> {
  const use = l10n.t('Use It Unencrypted');
  const answer = await vscode.window.showWarningMessage(
    l10n.t('The proxy’s address is not encrypted'),
    {
      modal: true,
      detail: l10n.t(
        'Over {0}, the key and all that is asked and answered can be read, and changed, on the way. Cancel to give an address with https://.',
        baseUrl,
      ),
    },
    use,
  );
  return answer === use;
}

const askForId: Step = async ({ config, given }, draft, frame) => {
  const { baseUrl = '' } = draft;
  const here = providersAt(config, baseUrl);
  const providerId = await askText({
    ...frame,
    prompt: l10n.t('What OpenClaw is to call the proxy at {0}', baseUrl),
    placeholder: 'bedrock-proxy',
    value: given.providerId ?? here[0] ?? suggestedId(baseUrl),
    problemOf: text => providerIdProblem(text, here),
  });
  if (typeof providerId !== 'string') return providerId;
  return { ...draft, providerId: providerIn(config, providerId) ?? providerId };
};

const OTHER = Symbol('other');

const askForKey: Step = async (world, draft, frame) => {
  const { parts, written, given } = world;
  const { baseUrl = '', providerId = '' } = draft;
  const { values } = await parts.config.environment();
  const now = keyVariableIn(written, providerId);
  const names = [...new Set([given.keyVariable, now, suggestedVariable(providerId)])].filter(
    name => name != null,
  );
  const picked = await askPick<string | typeof OTHER | null>({
    ...frame,
    placeholder: l10n.t('Which environment variable holds the key? The config gets its name alone'),
    items: [
      ...names.map(name => ({
        label: name,
        description: [
          values[name]?.trim() ? l10n.t('set') : l10n.t('not set yet'),
          name === now && l10n.t('in the config'),
        ]
          .filter(Boolean)
          .join(' · '),
        value: name,
      })),
      { label: l10n.t('Another variable …'), value: OTHER },
      ...(worksWithoutKey(baseUrl)
        ? [{ label: l10n.t('No key'), description: l10n.t('the proxy asks for none'), value: null }]
        : []),
    ],
  });
  if (picked === undefined || picked === BACK) return picked;
  if (picked !== OTHER) return { ...draft, keyVariable: picked };
  const keyVariable = await askText({
    ...frame,
    prompt: l10n.t('The name of the environment variable that holds the key'),
    placeholder: suggestedVariable(providerId),
    problemOf: variableProblem,
  });
  if (keyVariable === BACK) return askForKey(world, draft, frame);
  return keyVariable === undefined ? undefined : { ...draft, keyVariable };
};

/** What a proxy lists, and where it was found to be in the end. */
interface Found {
  readonly baseUrl: string;
  readonly ids: readonly string[];
}

function askForModels(): Step {
  // Who comes back to this step finds the list as it was.
  let last: { readonly draft: Draft; readonly found: Found } | undefined;
  const step: Step = async (world, draft, frame) => {
    const found = last?.draft === draft ? last.found : await read(world, draft, frame);
    if (found === undefined || found === BACK) return found;
    last = { draft, found };
    const there = modelsIn(world.config, draft.providerId ?? '');
    const models = await askPicks({
      ...frame,
      placeholder: l10n.t('Choose the models that OpenClaw is to know'),
      items: await modelItems(found.ids, there),
    });
    if (models === undefined || models === BACK) return models;
    if (models.length === 0) return step(world, draft, frame);
    return {
      ...draft,
      baseUrl: found.baseUrl,
      models,
      gone: there.filter(id => !models.includes(id)),
    };
  };
  return step;
}

/** `there`: those that the config has, which are what is picked to begin with. */
async function modelItems(ids: readonly string[], there: readonly string[]): Promise<PickItem<string>[]> {
  const catalogue = await loadCatalogue();
  const isFew = ids.length <= FEW;
  const itemOf = (id: string): PickItem<string> => ({
    label: id,
    description: knownWords(knownModel(id, catalogue)),
    isCurrent: there.length > 0 ? there.includes(id) : isFew && !isForOtherTasks(id),
    value: id,
  });
  const unlisted = there.filter(id => !ids.includes(id));
  return [
    ...ids.map(itemOf),
    ...(unlisted.length > 0 ? [{ heading: l10n.t('in the config, not listed by the proxy') }] : []),
    ...unlisted.map(itemOf),
  ];
}

function knownWords({ name, contextWindow, price }: KnownModel): string {
  const words = [name, contextWindow && shortTokens(contextWindow), price && shortPrice(price)];
  return words.filter(Boolean).join(' · ');
}

/** Asks the proxy. A person is asked for a key that is not set, and told what is in the way. */
async function read({ parts }: World, draft: Draft, frame: Frame): Promise<Found | Back | undefined> {
  const { keyVariable } = draft;
  const { values } = await parts.config.environment();
  let { baseUrl = '' } = draft;
  let key = keyVariable ? values[keyVariable]?.trim() : undefined;
  let prompt =
    keyVariable && !key
      ? l10n.t(
          '{0} is not set yet. Paste the key to read the models now: it is kept nowhere. Empty: ask without it',
          keyVariable,
        )
      : undefined;
  for (;;) {
    if (prompt !== undefined) {
      const typed = await askForSecret(prompt, frame);
      if (typeof typed !== 'string') return typed;
      key = typed;
    }
    const answer = await reading(parts, baseUrl, key);
    if (answer === undefined) return undefined;
    if ('ids' in answer) return { baseUrl, ids: answer.ids };

    const next = await askWhatNext(answer, keyVariable !== null);
    if (next === undefined) return BACK;
    if (next === 'elsewhere' && answer.elsewhere !== undefined) baseUrl = answer.elsewhere;
    prompt =
      next === 'key' ? l10n.t('Paste another key to read the models now: it is kept nowhere') : undefined;
  }
}

function askForSecret(prompt: string, frame: Frame): Promise<string | Back | undefined> {
  return askText({
    ...frame,
    prompt,
    placeholder: l10n.t('Paste the key here'),
    isSecret: true,
    problemOf: text => (text ? apiKeyProblem(text) : undefined),
  });
}

/** Undefined when it is cancelled. */
async function reading(parts: Parts, baseUrl: string, key: string | undefined): Promise<Listed | undefined> {
  const title = l10n.t('Asking {0} for its models', new URL(baseUrl).host);
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    async (_progress, token) => {
      const cancelling = new AbortController();
      token.onCancellationRequested(() => cancelling.abort());
      try {
        return await readModels(parts, baseUrl, key, cancelling.signal);
      } catch (error) {
        if (cancelling.signal.aborted) return undefined;
        throw error;
      }
    },
  );
}

type Next = 'elsewhere' | 'key' | 'again';

/** Undefined: to change what was answered before. */
async function askWhatNext(
  { problem, elsewhere }: Exclude<Listed, { readonly ids: unknown }>,
  hasKey: boolean,
): Promise<Next | undefined> {
  const isAboutKey =
    hasKey && ['credentials-refused', 'key-missing', 'api-key-invalid'].includes(problem.code);
  const buttons: (vscode.MessageItem & { readonly next: Next })[] = [
    ...(elsewhere ? [{ title: l10n.t('Use {0}', elsewhere), next: 'elsewhere' as const }] : []),
    ...(isAboutKey ? [{ title: l10n.t('Enter Another Key'), next: 'key' as const }] : []),
    { title: l10n.t('Try Again'), next: 'again' },
  ];
  const answer = await vscode.window.showWarningMessage(
    problem.title,
    { modal: true, detail: problem.explanation },
    ...buttons,
  );
  return answer?.next;
}

const askForPrimary: Step = async ({ config, given }, draft, frame) => {
  const { models = [], providerId = '' } = draft;
  const now = primaryRef(config);
  const primary = await askPick<string | null>({
    ...frame,
    placeholder: l10n.t('Make one of them OpenClaw’s primary model?'),
    items: [
      {
        label: now ? l10n.t('Leave the primary model as it is') : l10n.t('No primary model for now'),
        ...(now && { description: now }),
        value: null,
      },
      { heading: l10n.t('the proxy’s models') },
      ...models.map(id => ({
        label: id,
        isCurrent: `${providerId}/${id}` === now || id === given.primary,
        value: id,
      })),
    ],
  });
  if (primary === undefined || primary === BACK) return primary;
  return primary === null ? draft : { ...draft, primary };
};
