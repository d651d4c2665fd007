/** What the editor runs in place of a test suite: measures what the plan of this window load asks for. */
import { createRequire } from 'node:module';
import * as vscode from 'vscode';
import { type ColdList, type Measured, type Plan, readPlan, writeMeasured } from '../handover.ts';
import { measureAnswers } from './answers.ts';
import { calm } from './calm.ts';
import type { Begun, Timing } from './timing.ts';

export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension<Timing>('openclaw-bedrock.openclaw-bedrock');
  if (!extension) throw new Error('The extension is not there.');
  const timing = await extension.activate();
  await calm();
  const askedAt = Date.now();
  const { activation, listed } = await timing.begin();
  writeMeasured({ activation, askedAt, ...(await measure(readPlan(), listed)) });
}

async function measure(plan: Plan, listed: Begun['listed']): Promise<Partial<Measured>> {
  switch (plan.kind) {
    case 'cold-list':
      return { coldList: await measureColdList(plan.first) };
    case 'reload':
      return { listedAfterReload: (await listed) ?? NaN };
    case 'answers':
      return { answers: await measureAnswers() };
  }
}

/** Neither way has loaded its SDK yet. */
async function measureColdList(first: keyof ColdList): Promise<ColdList> {
  const ways = {
    extension: async () => {
      const models = await vscode.lm.selectChatModels({ vendor: 'amazon-bedrock' });
      if (models.length === 0) throw new Error('The cold list is empty.');
    },
    byHand: () => {
      const { listByHand } = createRequire(__filename)('./byHand.cjs') as typeof import('./byHand.ts');
      return listByHand();
    },
  };
  const measured = { extension: 0, byHand: 0 };
  const second = first === 'extension' ? 'byHand' : 'extension';
  for (const way of [first, second] as const) {
    const start = performance.now();
    await ways[way]();
    measured[way] = performance.now() - start;
  }
  return measured;
}
