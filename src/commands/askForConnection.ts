/** The steps in which a person describes a connection: its name, how it signs in, its region, and the end. */
import * as l10n from '@vscode/l10n';
import { explainCredentials, originName } from '../bedrock/connection/explain.ts';
import { askPick, askText, BACK, type Back } from '../editor/ask.ts';
import { apiKeyProblem, endpointProblem } from './connectionWords.ts';
import type { Parts } from './parts.ts';
import { profileItems } from './profileItems.ts';
import { regionItems, regionWords, typedRegion } from './regionItems.ts';
import { regionChoice } from './selectRegion.ts';
import type { Group } from './chatPanel.ts';

/** A connection to be. */
export type NewConnection = Group & { readonly name: string };

type Draft = Partial<NewConnection>;
/** Gets what is known so far, and resolves to more of it. */
type Step = (parts: Parts, draft: Draft, frame: Frame) => Promise<Draft | Back | undefined>;

interface Frame {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
  readonly canGoBack: boolean;
}

/** Undefined when it is called off. `taken`: names that there are already. */
export async function askForConnection(
  parts: Parts,
  taken: ReadonlySet<string>,
): Promise<NewConnection | undefined> {
  const steps: Step[] = [askForName(taken), askForCredentials, askForRegion, askForEnd];
  const drafts: Draft[] = [{}];
  while (drafts.length <= steps.length) {
    const at = drafts.length - 1;
    const frame = {
      title: l10n.t('Add a Connection to Bedrock'),
      step: at + 1,
      totalSteps: steps.length,
      canGoBack: at > 0,
    };
    const answer = await steps[at]?.(parts, drafts[at] ?? {}, frame);
    if (answer === undefined) return undefined;
    if (answer === BACK) drafts.pop();
    else drafts.push(answer);
  }
  const { name = '', ...rest } = drafts.at(-1) ?? {};
  return { name, ...rest };
}

function askForName(taken: ReadonlySet<string>): Step {
  // Who comes back to this step finds what was typed.
  let last = [...taken].at(-1) ?? '';
  return async (_parts, draft, frame) => {
    const name = await askText({
      ...frame,
      prompt: l10n.t('The name under which the editor lists its models'),
      placeholder: l10n.t('Such as Work, or Bedrock in Europe'),
      value: last,
      problemOf: text => {
        if (!text) return l10n.t('Give it a name.');
        return taken.has(text)
          ? l10n.t('There is a connection of this name already. Choose another.')
          : undefined;
      },
    });
    if (typeof name !== 'string') return name;
    last = name;
    return { ...draft, name };
  };
}

const OWN = { by: 'machine' } as const;
const KEY = { by: 'key' } as const;
type Credentials = typeof OWN | typeof KEY | { readonly by: 'profile'; readonly profile: string };

const askForCredentials: Step = async (parts, draft, frame) => {
  const { list } = await parts.connections.profiles();
  const { connection } = await parts.connections.detected();
  const picked = await askPick<Credentials>({
    ...frame,
    placeholder: l10n.t('How does it sign in?'),
    items: [
      {
        label: l10n.t('What this machine has'),
        description: explainCredentials(connection.credentials),
        value: OWN,
      },
      {
        label: l10n.t('A Bedrock API key'),
        description: l10n.t('kept in the editor’s secret storage'),
        value: KEY,
      },
      ...(list.length > 0 ? [{ heading: l10n.t('AWS profiles') }] : []),
      ...profileItems(list, undefined).map(item => ({
        ...item,
        value: { by: 'profile' as const, profile: item.value },
      })),
    ],
  });
  if (picked === undefined || picked === BACK) return picked;
  if (picked.by === 'machine') return draft;
  if (picked.by === 'profile') return { ...draft, profile: picked.profile };
  const apiKey = await askText({
    ...frame,
    prompt: l10n.t('The Bedrock API key of this connection'),
    placeholder: l10n.t('Paste the key here'),
    isSecret: true,
    problemOf: apiKeyProblem,
  });
  if (apiKey === BACK) return askForCredentials(parts, draft, frame);
  return apiKey === undefined ? undefined : { ...draft, apiKey };
};

const askForRegion: Step = async (parts, draft, frame) => {
  const choice = await regionChoice(parts, '', draft.profile);
  const { region: detected } = (await parts.connections.detected()).connection;
  const region = await askPick({
    ...frame,
    placeholder: l10n.t('In which region? Type a name or a place'),
    items: regionItems({ ...choice, otherwise: `${detected.name} (${originName(detected.origin)})` }),
    itemOf: typedRegion,
  });
  return typeof region === 'string' ? { ...draft, ...(region && { region }) } : region;
};

const askForEnd: Step = async (parts, draft, frame) => {
  const { name = '', profile, apiKey, region } = draft;
  const signs = apiKey ? l10n.t('API key') : (profile ?? l10n.t('the credentials of this machine'));
  const picked = await askPick({
    ...frame,
    placeholder: l10n.t('Is this right?'),
    items: [
      {
        label: l10n.t('Add "{0}"', name),
        description: [signs, region ? regionWords(region) : l10n.t('the region of this machine')].join(' · '),
        value: 'add',
      },
      {
        label: l10n.t('Use a private endpoint first …'),
        description: l10n.t('a VPC endpoint or a gateway of your own'),
        value: 'endpoint',
      },
    ],
  });
  if (picked !== 'endpoint') return picked === 'add' ? draft : (picked as Back | undefined);
  const endpoint = await askText({
    ...frame,
    prompt: l10n.t('The URL of the endpoint'),
    placeholder: 'https://bedrock.example.com',
    problemOf: endpointProblem,
  });
  if (endpoint === BACK) return askForEnd(parts, draft, frame);
  return endpoint === undefined ? undefined : { ...draft, endpoint };
};
