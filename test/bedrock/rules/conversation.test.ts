/** Rules about turns and their texts. */
import { assistant, constraint, describeCases, hi, text, user, type Case, type Refused } from './cases.ts';

const accepted: Case[] = [
  { what: 'adjacent turns of one role', body: { messages: [user(text('Hi')), user(text('there'))] } },
  { what: 'an empty list of system prompts', body: { messages: hi, system: [] } },
  { what: 'a last turn of the assistant', body: { messages: [...hi, assistant(text('So'))] } },
];

const refused: Refused[] = [
  {
    what: 'a first turn of the assistant',
    body: { messages: [assistant(text('Hi'))] },
    message:
      'A conversation must start with a user message. Try again with a conversation that starts with a user message.',
  },
  {
    what: 'no messages',
    body: { messages: [] },
    message:
      'A conversation must start with a user message. Try again with a conversation that starts with a user message.',
  },
  {
    what: 'a turn without content',
    body: { messages: [...hi, assistant(), user(text('Hi'))] },
    message:
      'The content field in the Message object at messages.1 is empty. Add a ContentBlock object to the content ' +
      'field and try again.',
  },
  {
    what: 'a blank text',
    body: { messages: [user(text('Hi'), text(' \n'))] },
    message:
      'The text field in the ContentBlock object at messages.0.content.1 is blank. Add text to the text field, and ' +
      'try again.',
  },
  {
    what: 'a blank system prompt',
    body: { messages: hi, system: [text(' ')] },
    message:
      'The text field in the SystemContentBlock object at system.0 is blank. Add text to the text field, and try ' +
      'again.',
  },
  {
    what: 'an empty system prompt',
    body: { messages: hi, system: [text('')] },
    message: constraint(" '' at 'system.1.member.text'", 'must have length greater than or equal to 1'),
  },
  {
    what: 'a system prompt for Mistral 7B',
    model: 'mistral.mistral-7b-instruct-v0:2',
    body: { messages: hi, system: [text('Be brief.')] },
    message:
      "This model doesn't support system messages. Try again without a system message or use a model that supports " +
      'system messages.',
  },
  ...[
    'us.anthropic.claude-opus-5',
    'us.anthropic.claude-opus-4-6-v1',
    'global.anthropic.claude-sonnet-5',
  ].map(model => ({
    what: `a last turn of the assistant for ${model}`,
    model,
    body: { messages: [...hi, assistant(text('So'))] },
    message:
      'The model returned the following errors: This model does not support assistant message prefill. The ' +
      'conversation must end with a user message.',
  })),
];

describeCases('conversations', accepted, refused);
