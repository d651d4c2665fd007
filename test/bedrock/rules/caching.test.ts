/** Rules about cache points. */
import {
  assistant,
  call,
  describeCases,
  hi,
  nova,
  result,
  text,
  tool,
  toolConfig,
  user,
  type Case,
  type Refused,
} from './cases.ts';

const point = { cachePoint: { type: 'default' } };
const withPoint = { tools: [tool(), point] };
const round = [user(text('Look')), assistant(call('c1')), user(result('c1'), point)];

const accepted: Case[] = [
  {
    what: 'four cache points',
    body: {
      system: [text('Be brief.'), point],
      messages: [user(text('Hi'), point, text('Ho'), point)],
      toolConfig: withPoint,
    },
  },
  { what: 'a cache point behind a result', body: { messages: round, toolConfig } },
  { what: 'a cache point for Nova', model: nova, body: { messages: [user(text('Hi'), point)] } },
];

const refused: Refused[] = [
  {
    what: 'five cache points',
    body: {
      system: [text('Be brief.'), point],
      messages: [user(text('Hi'), point, text('Ho'), point, text('Hey'), point)],
      toolConfig: withPoint,
    },
    message: 'A maximum of 4 blocks with cache_control may be provided. Found 5.',
  },
  {
    what: 'a cache point first in a message',
    body: { messages: [user(point, text('Hi'))] },
    message: 'The cachePoint at messages.0.content.0 must not be the first block.',
  },
  {
    what: 'two cache points side by side',
    body: { system: [text('Be brief.'), point, point], messages: hi },
    message: 'The cachePoint at system.2 follows another.',
  },
  {
    what: 'a cache point among the tools of Nova',
    model: nova,
    body: { messages: hi, toolConfig: withPoint },
    message: "This model doesn't support the cachePoint field in toolConfig. Remove it and try again.",
  },
  {
    what: 'a cache point behind a result of Nova',
    model: nova,
    body: { messages: round, toolConfig },
    message: 'The cachePoint at messages.2.content.1 must not follow a toolResult for this model.',
  },
  {
    what: 'a cache point for a model without',
    model: 'anthropic.claude-3-haiku-20240307-v1:0',
    body: { messages: [user(text('Hi'), point)] },
    status: 403,
    type: 'AccessDeniedException',
    message:
      'You invoked an unsupported model or your request did not allow prompt caching. See the documentation for more information.',
  },
];

describeCases('cache points', accepted, refused);
