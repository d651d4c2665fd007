/** A world in which every check passes, for tests that change it. */
import { wholeReport, checkSetup, type Line } from '../../../src/setup/setupReport.ts';
import type { CheckId } from '../../../src/setup/check.ts';
import type { SetupWorld } from '../../../src/setup/setupWorld.ts';
import { type Problem, ProblemError } from '../../../src/problem.ts';

export const ACCOUNT = '123456789012';

const passing: SetupWorld = {
  config: () => Promise.resolve({ path: '~/openclaw.json', isSetUp: true, findings: [] }),
  version: () =>
    Promise.resolve({
      isSetUp: true,
      version: '2026.9.6',
      source: 'cli',
      needsPlugin: true,
      obstacles: [],
    }),
  credentials: () =>
    Promise.resolve({ signedBy: 'access keys', openclaw: 'env: AWS_PROFILE', conflicts: [] }),
  caller: () => Promise.resolve({ account: ACCOUNT, arn: `arn:aws:iam::${ACCOUNT}:user/jane` }),
  region: () => Promise.resolve({ name: 'eu-central-1', origin: 'AWS_REGION', conflicts: [] }),
  foundationModels: () => Promise.resolve(60),
  inferenceProfiles: () => Promise.resolve(29),
  model: () => Promise.resolve({ name: 'Nova Pro', id: 'amazon.nova-pro-v1:0', isPrimary: true }),
  converse: () => Promise.resolve(123.4),
  usage: () =>
    Promise.resolve({
      primary: 'amazon-bedrock/amazon.nova-pro-v1:0',
      isBedrock: true,
      hasOtherBedrock: false,
      refusedBy: undefined,
      agents: [],
    }),
  gateway: () =>
    Promise.resolve({
      isSetUp: true,
      remote: undefined,
      address: '127.0.0.1:18789',
      answer: 'gateway',
      canStart: true,
    }),
};

export function worldWith(changes: Partial<SetupWorld> = {}): SetupWorld {
  return { ...passing, ...changes };
}

/** The same facts but for these. */
export function factsWith<Name extends keyof SetupWorld>(
  name: Name,
  changes: Partial<NonNullable<Awaited<ReturnType<SetupWorld[Name]>>>>,
): Partial<SetupWorld> {
  const facts = passing[name] as (...args: never[]) => Promise<object>;
  return { [name]: async () => ({ ...(await facts()), ...changes }) };
}

export function problem(code: Problem['code'], fixes: Problem['fixes'] = []): Problem {
  return { code, title: `The title of ${code}`, explanation: `The explanation of ${code}.`, fixes };
}

/** What is thrown at the door of one function. */
export function throwing(found: Problem) {
  return () => Promise.reject(new ProblemError(found));
}

/** All lines, by the ids of their checks. */
export async function linesOf(changes: Partial<SetupWorld> = {}): Promise<Record<CheckId, Line>> {
  const { lines } = await wholeReport(checkSetup(worldWith(changes), new AbortController().signal));
  return Object.fromEntries(lines.map(line => [line.id, line])) as Record<CheckId, Line>;
}
