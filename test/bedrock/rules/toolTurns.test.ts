/** Rules about tool calls and results. */
import {
  assistant,
  call,
  describeCases,
  hi,
  llama,
  mistral,
  result,
  text,
  toolConfig,
  user,
  writer,
  type Case,
  type Refused,
} from './cases.ts';

const accepted: Case[] = [
  {
    what: 'a call beside text and its result beside text',
    body: {
      messages: [...hi, assistant(text('So'), call('a')), user(result('a'), text('And?'))],
      toolConfig,
    },
  },
  {
    what: 'two calls and their results in another order',
    body: { messages: [...hi, assistant(call('a'), call('b')), user(result('b'), result('a'))], toolConfig },
  },
  {
    what: 'an empty result',
    body: { messages: [...hi, assistant(call('a')), user(result('a', { content: [] }))], toolConfig },
  },
];

const refused: Refused[] = [
  {
    what: 'calls in the history without toolConfig',
    body: { messages: [...hi, assistant(call('a')), user(result('a'))] },
    message: 'The toolConfig field must be defined when using toolUse and toolResult content blocks.',
  },
  {
    what: 'a call without its result',
    body: { messages: [...hi, assistant(call('a'), call('b')), user(result('a'))], toolConfig },
    message: 'Expected toolResult blocks at messages.2.content for the following Ids: b',
  },
  {
    what: 'results in two messages',
    body: {
      messages: [...hi, assistant(call('a'), call('b')), user(result('a')), user(result('b'))],
      toolConfig,
    },
    message: 'Expected toolResult blocks at messages.2.content for the following Ids: b',
  },
  {
    what: 'a call at the end',
    body: { messages: [...hi, assistant(call('a'))], toolConfig },
    message: 'Expected toolResult blocks at messages.2.content for the following Ids: a',
  },
  {
    what: 'a result without a call',
    body: { messages: [...hi, assistant(text('So')), user(result('a'))], toolConfig },
    message:
      'The number of toolResult blocks at messages.2.content exceeds the number of toolUse blocks of previous turn.',
  },
  {
    what: 'one id for two calls',
    body: { messages: [...hi, assistant(call('a'), call('a')), user(result('a'), result('a'))], toolConfig },
    message: 'The model returned the following errors: messages.1.content: `tool_use` ids must be unique',
  },
  {
    what: 'a call of the user',
    body: { messages: [user(call('a'))], toolConfig },
    message: 'The toolUse block at messages.0.content.0 must be in a message of the assistant.',
  },
  {
    what: 'a result of the assistant',
    body: { messages: [...hi, assistant(call('a')), assistant(result('a'))], toolConfig },
    message: 'The toolResult block at messages.2.content.0 must be in a message of the user.',
  },
  {
    what: 'input that is no object',
    body: { messages: [...hi, assistant(call('a', '{}')), user(result('a'))], toolConfig },
    message:
      'The format of the value at messages.1.content.0.toolUse.input is invalid. Provide a json object for the ' +
      'field and try again.',
  },
  {
    what: 'a JSON result that is no object',
    body: {
      messages: [...hi, assistant(call('a')), user(result('a', { content: [{ json: [1] }] }))],
      toolConfig,
    },
    message:
      'The format of the value at messages.2.content.0.toolResult.content.0.json is invalid. Provide a json object ' +
      'for the field and try again.',
  },
  {
    what: 'a blank text in a result',
    body: { messages: [...hi, assistant(call('a')), user(result('a', { content: [text('')] }))], toolConfig },
    message:
      'The text field in the ToolResultContentBlock object at messages.2.content.0.toolResult.content.0 is blank. ' +
      'Add text to the text field, and try again.',
  },
  {
    what: 'an empty result of a failed call',
    body: {
      messages: [...hi, assistant(call('a')), user(result('a', { content: [], status: 'error' }))],
      toolConfig,
    },
    message:
      'The content field at messages.2.content.0.toolResult cannot be empty when status value is error.',
  },
  {
    what: 'text after a result for Llama, even in a turn of its own',
    model: llama,
    body: { messages: [...hi, assistant(call('a')), user(result('a')), user(text('And?'))], toolConfig },
    message:
      'messages.2.content: Conversation blocks and tool result blocks cannot be provided in the same turn.',
  },
  {
    what: 'text before a call for Llama',
    model: llama,
    body: { messages: [...hi, assistant(text('So'), call('a')), user(result('a'))], toolConfig },
    message:
      'messages.1.content: Conversation blocks and tool use blocks cannot be provided in the same turn.',
  },
  {
    what: 'the status of a result for Writer',
    model: writer,
    body: { messages: [...hi, assistant(call('a')), user(result('a', { status: 'success' }))], toolConfig },
    message: "This model doesn't support the status field. Remove status and try again.",
  },
  {
    what: 'an id of more than nine characters for Mistral',
    model: mistral,
    body: { messages: [...hi, assistant(call('call_1234567')), user(result('call_1234567'))], toolConfig },
    message:
      'The model returned the following errors: Tool call id was call_1234567 but must be a-z, A-Z, 0-9, with a ' +
      'length of 9.',
  },
];

describeCases('tool calls and results', accepted, refused);
