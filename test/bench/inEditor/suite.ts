/** What the editor runs in place of a test suite: measures what the plan of this window load asks for. */
import { createRequire } from 'node:module';
import * as vscode from 'vscode';
import {
  type ColdList,
  MANY_MODELS,
  type Measured,
  type Plan,
  readPlan,
  writeMeasured,
} from '../handover.ts';
import { measureAnswers, measureMemory } from './answers.ts';
import { heapUsed } from './heap.ts';
import { calm } from './calm.ts';
import { modelsListed, type Timing } from './timing.ts';
import { measureTree } from './tree.ts';

export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension<Timing>('openclaw-bedrock.openclaw-bedrock');
  if (!extension) throw new Error('The extension is not there.');
  const timing = await extension.activate();
  await calm();
  const measured = await measure(readPlan(), timing);
  writeMeasured({ activation: (await timing.begin()).activation, ...measured });
}

async function measure(plan: Plan, timing: Timing): Promise<Partial<Measured>> {
  switch (plan.kind) {
    case 'activation':
      return {};
    case 'reload': {
      const { start, listed } = await timing.begin();
      return { listedAfterReload: ((await listed) ?? NaN) - start };
    }
    case 'first-tree': {
      const { start, drawn } = await timing.begin();
      return { firstTree: ((await drawn) ?? NaN) - start };
    }
    case 'cold-list':
      return { coldList: await measureColdList(plan.first, timing) };
    case 'answers':
      return { answers: await measureAnswers() };
    case 'memory':
      return { leftBehind: await measureMemory() };
    case 'heap-of-models':
      return { heapOfModels: await measureHeapOfModels() };
    case 'tree':
      return { tree: measureTree() };
    case 'no-credentials':
      return { told: await measureTelling() };
  }
}

/** Neither way has loaded its SDK yet. */
async function measureColdList(first: keyof ColdList, timing: Timing): Promise<ColdList> {
  const measured = { extension: 0, byHand: 0 };
  const second = first === 'extension' ? 'byHand' : 'extension';
  for (const way of [first, second] as const) {
    measured[way] = await (way === 'extension' ? listByExtension(timing) : listByHand());
  }
  return measured;
}

/** Asked for right after the activation, since the extension may have asked by itself. */
async function listByExtension(timing: Timing): Promise<number> {
  const { activated } = await timing.begin();
  return (await modelsListed()) - activated;
}

async function listByHand(): Promise<number> {
  const start = performance.now();
  const byHand = createRequire(__filename)('./byHand.cjs') as typeof import('./byHand.ts');
  await byHand.listByHand();
  return performance.now() - start;
}

/** Listed as the chat's picker has them. */
async function measureHeapOfModels(): Promise<number> {
  const before = heapUsed();
  const models = await vscode.lm.selectChatModels({ vendor: 'amazon-bedrock' });
  if (models.length !== MANY_MODELS) throw new Error(`${models.length} models are listed.`);
  return heapUsed() - before;
}

/** Refreshing ends when there are models or the view says why there are none. */
async function measureTelling(): Promise<number> {
  const start = performance.now();
  const models = await vscode.commands.executeCommand<unknown[]>('openclawBedrock.refreshModels');
  if (models.length > 0) throw new Error('There are credentials.');
  return performance.now() - start;
}
