/** A connection explained row by row, as data: what is used, and why. Holds no secret. */
import * as l10n from '@vscode/l10n';
import type { Caller } from '../bedrock/connection/caller.ts';
import {
  type Connection,
  type Credentials,
  type Endpoints,
  originOf,
  text,
  type Variables,
} from '../bedrock/connection/connection.ts';
import { hostOptions } from '../bedrock/connection/endpoint.ts';
import { explainCredentials, explainSignedBy, originName } from '../bedrock/connection/explain.ts';
import { openclawSource } from '../bedrock/connection/openclawSource.ts';
import { timeLocale } from '../locale.ts';
import { partitionOf, serviceHost } from '../regions.ts';
import type { SignedBy } from '../bedrock/connection/signing.ts';
import { masked } from '../masked.ts';

export interface Row {
  /** Stable; names of variables stand for themselves. */
  readonly id: string;
  readonly label: string;
  readonly value: string;
  /** Where it was found, or what follows from it. */
  readonly why?: string;
}

export interface ConnectionFacts {
  readonly connection: Connection;
  /** Where a profile's settings count too; default: those of the connection. */
  readonly endpoints?: Endpoints;
  /** The environment that OpenClaw sees. */
  readonly variables: Variables;
  /** Whether there is an OpenClaw config. */
  readonly hasOpenClaw: boolean;
  /** Once something was signed. */
  readonly signedBy?: SignedBy | undefined;
  /** Once AWS was asked. */
  readonly caller?: Caller | undefined;
  /** The proxy in between, without a password. */
  readonly proxy?: string | undefined;
}

export function connectionRows(facts: ConnectionFacts): Row[] {
  const { connection, variables, hasOpenClaw, signedBy, caller, proxy } = facts;
  const { credentials, region } = connection;
  return [
    ...(hasOpenClaw ? [openclawRow(variables)] : []),
    {
      id: 'signs',
      label: l10n.t('Signs with'),
      value: signedBy ? signerName(signedBy) : explainCredentials(credentials),
      why: whyCredentials(credentials),
    },
    ...expiryRows(signedBy),
    ...(caller ? callerRows(caller) : []),
    { id: 'region', label: l10n.t('Region'), value: region.name, why: whyRegion(region) },
    ...endpointRows(connection, facts.endpoints ?? connection.endpoints),
    ...(proxy ? [{ id: 'proxy', label: l10n.t('Proxy'), value: proxy }] : []),
    ...markerRows(variables),
  ];
}

/** Without account ids. */
export function maskedRow(row: Row): Row {
  return { ...row, value: masked(row.value) };
}

/** The rows as text to copy, one a line. */
export function rowsText(rows: readonly Row[]): string {
  return rows.map(({ label, value, why }) => `${label}: ${value}${why ? ` (${why})` : ''}`).join('\n');
}

function openclawRow(variables: Variables): Row {
  return {
    id: 'openclaw',
    label: l10n.t('OpenClaw calls its source'),
    value: openclawSource(variables).label,
    why: l10n.t('It looks for an API key, access keys and AWS_PROFILE, in this order.'),
  };
}

/** Its end has a row of its own. */
function signerName({ source, profile }: SignedBy): string {
  return explainSignedBy({ source, ...(profile && { profile }) });
}

function whyCredentials(credentials: Credentials): string {
  const { origin } = credentials;
  if (origin.from === 'default')
    return l10n.t('No variable and no setting names any, so that the AWS SDK looks for them.');
  return l10n.t('Found in: {0}', originName(origin));
}

function whyRegion({ origin }: Connection['region']): string {
  if (origin.from === 'default') return l10n.t('No variable and no setting names one.');
  return l10n.t('Found in: {0}', originName(origin));
}

function endpointRows({ region, variables }: Connection, { control, runtime }: Endpoints): Row[] {
  const options = { fips: hostOptions(variables()).useFipsEndpoint };
  const label = l10n.t('Endpoint');
  if (control === undefined && runtime === undefined) {
    const value = serviceHost('bedrock', region.name, options);
    return [{ id: 'endpoint', label, value, why: l10n.t('AWS’s own ({0})', partitionOf(region.name).id) }];
  }
  const shown = (url: string | undefined, service: 'bedrock' | 'bedrock-runtime') =>
    url === undefined ? serviceHost(service, region.name, options) : withoutPassword(url);
  const lists = shown(control, 'bedrock');
  const answers = shown(runtime, 'bedrock-runtime');
  if (lists === answers)
    return [{ id: 'endpoint', label, value: lists, why: l10n.t('for lists and answers') }];
  return [
    { id: 'endpoint', label, value: lists, why: l10n.t('where models are listed') },
    { id: 'endpoint-runtime', label, value: answers, why: l10n.t('where models answer') },
  ];
}

/** An address without what people write into one to be let in. */
function withoutPassword(url: string): string {
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return url.replace(/^.*@|[?#].*$/gs, '');
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname === '/' ? '' : pathname}`;
}

function expiryRows(signedBy: SignedBy | undefined): Row[] {
  if (!signedBy?.expiration) return [];
  const needsPerson = signedBy.source === 'sso' || signedBy.source === 'login';
  return [
    {
      id: 'expires',
      label: l10n.t('Expires'),
      value: signedBy.expiration.toLocaleString(timeLocale()),
      why: needsPerson
        ? l10n.t('New ones are fetched by then, as long as you are signed in.')
        : l10n.t('New ones are fetched by then.'),
    },
  ];
}

function callerRows({ account, arn }: Caller): Row[] {
  return [
    { id: 'account', label: l10n.t('Account'), value: account, why: l10n.t('AWS says so.') },
    { id: 'principal', label: l10n.t('Principal'), value: arn },
  ];
}

/** What of the environment concerns Bedrock; the value is shown where it is no secret. */
const MARKERS = [
  { name: 'AWS_BEARER_TOKEN_BEDROCK', isSecret: true },
  { name: 'AWS_ACCESS_KEY_ID', isSecret: true },
  { name: 'AWS_SECRET_ACCESS_KEY', isSecret: true },
  { name: 'AWS_SESSION_TOKEN', isSecret: true },
  { name: 'AWS_PROFILE' },
  { name: 'AWS_REGION' },
  { name: 'AWS_DEFAULT_REGION' },
  { name: 'AWS_CONFIG_FILE' },
  { name: 'AWS_SHARED_CREDENTIALS_FILE' },
  { name: 'AWS_ROLE_ARN' },
  { name: 'AWS_WEB_IDENTITY_TOKEN_FILE' },
  // Its last part is the id by which the container gets its credentials.
  { name: 'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI', isSecret: true },
  { name: 'AWS_CONTAINER_CREDENTIALS_FULL_URI', isUrl: true },
  { name: 'AWS_ENDPOINT_URL', isUrl: true },
  { name: 'AWS_ENDPOINT_URL_BEDROCK', isUrl: true },
  { name: 'AWS_ENDPOINT_URL_BEDROCK_RUNTIME', isUrl: true },
  { name: 'AWS_CA_BUNDLE' },
] as const satisfies readonly { name: `AWS_${string}`; isSecret?: true; isUrl?: true }[];

function markerRows(variables: Variables): Row[] {
  return MARKERS.flatMap(({ name, ...kind }) => {
    const value = text(variables.values[name]);
    if (value === undefined) return [];
    const shown = 'isSecret' in kind ? l10n.t('set') : 'isUrl' in kind ? withoutPassword(value) : value;
    return [{ id: name, label: name, value: shown, why: placeName(variables, name) }];
  });
}

function placeName(variables: Variables, name: `AWS_${string}`): string {
  const origin = originOf(variables, name);
  return origin.from === 'variable' && origin.place === 'process'
    ? l10n.t('in the environment of the editor’s process')
    : originName(origin);
}
