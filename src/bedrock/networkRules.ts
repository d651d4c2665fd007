/** Which errors come from what lies between this machine and AWS. */
import * as l10n from '@vscode/l10n';
import type { Origin } from './connection/connection.ts';
import { configuredEndpoint, hostOptions, type Service } from './connection/endpoint.ts';
import { serviceHost } from '../regions.ts';
import { changing, openProxySettings, openSettings, retry, selectRegion } from './fixes.ts';
import type { Rule } from './problemRules.ts';
import type { Attempt, Failure, Operation } from './problems.ts';

/** Errors of Node when a certificate does not lead to an authority that it trusts. */
const UNTRUSTED =
  /^(SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_(VERIFY_LEAF_SIGNATURE|GET_ISSUER_CERT(_LOCALLY)?)|CERT_UNTRUSTED)$/;
/** Errors of Node when it does, and is still not good for this host or this day. */
const UNFIT = /^(CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|ERR_TLS_CERT_ALTNAME_INVALID)$/;
/** Errors of Node on the way to a host. */
const NO_WAY =
  /^(ECONN\w+|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EPIPE|EPROTO|E(HOST|NET)UNREACH|.*CERT.*|ERR_(SSL|TLS).*|UNABLE_TO_.*)$/;
/** Names of what is thrown when something takes too long. */
const GIVEN_UP = /^(TimeoutError|AbortError|RequestTimeout)$/;

/** They come before all others. */
export const NETWORK_RULES: readonly Rule[] = [
  {
    when: ({ status, code, message }) =>
      status === 407 || (code === 'ERR_PROXY_TUNNEL' && /: HTTP\S* 407/.test(message)),
    make: ({ proxy }) => ({
      code: 'proxy-refused',
      title: l10n.t('The proxy asks for a password'),
      explanation: l10n.t(
        '{0} lets nobody through without one, or without the right one. Put user and password into its URL (http://user:password@host:port), in "http.proxy" or HTTPS_PROXY, then try again.',
        proxy ?? l10n.t('The proxy'),
      ),
      fixes: [openProxySettings(), retry()],
    }),
  },
  {
    when: ({ code, message, proxy, isConnecting }) =>
      code === 'ERR_PROXY_TUNNEL' ||
      (proxy !== undefined && isConnecting) ||
      /Failed to establish a socket connection to proxies/.test(message),
    make: ({ proxy, code, message }) => ({
      code: 'proxy-refused',
      title: l10n.t('The proxy doesn’t connect'),
      explanation: l10n.t(
        '{0} ({1}). Check that it runs and may reach AWS, and that "http.proxy", HTTPS_PROXY and NO_PROXY are right, then try again.',
        proxy ?? l10n.t('The proxy of the editor’s settings'),
        /: (HTTP\S* .*)$/.exec(message)?.[1] ?? code,
      ),
      fixes: [openProxySettings(), retry()],
    }),
  },
  {
    when: ({ code }) => UNTRUSTED.test(code),
    make: (failure, attempt) => ({
      code: 'certificate-untrusted',
      title: l10n.t('A certificate is not trusted'),
      explanation: l10n.t(
        'The certificate of {0} comes from an authority that this machine does not know, as of a company’s proxy. Name the file of that authority in AWS_CA_BUNDLE or NODE_EXTRA_CA_CERTS, then start the editor again.',
        endpointOf(failure, attempt),
      ),
      fixes: [retry(), openProxySettings()],
    }),
  },
  {
    when: ({ code }) => UNFIT.test(code),
    make: (failure, attempt) => ({
      code: 'certificate-untrusted',
      title: l10n.t('A certificate is not valid'),
      explanation: l10n.t(
        'The certificate of {0} has expired, or belongs to another host. Check the endpoint, the proxy and the clock of this machine, then try again.',
        endpointOf(failure, attempt),
      ),
      fixes: changing(placeOf(attempt), retry(), openSettings()),
    }),
  },
  {
    when: (failure, { operation }) =>
      operation === 'GetCredentials' &&
      (isNoJson(failure) || failure.message.startsWith('Invalid response from STS')),
    make: () => ({
      code: 'not-bedrock',
      title: l10n.t('The answer is not from AWS'),
      explanation: l10n.t(
        'Something else answered when AWS was asked for credentials; a proxy or a sign-in page may be in between. Check the network, then try again.',
      ),
      fixes: [retry(), openProxySettings()],
    }),
  },
  {
    when: ({ name, message, code, status = 200 }, { modelId }) =>
      name === 'UnknownOperationException' ||
      isNoJson({ name, message, code }) ||
      (status >= 300 && status < 400) ||
      // A list has no name that could be unknown, so its path is.
      (status === 404 && !modelId),
    make: (failure, attempt) => ({
      code: 'not-bedrock',
      title: l10n.t('The answer is not from Bedrock'),
      explanation: l10n.t(
        '{0} answered with something other than Bedrock’s JSON; a proxy or a sign-in page may be in between. Check the endpoint and the network.',
        endpointOf(failure, attempt),
      ),
      fixes: changing(placeOf(attempt), openSettings(), retry()),
    }),
  },
];

/** The last one, since it matches by words that others use too. */
export const UNREACHABLE: Rule = {
  when: ({ name, code, message }) =>
    GIVEN_UP.test(name) ||
    NO_WAY.test(code) ||
    /socket hang up|getaddrinfo|ECONN|ETIMEDOUT|timed? ?out/i.test(message),
  make: (failure, attempt) => ({
    code: 'unreachable',
    title:
      attempt.operation === 'GetCredentials'
        ? l10n.t('The service that gives AWS credentials can’t be reached')
        : l10n.t('Bedrock can’t be reached'),
    explanation:
      placeOf(attempt).from === 'group'
        ? l10n.t(
            'No connection to {0}. Check the network, a proxy, and the region and endpoint in the model configuration, then try again.',
            endpointOf(failure, attempt),
          )
        : l10n.t(
            'No connection to {0}. Check the network, a proxy, and the region and endpoint in the settings, then try again.',
            endpointOf(failure, attempt),
          ),
    fixes: changing(
      placeOf(attempt),
      retry(),
      ...(endpointIn(attempt) ? [] : [selectRegion()]),
      openSettings(),
    ),
  }),
};

/** Where region and endpoint are meant to come from: a group with credentials of its own has its own endpoint. */
function placeOf({ connection: { region, credentials } }: Attempt): Origin {
  return credentials.origin.from === 'group' ? credentials.origin : region.origin;
}

/** Whether what was to be read as JSON is none. */
export function isNoJson(error: unknown): boolean {
  const { name, message = '', code } = error as Partial<NodeJS.ErrnoException>;
  // The SDK words an answer that was cut, or given up, as one that it can't read.
  if (NO_WAY.test(code ?? '') || GIVEN_UP.test(name ?? '')) return false;
  return name === 'SyntaxError' || /is not valid JSON|Deserialization error/i.test(message);
}

/** Without what a URL may carry of secrets. */
function endpointOf({ host }: Failure, attempt: Attempt): string {
  const { connection, operation } = attempt;
  const configured = endpointIn(attempt);
  if (configured && URL.canParse(configured)) {
    const { protocol, host, pathname } = new URL(configured);
    return `${protocol}//${host}${pathname === '/' ? '' : pathname}`;
  }
  const { useFipsEndpoint: fips } = hostOptions(connection.variables());
  return host ?? serviceHost(serviceOf(operation), connection.region.name, { fips });
}

/** The providers of credentials ask several services, each at its own. */
function endpointIn({ connection, operation }: Attempt): string | undefined {
  return operation === 'GetCredentials' ? undefined : configuredEndpoint(connection, serviceOf(operation));
}

function serviceOf(operation: Operation): Service {
  if (operation.startsWith('List')) return 'bedrock';
  return operation.startsWith('Converse') ? 'bedrock-runtime' : 'sts';
}
