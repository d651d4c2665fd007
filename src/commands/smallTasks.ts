/** The model of the editor's own small tasks, such as titles of chats and commit messages: signed out it has none. */
import * as vscode from 'vscode';
import { type BedrockModel, PROVIDER_ID } from '../bedrock/models/bedrockModel.ts';

/** The editor's settings for such models, and the one for what stands in for them. */
const MODELS = ['utilityModel', 'utilitySmallModel'];
const STAND_IN = 'byokUtilityModelDefault';

/** Whether this editor lets somebody choose, and nobody has. */
export function canChooseForSmallTasks(): boolean {
  const settings = vscode.workspace.getConfiguration('chat');
  return [...MODELS, STAND_IN].every(name => {
    const found = settings.inspect(name);
    return found?.defaultValue !== undefined && found.globalValue === undefined;
  });
}

/** Has the cheapest of these models do them; where no price is known, the one that the chat is on. */
export async function useForSmallTasks(models: readonly BedrockModel[]): Promise<void> {
  const settings = vscode.workspace.getConfiguration('chat');
  const set = (name: string, value: string) =>
    settings.update(name, value, vscode.ConfigurationTarget.Global);
  const cheapest = cheapestOf(models);
  if (!cheapest) return set(STAND_IN, 'mainAgent');
  for (const name of MODELS) await set(name, `${PROVIDER_ID}/${cheapest.key}`);
}

/** Leaves the editor's small tasks to what it would take by itself, where a model of Bedrock does them. */
export async function stopUsingForSmallTasks(): Promise<void> {
  const settings = vscode.workspace.getConfiguration('chat');
  for (const name of MODELS) {
    const isOurs = settings.get<string>(name, '').startsWith(`${PROVIDER_ID}/`);
    if (isOurs) await settings.update(name, undefined, vscode.ConfigurationTarget.Global);
  }
}

/** By the price of a token in and one out. */
function cheapestOf(models: readonly BedrockModel[]): BedrockModel | undefined {
  const priced = models.flatMap(model => {
    const [{ price }] = model.routes;
    return price ? [{ model, cost: price.input + price.output }] : [];
  });
  return priced.toSorted((a, b) => a.cost - b.cost)[0]?.model;
}
