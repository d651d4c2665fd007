/** Which models the chat's picker offers where nobody chose: a few that are worth choosing from, not all there are. */
import type { BedrockModel } from './bedrockModel.ts';
import { compare } from './order.ts';

/** More than a screenful is no choice. */
const MOST = 25;

/**
 * The keys of the newest model of each family and size, none of them legacy or made for one task; where those are too
 * many, of the good all-round ones and of the newest that can use tools. What somebody of this account made is always among them.
 */
export function offeredByDefault(models: readonly BedrockModel[]): ReadonlySet<string> {
  let keys = known.get(models);
  if (!keys) known.set(models, (keys = newestOfEach(models)));
  return keys;
}

/** A list is asked about for each of its models. */
const known = new WeakMap<readonly BedrockModel[], ReadonlySet<string>>();

function newestOfEach(models: readonly BedrockModel[]): ReadonlySet<string> {
  const [own, listed] = [models.filter(isOwn), models.filter(model => !isOwn(model) && !isRouter(model))];
  const byLine = Map.groupBy(
    listed.filter(({ legacy, facts }) => !legacy && facts.general),
    ({ provider, facts }) => `${provider} ${facts.line}`,
  );
  const newest = [...byLine.values()].flatMap(its => its.toSorted(newestFirst)[0] ?? []);
  return new Set(
    [...own, ...newest.sort(byUse).slice(0, Math.max(0, MOST - own.length))].map(({ key }) => key),
  );
}

function isOwn({ routes: [{ kind }] }: BedrockModel): boolean {
  return kind === 'provisioned' || kind === 'imported';
}

/** AWS makes some for every account, and of models that are old by now. */
function isRouter({ routes: [{ kind }] }: BedrockModel): boolean {
  return kind === 'router';
}

function newestFirst(a: BedrockModel, b: BedrockModel): number {
  return (b.released ?? 0) - (a.released ?? 0) || compare(b.name, a.name) || compare(b.key, a.key);
}

function byUse(a: BedrockModel, b: BedrockModel): number {
  return (
    Number(b.facts.allRound) - Number(a.facts.allRound) ||
    TOOLS.indexOf(a.facts.tools) - TOOLS.indexOf(b.facts.tools) ||
    newestFirst(a, b)
  );
}

const TOOLS = ['streaming', 'whole-answers', 'none'];
