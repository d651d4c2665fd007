/** What stands below a connection in the tree: what is amiss, the models in groups, and what is not shown of them. */
import { arranged, type Grouping, matches, sorted } from '../bedrock/models/arrangement.ts';
import type { BedrockModel } from '../bedrock/models/bedrockModel.ts';
import type { RoutePolicy } from '../bedrock/models/routePolicy.ts';
import type { Problem } from '../problem.ts';
import type { Root } from '../state/connections.ts';
import type { ModelChoices } from '../state/modelChoices.ts';
import { GroupNode } from './groupNode.ts';
import { filterNote, gapNotes, hiddenNotes, policyNotes } from './modelNotes.ts';
import { connectionNote, getStartedNote, hidingNotes, type NoteNode, surpriseNotes } from './noteNode.ts';
import { ProblemNode } from './problemNode.ts';

/** What the nodes are made from. */
export interface RootLook {
  readonly root: Root;
  readonly models: readonly BedrockModel[];
  readonly choices: Pick<
    ModelChoices,
    'isFavourite' | 'isShown' | 'grouping' | 'sorting' | 'filter' | 'showsHidden'
  >;
  readonly policy: RoutePolicy;
  /** What would surprise about the connection. */
  readonly surprises: readonly Problem[];
  /** Why access to the models is not known. */
  readonly accessProblem: Problem | undefined;
  /** Whether there are other connections, so that all is one level deeper. */
  readonly isBelowRoot: boolean;
  /** Groups that somebody opened or closed, by id. */
  readonly opened: ReadonlyMap<string, boolean>;
  /** Whether OpenClaw uses a model. */
  readonly isInUse: (model: BedrockModel) => boolean;
}

/** So many models are shown without being asked for: more are better looked for by their group. */
const FEW = 20;

export function rootNodes(look: RootLook): (ProblemNode | NoteNode | GroupNode)[] {
  const { root, models, choices, surprises, isBelowRoot } = look;
  const { problems, gaps, outOfReach } = root.list.state;
  const isHidden = ({ key }: BedrockModel) => choices.isShown(key) === false;
  const hidden = models.filter(isHidden).length;
  const present = choices.showsHidden ? models : models.filter(model => !isHidden(model));
  const found = choices.filter ? present.filter(model => matches(model, choices.filter)) : present;
  // What keeps it from working is said as a problem.
  const quiet = surprises.filter(
    ({ code, title }) => !problems.some(problem => problem.code === code && problem.title === title),
  );
  return [
    ...problems.map(problem => new ProblemNode(problem, root.id)),
    ...(isBelowRoot ? [] : [connectionNote(root.list)]),
    ...(root.isDetected ? surpriseNotes(quiet) : []),
    ...(!isBelowRoot && problems.length > 0 && models.length === 0 ? [getStartedNote()] : []),
    ...(choices.filter ? [filterNote(root, choices.filter, found.length, present.length)] : []),
    ...groupNodes(look, found),
    ...hidingNotes(root),
    ...hiddenNotes(root, hidden, choices.showsHidden),
    ...policyNotes(root, outOfReach, look.policy),
    ...gapNotes(root, gaps, look.accessProblem),
  ];
}

function groupNodes(
  { root, choices, isBelowRoot, opened, isInUse }: RootLook,
  models: readonly BedrockModel[],
): GroupNode[] {
  const { grouping, sorting, filter } = choices;
  const [favourites, others] = [true, false].map(wanted =>
    models.filter(({ key }) => choices.isFavourite(key) === wanted),
  ) as [BedrockModel[], BedrockModel[]];
  const manner = filter ? 'filtered' : isBelowRoot ? 'below' : 'alone';
  // Where people begin is open: what OpenClaw uses, and good all-round models.
  const isSought = (model: BedrockModel) => isInUse(model) || model.facts.allRound;
  const isOpen = (its: readonly BedrockModel[]) =>
    Boolean(filter) || (!isBelowRoot && (models.length <= FEW || its.some(isSought)));
  const node = (name: string, its: readonly BedrockModel[], by?: Grouping) =>
    new GroupNode(
      { name, models: its },
      { root, manner, opened, ...(by && { grouping: by }), isOpen: by ? isOpen(its) : true },
    );
  return [
    ...(favourites.length > 0 ? [node('', sorted(favourites, sorting))] : []),
    ...arranged(others, grouping, sorting).map(group => node(group.name, group.models, grouping)),
  ];
}
