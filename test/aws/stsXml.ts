/** The XML of AWS's query protocol: a result, or an error. */
import { randomUUID } from 'node:crypto';

import type { Refusal } from '../bedrock/refusal.ts';
import type { LocalAnswer } from './localServer.ts';

export interface XmlValue {
  readonly [name: string]: string | XmlValue;
}

const namespace = 'https://sts.amazonaws.com/doc/2011-06-15/';

export function resultAnswer(action: string, result: XmlValue): LocalAnswer {
  const members = { [`${action}Result`]: result, ResponseMetadata: { RequestId: randomUUID() } };
  return answer(200, `${action}Response`, members);
}

export function errorAnswer({ status, type, message }: Refusal): LocalAnswer {
  const error = { Type: 'Sender', Code: type, Message: message };
  return answer(status, 'ErrorResponse', { Error: error, RequestId: randomUUID() });
}

function answer(status: number, root: string, members: XmlValue): LocalAnswer {
  const body = `<${root} xmlns="${namespace}">\n${xml(members, '  ')}</${root}>\n`;
  return { status, headers: { 'content-type': 'text/xml' }, body };
}

function xml(members: XmlValue, indent: string): string {
  return Object.entries(members)
    .map(([name, value]) => {
      const content = typeof value === 'string' ? escape(value) : `\n${xml(value, `${indent}  `)}${indent}`;
      return `${indent}<${name}>${content}</${name}>\n`;
    })
    .join('');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
