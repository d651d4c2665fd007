/** Commands that remember a choice about models: they differ in what is chosen. */
import type { ModelChoices } from '../state/modelChoices.ts';
import { chosenModels, keysOf, type Targets } from './chosenModels.ts';
import type { Command, Parts } from './parts.ts';

interface ChoiceAbout {
  readonly title: () => string;
  readonly choose: (choices: ModelChoices, keys: readonly string[]) => void;
}

/** Called with a ref or several it asks nothing; from the tree it gets the node and all that are selected. */
export function choiceCommand(id: Command['id'], { title, choose }: ChoiceAbout): Command {
  return {
    id,
    run: async (parts: Parts, target?: Targets, selection?: unknown) => {
      const keys = keysOf(await chosenModels(parts, target, selection, title()));
      if (keys.length > 0) choose(parts.choices, keys);
      return { models: keys };
    },
  };
}
