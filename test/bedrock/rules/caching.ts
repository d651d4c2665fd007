/** Rules about cache points. */
import type { ConverseBody } from '../converse.ts';
import { Refusal } from '../refusal.ts';
import { firstText, type Judged, type Rule } from './rule.ts';

const mostPoints = 4;

export const cachingRules: readonly Rule[] = [
  ({ body, family }) => {
    if (family.cachePoints || countPoints(body) === 0) {
      return undefined;
    }
    throw new Refusal(
      403,
      'AccessDeniedException',
      'You invoked an unsupported model or your request did not allow prompt caching. See the documentation for more ' +
        'information.',
    );
  },

  ({ body }) =>
    countPoints(body) > mostPoints
      ? `A maximum of ${mostPoints} blocks with cache_control may be provided. Found ${countPoints(body)}.`
      : undefined,

  ({ body, family }) =>
    body.toolConfig?.tools.some(({ cachePoint }) => cachePoint) && !family.cachePoints?.inTools
      ? "This model doesn't support the cachePoint field in toolConfig. Remove it and try again."
      : undefined,

  // Where no text of the service's is on record, the words are the simulator's.
  request =>
    firstText(sections(request), ({ items, place }) =>
      firstText(items, (item, index) => {
        if (!item.cachePoint) {
          return undefined;
        }
        const before = items[index - 1];
        if (!before) {
          return `The cachePoint at ${place}.${index} must not be the first block.`;
        }
        if (before.cachePoint) {
          return `The cachePoint at ${place}.${index} follows another.`;
        }
        if (before.document) {
          return `The cachePoint at ${place}.${index} must not follow a document.`;
        }
        return before.toolResult && !request.family.cachePoints?.afterResults
          ? `The cachePoint at ${place}.${index} must not follow a toolResult for this model.`
          : undefined;
      }),
    ),
];

interface Item {
  cachePoint?: object;
  document?: object;
  toolResult?: object;
}

function sections({ body, messages }: Judged): { items: readonly Item[]; place: string }[] {
  return [
    { items: body.toolConfig?.tools ?? [], place: 'toolConfig.tools' },
    { items: body.system ?? [], place: 'system' },
    ...messages.map(({ content }, index) => ({ items: content, place: `messages.${index}.content` })),
  ];
}

function countPoints({ toolConfig, system = [], messages = [] }: ConverseBody): number {
  const items: Item[] = [
    ...(toolConfig?.tools ?? []),
    ...system,
    ...messages.flatMap(({ content }) => content),
  ];
  return items.filter(({ cachePoint }) => cachePoint).length;
}
