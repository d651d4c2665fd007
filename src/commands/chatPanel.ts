/** The editor's chat panel, with Bedrock's models in it. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { type BedrockModel, PROVIDER_ID } from '../bedrock/models/bedrockModel.ts';
import { openSettings } from '../bedrock/fixes.ts';
import { type BuiltInChat, isChatHidden } from '../editor/builtInChat.ts';
import { addProviderGroup, canUseProviderGroups } from '../editor/providerGroups.ts';
import { type Fix, type Problem, ProblemError } from '../problem.ts';
import { offering } from '../state/offering.ts';
import type { Parts } from './parts.ts';
import { canChooseForSmallTasks, useForSmallTasks } from './smallTasks.ts';

const OPEN_CHAT = 'workbench.action.chat.open';
/** Has the panel begin with the participant, for a person to go on. */
const ADDRESS = { query: '@bedrock ', isPartialQuery: true };

/** The properties of a provider group; blank ones mean what this machine's own connection has. */
export interface Group {
  readonly name?: string;
  readonly region?: string;
  readonly profile?: string;
  readonly endpoint?: string;
  readonly apiKey?: string;
}

/**
 * Makes a provider group, with which the panel answers signed out; without one given, a person is asked first.
 * Resolves to whether there is another one now, and to undefined when it is called off.
 */
export async function addToChat(parts: Parts, group?: Group): Promise<boolean | undefined> {
  refuseClosedChat();
  if (!(await canUseProviderGroups())) throw new ProblemError(groupsUnsupported());
  if (parts.builtInChat.isMissing) throw new ProblemError(noBuiltInChat());
  const answer = group ? 'chat' : await askForConsent();
  if (answer === 'nothing') return undefined;
  const isNew = await addGroup(parts, group);
  if (answer === 'chat-and-small-tasks') await useForSmallTasks(await offeredModels(parts));
  return isNew;
}

async function offeredModels({ connections, config, choices }: Parts): Promise<BedrockModel[]> {
  const models = await (await connections.detected()).models();
  return models.filter(offering(models, choices, (await config.read()).value));
}

function addGroup({ builtInChat, groupsMade }: Parts, group?: Group): Thenable<boolean> {
  const title = l10n.t('Adding Bedrock to the chat panel');
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title }, async () => {
    // First, since without it the panel does not answer with any group.
    if (!(await builtInChat.enable())) throw new ProblemError(noBuiltInChat());
    const name = group?.name ?? l10n.t('Amazon Bedrock');
    const isNew = await addProviderGroup({ ...group, vendor: PROVIDER_ID, name });
    if (isNew) await groupsMade.set([...(groupsMade.get() ?? []), name]);
    await listAnew();
    return isNew;
  });
}

/**
 * The models go by other names once they stand in a group, and what was picked by the former is lost. The editor gives
 * them their names as it lists: first it asks for the group, then again for what is in none, which is nothing by then.
 */
async function listAnew(): Promise<void> {
  for (let round = 0; round < 3; round++) await vscode.lm.selectChatModels({ vendor: PROVIDER_ID });
}

/** Throws a `ProblemError` where the panel does not show, or takes no model. */
export function refuseClosedChat(): void {
  if (isChatHidden()) throw new ProblemError(chatHidden());
  if (!vscode.workspace.isTrusted) throw new ProblemError(chatRestricted());
}

/**
 * Opens the panel on a model, by its key. One should be named: what the panel had picked before goes by another name
 * once the models stand in a group. Where only participants answer, `@bedrock` is addressed already.
 */
export async function openChat({ isMissing }: BuiltInChat, key?: string): Promise<void> {
  const address = isMissing ? ADDRESS : {};
  const open = (options: object) => vscode.commands.executeCommand(OPEN_CHAT, { ...options, ...address });
  // An editor that does not take a model this way opens its chat all the same.
  await open({ modelSelector: { vendor: PROVIDER_ID, ...(key && { id: key }) } }).then(undefined, () =>
    open({}),
  );
}

async function askForConsent(): Promise<'chat' | 'chat-and-small-tasks' | 'nothing'> {
  const go = l10n.t('Use in Chat');
  const goFurther = l10n.t('Use for Titles Too');
  const canChoose = canChooseForSmallTasks();
  const explanation = l10n.t(
    'This adds "Amazon Bedrock" to the editor’s language models and turns on its built-in chat extension. The chat panel then answers with your Bedrock models, without a GitHub sign-in. "Bedrock: Stop Using in Chat" removes that entry again.',
  );
  const more = l10n.t(
    '"{0}" also has the cheapest of your models write what the editor asks by itself, such as titles of chats and commit messages; signed out, nothing does.',
    goFurther,
  );
  const answer = await vscode.window.showInformationMessage(
    l10n.t('Use Bedrock in the chat panel?'),
    {
      modal: true,
      detail: canChoose ? `${explanation}\n\n${more}` : explanation,
    },
    go,
    ...(canChoose ? [goFurther] : []),
  );
  if (answer === goFurther) return 'chat-and-small-tasks';
  return answer === go ? 'chat' : 'nothing';
}

export function groupsUnsupported(): Problem {
  return {
    code: 'editor-unsupported',
    title: l10n.t('This editor can’t use other models in its chat panel'),
    explanation: l10n.t('Ask "@bedrock" in the chat instead, or use a newer VS Code.'),
    fixes: [],
  };
}

function noBuiltInChat(): Problem {
  return {
    code: 'editor-unsupported',
    title: l10n.t('This editor comes without the built-in chat extension'),
    explanation: l10n.t(
      'Its chat panel can’t answer by itself, and nothing was changed. Begin your messages with "@bedrock": then your Bedrock models answer there. The sidebar and the OpenClaw commands work as ever.',
    ),
    fixes: [askBedrock()],
  };
}

function chatRestricted(): Problem {
  return {
    code: 'editor-unsupported',
    title: l10n.t('In a restricted folder the chat panel takes no model'),
    explanation: l10n.t(
      'Begin your messages with "@bedrock": then your Bedrock models answer there all the same. Or trust the folder, if you know who wrote what is in it.',
    ),
    fixes: [askBedrock(), { label: l10n.t('Manage Workspace Trust'), command: 'workbench.trust.manage' }],
  };
}

function askBedrock(): Fix {
  return { label: l10n.t('Ask @bedrock'), command: OPEN_CHAT, arguments: [ADDRESS] };
}

function chatHidden(): Problem {
  return {
    code: 'editor-unsupported',
    title: l10n.t('The chat is turned off in this editor'),
    explanation: l10n.t(
      'Turn off the setting "chat.disableAIFeatures" to see the chat panel; "@bedrock" then answers there. The sidebar and the OpenClaw commands work without it.',
    ),
    fixes: [openSettings('chat.disableAIFeatures')],
  };
}
