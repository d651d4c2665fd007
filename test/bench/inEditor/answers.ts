/** Times answers as a caller in the editor sees them: our provider and the smallest one, asked in turns. */
import * as vscode from 'vscode';
import { type Answers, BURST_DELTAS, BURST_PROMPT, type Compared, MODEL_ID } from '../handover.ts';

type Models = Record<keyof Compared, vscode.LanguageModelChat>;

const WARM_UPS = 15;
const SHORT_ANSWERS = 80;
const BURSTS = 5;

export async function measureAnswers(): Promise<Answers> {
  const models = { ours: await modelOf('amazon-bedrock'), reference: await modelOf('bench-reference') };
  await inTurns(models, WARM_UPS, firstToken);
  const firstTokens = await inTurns(models, SHORT_ANSWERS, firstToken);
  await inTurns(models, 1, deltasPerSecond);
  const bursts = await inTurns(models, BURSTS, deltasPerSecond);
  return { firstToken: firstTokens, burst: bursts, asked: WARM_UPS + SHORT_ANSWERS + 1 + BURSTS };
}

async function modelOf(vendor: string): Promise<vscode.LanguageModelChat> {
  const [model] = await vscode.lm.selectChatModels({ vendor, id: MODEL_ID });
  if (!model) throw new Error(`${vendor} lists no model ${MODEL_ID}.`);
  return model;
}

/** Measures both the same number of times; who goes first changes each time. */
async function inTurns(
  models: Models,
  times: number,
  measure: (model: vscode.LanguageModelChat) => Promise<number>,
): Promise<Compared> {
  const measured = { ours: new Array<number>(), reference: new Array<number>() };
  for (let time = 0; time < times; time++) {
    const order = time % 2 === 0 ? (['ours', 'reference'] as const) : (['reference', 'ours'] as const);
    for (const who of order) measured[who].push(await measure(models[who]));
  }
  return measured;
}

/** Milliseconds from the request until the first text is there. */
async function firstToken(model: vscode.LanguageModelChat): Promise<number> {
  const start = performance.now();
  const response = await ask(model, 'short');
  let first: number | undefined;
  for await (const text of response.text) if (text) first ??= performance.now() - start;
  if (first === undefined) throw new Error(`${model.vendor} answered without a text.`);
  return first;
}

async function deltasPerSecond(model: vscode.LanguageModelChat): Promise<number> {
  const start = performance.now();
  const response = await ask(model, BURST_PROMPT);
  let characters = 0;
  for await (const text of response.text) characters += text.length;
  if (characters !== 5 * BURST_DELTAS) throw new Error(`${model.vendor} passed on ${characters} characters.`);
  return BURST_DELTAS / ((performance.now() - start) / 1000);
}

function ask(model: vscode.LanguageModelChat, prompt: string): Thenable<vscode.LanguageModelChatResponse> {
  return model.sendRequest([vscode.LanguageModelChatMessage.User(prompt)]);
}
