/** Commands that make one model something in OpenClaw's config: they differ in the place and in the words. */
import type { Plan, Surroundings } from '../openclaw/edits/plan.ts';
import type { JsonObject } from '../openclaw/jsonValue.ts';
import { calledWith, type EditOptions, makeChange, unchanged } from './change.ts';
import { type Choice, chosenRef, nameOf, refuseOtherThanBedrock, type Target } from './chosenModel.ts';
import { listOf } from './listOf.ts';
import type { Command, Parts } from './parts.ts';

interface ModelChange extends Choice {
  readonly plan: (config: JsonObject, ref: string, around: Surroundings) => Plan;
  readonly question: (name: string) => string;
  readonly done: (name: string) => string;
  readonly same: (name: string) => string;
}

/** Called with a ref the command asks nothing; from the tree it gets the model's node, from the palette nothing. */
export function modelCommand(id: Command['id'], describe: () => ModelChange): Command {
  return {
    id,
    run: async (parts: Parts, target?: Target, options?: EditOptions) => {
      const { plan, question, done, same, ...choice } = describe();
      const ref = await chosenRef(parts, target, choice);
      if (ref === undefined) return unchanged(parts);
      const name = nameOf(parts, ref);
      return makeChange(parts, calledWith(target, options), {
        ref,
        list: listOf(target),
        needsModels: true,
        check: () => refuseOtherThanBedrock(ref),
        plan: (config, around) => plan(config, ref, around),
        question: question(name),
        done: done(name),
        same: same(name),
      });
    },
  };
}
