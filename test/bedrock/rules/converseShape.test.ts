/** The form of requests, and the ranges of their figures. */
import {
  assistant,
  call,
  constraint,
  describeCases,
  hi,
  nova,
  result,
  text,
  toolConfig,
  user,
  type Case,
  type Refused,
} from './cases.ts';

const accepted: Case[] = [
  {
    what: 'members that are null',
    body: { messages: hi, toolConfig: null, inferenceConfig: { topP: null } },
  },
  {
    what: 'the most tokens of a model',
    model: nova,
    body: { messages: hi, inferenceConfig: { maxTokens: 10_000 } },
  },
];

const refused: Refused[] = [
  {
    what: 'an unknown role',
    body: { messages: [{ role: 'system', content: [text('Hi')] }] },
    message: constraint(" at 'messages.1.member.role'", 'must satisfy enum value set: [user, assistant]'),
  },
  {
    what: 'a message without content',
    body: { messages: [{ role: 'user' }] },
    message: constraint(" null at 'messages.1.member.content'", 'must not be null'),
  },
  {
    what: 'a tool call with an id of other characters',
    body: { messages: [...hi, assistant(call('a/b')), user(result('a/b'))], toolConfig },
    message:
      "2 validation errors detected: Value at 'messages.2.member.content.1.member.toolUse.toolUseId' failed to satisfy " +
      "constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.:-]+; Value at 'messages.3.member." +
      "content.1.member.toolResult.toolUseId' failed to satisfy constraint: Member must satisfy regular expression " +
      'pattern: [a-zA-Z0-9_.:-]+',
  },
  {
    what: 'a content block of an unknown kind',
    body: { messages: [user({ image_url: 'x' })] },
    message:
      'ContentBlock object at messages.0.content.0 must set one of the following keys: text, image, toolUse, ' +
      'toolResult, document, video, cachePoint, reasoningContent, citationsContent, searchResult, audio, guardContent.',
  },
  {
    what: 'an unknown member',
    body: { messages: hi, inferenceConfig: { max_tokens: 5 } },
    message: constraint(" at 'inferenceConfig.max_tokens'", 'is unknown'),
  },
  {
    what: 'a temperature above 1',
    body: { messages: hi, inferenceConfig: { temperature: 1.5 } },
    message: constraint(" '1.5' at 'inferenceConfig.temperature'", 'must have value less than or equal to 1'),
  },
  {
    what: 'a topP below 0',
    body: { messages: hi, inferenceConfig: { topP: -1 } },
    message: constraint(" '-1' at 'inferenceConfig.topP'", 'must have value greater than or equal to 0'),
  },
  {
    what: 'no tokens',
    body: { messages: hi, inferenceConfig: { maxTokens: 0 } },
    message: constraint(" '0' at 'inferenceConfig.maxTokens'", 'must have value greater than or equal to 1'),
  },
  {
    what: "more tokens than the model's limit",
    model: nova,
    body: { messages: hi, inferenceConfig: { maxTokens: 10_001 } },
    message:
      'The maximum tokens you requested exceeds the model limit of 10000. Try again with a maximum tokens value that ' +
      'is lower than 10000.',
  },
  {
    what: 'content that is no list',
    body: { messages: [{ role: 'user', content: 'Hi' }] },
    type: 'SerializationException',
    message: 'STRING_VALUE cannot be converted to List',
  },
  {
    what: 'a text that is a structure',
    body: { messages: [user({ text: { value: 'Hi' } })] },
    type: 'SerializationException',
    message: 'Start of structure or map found where not expected.',
  },
  {
    what: 'a body that is no JSON',
    body: '{"messages":',
    type: 'SerializationException',
    message: 'The request body is no JSON.',
  },
];

describeCases('the form of requests', accepted, refused);
