/** What a person reads and what is logged when Bedrock refuses: no secret, though the refusal repeats it. */
import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import type { BedrockClients } from '../../../src/bedrock/clients.ts';
import type { Connection } from '../../../src/bedrock/connection/connection.ts';
import { askForOneToken } from '../../../src/bedrock/converse/oneToken.ts';
import { discoverModels } from '../../../src/bedrock/models/discover.ts';
import { DEFAULT_DISCOVERY } from '../../../src/bedrock/models/discoverySettings.ts';
import { Log } from '../../../src/editor/log.ts';
import type { Problem } from '../../../src/problem.ts';
import {
  json,
  type LocalAnswer,
  type LocalRequest,
  type LocalServer,
  startLocalServer,
} from '../../aws/localServer.ts';
import { CanarySearch } from '../../canaries.ts';
import { ClientsWorld, problemFrom } from '../bedrock/clientsWorld.ts';
import { issuedCanaries, KINDS } from './kinds.ts';

/** All that proves who asks, as it came. */
const repeated = ({ headers }: LocalRequest) =>
  `${headers['authorization'] ?? ''} ${headers['x-amz-security-token'] ?? ''}`;
/** As the real service explains a signature that does not match: by all that was to be signed. */
const canonical = ({ method, path, headers }: LocalRequest) =>
  `The Canonical String for this request should have been\n'${method}\n${path}\n\n` +
  Object.entries(headers)
    .map(([name, value]) => `${name}:${value}\n`)
    .join('');
const refusal = (status: number, type: string, message: string) =>
  json(status, { message }, { 'x-amzn-errortype': type });

const REFUSALS: Readonly<Record<string, (request: LocalRequest) => LocalAnswer>> = {
  'access denied': request =>
    refusal(403, 'AccessDeniedException', `Authentication failed: ${repeated(request)} is not valid.`),
  'a signature that does not match': request =>
    refusal(
      403,
      'InvalidSignatureException',
      `The request signature we calculated does not match. ${canonical(request)}`,
    ),
  'a page of a gateway': request => ({
    status: 401,
    headers: { 'content-type': 'text/html' },
    body: `<html>Unauthorized: ${repeated(request)}</html>`,
  }),
  'a validation error': request =>
    refusal(400, 'ValidationException', `Unknown header: ${JSON.stringify(request.headers)}`),
  'an error of the service': request => refusal(500, 'InternalServerException', `At ${repeated(request)}`),
  throttling: request => refusal(429, 'ThrottlingException', `Too many requests by ${repeated(request)}`),
  'an error that nobody knows': request =>
    refusal(418, 'TeapotException', `Whoever sends ${repeated(request)} gets tea`),
  'JSON that breaks off': request => ({
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: `{"modelSummaries": "x" ${repeated(request)}`,
  }),
  'no JSON at all': request => ({ status: 200, body: repeated(request).split(' ').at(-2) ?? '' }),
};

describe('what Bedrock repeats of credentials', () => {
  for (const [kind, plant] of Object.entries(KINDS)) {
    describe(kind, () => {
      let world: ClientsWorld;
      let server: LocalServer;
      let refuse: (request: LocalRequest) => LocalAnswer;
      beforeEach(async () => {
        world = await ClientsWorld.start();
        server = await world.with(startLocalServer(request => refuse(request)));
        world.set({
          AWS_ENDPOINT_URL_BEDROCK: server.url,
          AWS_ENDPOINT_URL_BEDROCK_RUNTIME: server.url,
          AWS_MAX_ATTEMPTS: '1',
        });
      });
      afterEach(() => world.close());

      for (const [refusedBy, answer] of Object.entries(REFUSALS)) {
        it(`stays out of every text: ${refusedBy}`, async () => {
          refuse = answer;
          const { options, canaries } = await plant(world);
          const told = await problems(world.connection(options), world.clients(options));
          const signed = server.requests.map(repeated).join();
          const search = new CanarySearch([...canaries, ...issuedCanaries(world.issuer)]);
          assert.notEqual(signed.trim(), '', 'nothing was signed');
          assert.deepEqual(search.in(JSON.stringify(told) + logged(told)), []);
          assert.ok(told.every(({ title, explanation }) => title && explanation));
        });
      }
    });
  }
});

/** Of a list, and of an answer. */
async function problems(connection: Connection, clients: BedrockClients): Promise<Problem[]> {
  const { signal } = new AbortController();
  return Promise.all([
    problemFrom(discoverModels(connection, clients, DEFAULT_DISCOVERY)),
    problemFrom(askForOneToken(connection, clients, 'amazon.nova-pro-v1:0', signal)),
  ]);
}

function logged(problems: readonly Problem[]): string {
  const lines: string[] = [];
  const add = (line: string) => lines.push(line);
  new Log({ info: add, warn: add } as unknown as vscode.LogOutputChannel).problems(problems);
  return lines.join('\n');
}
