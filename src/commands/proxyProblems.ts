/** What can't be a proxy of OpenClaw's. Nothing that was given for a variable is repeated: it may be the key. */
import * as l10n from '@vscode/l10n';
import { useProxy } from '../bedrock/fixes.ts';
import type { Problem } from '../problem.ts';

export function notABaseUrl(explanation: string): Problem {
  return {
    code: 'endpoint-invalid',
    title: l10n.t('Not the base URL of a proxy'),
    explanation,
    fixes: [useProxy(l10n.t('Enter It'), {})],
  };
}

export function unencrypted(baseUrl: string): Problem {
  return {
    code: 'endpoint-invalid',
    title: l10n.t('The proxy’s address is not encrypted'),
    explanation: l10n.t(
      'Over http://, the key and all that is asked could be read on the way. Give an address with https://.',
    ),
    fixes: [useProxy(l10n.t('Enter It'), { baseUrl })],
  };
}

export function notAProviderId(explanation: string, baseUrl: string): Problem {
  return {
    code: 'setting-invalid',
    title: l10n.t('Not the id of a provider'),
    explanation,
    fixes: [useProxy(l10n.t('Enter It'), { baseUrl })],
  };
}

export function keyNeeded(baseUrl: string): Problem {
  return {
    code: 'setting-invalid',
    title: l10n.t('OpenClaw needs a key for this proxy'),
    explanation: l10n.t(
      'Without one it asks only what runs on this machine or in a private network. Name a variable, even where the proxy takes any value.',
    ),
    fixes: [useProxy(l10n.t('Enter It'), { baseUrl })],
  };
}

export function notAVariable(explanation: string, baseUrl: string): Problem {
  return {
    code: 'setting-invalid',
    title: l10n.t('Not the name of a variable'),
    explanation,
    fixes: [useProxy(l10n.t('Enter It'), { baseUrl })],
  };
}

export function notModels(baseUrl: string): Problem {
  return {
    code: 'setting-invalid',
    title: l10n.t('Not a list of models'),
    explanation: l10n.t('Give the ids that the proxy has for them, or none to have all of its models.'),
    fixes: [useProxy(l10n.t('Enter It'), { baseUrl })],
  };
}

export function notItsModel(id: string, baseUrl: string): Problem {
  return {
    code: 'setting-invalid',
    title: l10n.t('Not a model of the proxy'),
    explanation: l10n.t('It has no "{0}".', id),
    fixes: [useProxy(l10n.t('Enter It'), { baseUrl })],
  };
}
