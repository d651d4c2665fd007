/** Times answers as a caller in the editor sees them: our provider and the smallest one, asked in turns. */
import * as vscode from 'vscode';
import { type Answers, type Burst, BURSTS, type Compared, MANY_ANSWERS, MODEL_ID } from '../handover.ts';
import { heapUsed } from './heap.ts';

type Models = Record<keyof Compared, vscode.LanguageModelChat>;

const WARM_UPS = 15;
const SHORT_ANSWERS = 80;
const LONG_ANSWERS = 5;
/** How often the heap is looked at. What the editor itself keeps for a while goes up and down. */
const HEAPS = 4;

export async function measureAnswers(): Promise<Answers> {
  const models = { ours: await modelOf('amazon-bedrock'), reference: await modelOf('bench-reference') };
  await inTurns(models, WARM_UPS, firstToken);
  const firstTokens = await inTurns(models, SHORT_ANSWERS, firstToken);
  const bursts = {
    'small deltas': await measureBurst(models, 'small deltas'),
    'large deltas': await measureBurst(models, 'large deltas'),
  };
  return { firstToken: firstTokens, bursts, asked: WARM_UPS + SHORT_ANSWERS + 2 * (1 + LONG_ANSWERS) };
}

async function measureBurst(models: Models, burst: Burst): Promise<Compared> {
  const measureOne = (model: vscode.LanguageModelChat) => deltasPerSecond(model, burst);
  await inTurns(models, 1, measureOne);
  return inTurns(models, LONG_ANSWERS, measureOne);
}

/** Bytes of heap that an answer leaves behind. */
export async function measureMemory(): Promise<Compared> {
  const models = { ours: await modelOf('amazon-bedrock'), reference: await modelOf('bench-reference') };
  await inTurns(models, WARM_UPS, firstToken);
  return inTurns(models, HEAPS, leftBehind);
}

async function leftBehind(model: vscode.LanguageModelChat): Promise<number> {
  const before = heapUsed();
  const answers = MANY_ANSWERS / HEAPS;
  for (let time = 0; time < answers; time++) await firstToken(model);
  return (heapUsed() - before) / answers;
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

async function deltasPerSecond(model: vscode.LanguageModelChat, burst: Burst): Promise<number> {
  const { deltas, bytes } = BURSTS[burst];
  const start = performance.now();
  const response = await ask(model, burst);
  let characters = 0;
  for await (const text of response.text) characters += text.length;
  if (characters !== deltas * bytes) throw new Error(`${model.vendor} passed on ${characters} characters.`);
  return deltas / ((performance.now() - start) / 1000);
}

function ask(model: vscode.LanguageModelChat, prompt: string): Thenable<vscode.LanguageModelChatResponse> {
  return model.sendRequest([vscode.LanguageModelChatMessage.User(prompt)]);
}
