/** What keeps the models of a proxy from being read, in words that repeat nothing that it answered. */
import * as l10n from '@vscode/l10n';
import type { Problem } from '../../problem.ts';
import { openProxySettings, useProxy } from '../fixes.ts';
import type { Failure } from '../problems.ts';

export function failed(
  baseUrl: string,
  { status, code = '', message = '', proxy, isConnecting = false }: Partial<Failure>,
  { isLate = false, strict = true } = {},
): Problem {
  const details = [status, code, message].filter(Boolean).join(' · ');
  return { ...kindOf(), details };

  function kindOf(): Omit<Problem, 'details'> {
    if (status === 407 || code === 'ERR_PROXY_TUNNEL' || (proxy !== undefined && isConnecting)) {
      return {
        code: 'proxy-refused',
        title: l10n.t('The network’s proxy doesn’t connect'),
        explanation: l10n.t(
          '{0} does not lead to {1}. Check "http.proxy", HTTPS_PROXY and NO_PROXY, with a password where it asks for one.',
          proxy ?? l10n.t('The proxy of the editor’s settings'),
          baseUrl,
        ),
        fixes: [useProxy(l10n.t('Try Again'), { baseUrl }), openProxySettings()],
      };
    }
    if (strict && /CERT|SELF_SIGNED|^UNABLE_TO_|^ERR_TLS/.test(code)) {
      return {
        code: 'certificate-untrusted',
        title: l10n.t('A certificate is not trusted'),
        explanation: l10n.t(
          'The certificate of {0} is not valid there, or comes from an authority that this machine does not know. Name the file of that authority in AWS_CA_BUNDLE or NODE_EXTRA_CA_CERTS, then start the editor again.',
          baseUrl,
        ),
        fixes: [useProxy(l10n.t('Try Again'), { baseUrl }), openProxySettings()],
      };
    }
    if (status === 429) {
      return {
        code: 'throttled',
        title: l10n.t('The proxy is throttling this key'),
        explanation: l10n.t('Too many requests in a short time. Wait a moment, then try again.'),
        fixes: [useProxy(l10n.t('Try Again'), { baseUrl })],
      };
    }
    if (status !== undefined) {
      return {
        code: 'service-error',
        title: l10n.t('The proxy has a problem'),
        explanation: l10n.t(
          '{0} answered with status {1}. Try again in a moment, or ask whoever runs it.',
          list(baseUrl),
          status,
        ),
        fixes: [useProxy(l10n.t('Try Again'), { baseUrl })],
      };
    }
    return {
      code: 'unreachable',
      title: l10n.t('The proxy can’t be reached'),
      explanation: isLate
        ? l10n.t(
            '{0} did not answer in time. Check the address and the network, then try again.',
            list(baseUrl),
          )
        : l10n.t(
            'No connection to {0}. Check the address, and whether this machine is in the right network, then try again.',
            baseUrl,
          ),
      fixes: [useProxy(l10n.t('Try Again'), { baseUrl }), openProxySettings()],
    };
  }
}

export function refused(baseUrl: string, status: number): Problem {
  return {
    code: 'credentials-refused',
    title: l10n.t('The proxy refused the key'),
    explanation: l10n.t(
      '{0} does not accept it. Check that it is whole, has not expired and may list models.',
      list(baseUrl),
    ),
    fixes: [useProxy(l10n.t('Try Again'), { baseUrl })],
    details: String(status),
  };
}

export function keyMissing(baseUrl: string): Problem {
  return {
    code: 'key-missing',
    title: l10n.t('The proxy asks for a key'),
    explanation: l10n.t('{0} tells its models to those with a key alone.', list(baseUrl)),
    fixes: [useProxy(l10n.t('Try Again'), { baseUrl })],
  };
}

/** A key that could not be sent. */
export function keyUnusable(): Problem {
  return {
    code: 'api-key-invalid',
    title: l10n.t('Not a key'),
    explanation: l10n.t('What is meant for the key has blanks or other characters in it that no key has.'),
    fixes: [],
  };
}

export function notThere(baseUrl: string): Problem {
  return {
    code: 'not-openai',
    title: l10n.t('There is no list of models'),
    explanation: l10n.t(
      'There is nothing at {0}. The base URL mostly ends in /v1, as in https://litellm.example.com/v1.',
      list(baseUrl),
    ),
    fixes: [useProxy(l10n.t('Try Again'), { baseUrl })],
  };
}

export function notAList(baseUrl: string, isPage: boolean): Problem {
  return {
    code: 'not-openai',
    title: l10n.t('The answer is no list of models'),
    explanation: isPage
      ? l10n.t(
          '{0} is a page for people; a page to sign in at may be in between. Check the address: the base URL of the API is another than that of the console.',
          list(baseUrl),
        )
      : l10n.t('{0} does not answer as OpenAI’s API does. Check the address.', list(baseUrl)),
    fixes: [useProxy(l10n.t('Try Again'), { baseUrl })],
  };
}

/** `origin`: of where it sends to, as far as that is a URL. */
export function sentElsewhere(baseUrl: string, origin: string | undefined): Problem {
  return {
    code: 'not-openai',
    title: l10n.t('The proxy sends elsewhere'),
    explanation: l10n.t(
      '{0} leads on to {1}, which does not get the key. Give the address that is meant in the end.',
      list(baseUrl),
      origin ?? l10n.t('another place'),
    ),
    fixes: [useProxy(l10n.t('Try Again'), { baseUrl })],
  };
}

export function noModels(baseUrl: string): Problem {
  return {
    code: 'no-models',
    title: l10n.t('The proxy has no models'),
    explanation: l10n.t(
      'The list at {0} is empty for this key. Ask whoever runs it to give the key some models.',
      list(baseUrl),
    ),
    fixes: [useProxy(l10n.t('Try Again'), { baseUrl })],
  };
}

function list(baseUrl: string): string {
  return `${baseUrl}/models`;
}
