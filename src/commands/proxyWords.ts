/** What can be wrong with the names that a proxy gets in OpenClaw's config, and which ones are good to begin with. */
import * as l10n from '@vscode/l10n';
import { PROVIDER_ID } from '../bedrock/models/bedrockModel.ts';

const DEFAULT_VARIABLE = 'BEDROCK_PROXY_API_KEY';
const DEFAULT_ID = 'bedrock-proxy';
/** OpenClaw's own for Bedrock without a proxy. */
const RESERVED = [PROVIDER_ID, 'amazon-bedrock-mantle'];

/** Why OpenClaw could not call the proxy this; undefined where it can. `known`: what the config calls providers. */
export function providerIdProblem(id: string, known: readonly string[] = []): string | undefined {
  if (RESERVED.includes(id.toLowerCase())) {
    return l10n.t('"{0}" is Bedrock itself to OpenClaw. Choose another name, such as "{1}".', id, DEFAULT_ID);
  }
  if (known.includes(id) || /^[a-z0-9][a-z0-9._-]*$/.test(id)) return undefined;
  return l10n.t('Use lower-case letters, digits and . _ - only, such as "{0}".', DEFAULT_ID);
}

/** A provider id that its host suggests: `litellm` for `litellm.example.com`. */
export function suggestedId(baseUrl: string): string {
  const { hostname } = new URL(baseUrl);
  const labels = hostname.split('.');
  const isNamed = labels.length > 1 && /[a-z]$/i.test(hostname) && !/\.(amazonaws|azure)\./i.test(hostname);
  const first = isNamed ? labels.find(label => !/^(www|api|llm|ai|\d.*)$/i.test(label)) : undefined;
  const isOwn = first !== undefined && labels.indexOf(first) < labels.length - 1;
  return isOwn && !providerIdProblem(first) ? first : DEFAULT_ID;
}

/** The variable in which OpenClaw's own providers have their keys, by the id: `LITELLM_API_KEY`. */
export function suggestedVariable(providerId: string): string {
  const name = `${providerId.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}_API_KEY`;
  return variableProblem(name) ? DEFAULT_VARIABLE : name;
}

/** Why this can't be the name of the variable with the key; undefined where it can. */
export function variableProblem(name: string): string | undefined {
  if (looksLikeKey(name)) {
    return l10n.t(
      'That looks like the key itself, which never goes into the config. Give the name of the variable that holds it, such as {0}.',
      DEFAULT_VARIABLE,
    );
  }
  if (!/^[A-Z_][A-Z0-9_]*$/.test(name)) {
    return l10n.t('Use upper-case letters, digits and _ only, such as {0}.', DEFAULT_VARIABLE);
  }
  return undefined;
}

/** Names are words; keys begin with a kind, or are long and mixed. */
export function looksLikeKey(text: string): boolean {
  const isName = /^[A-Z0-9]+(_[A-Z0-9]+)+$/.test(text);
  if (isName) return text.split('_').some(word => word.length >= 16 && /\d/.test(word));
  return /^((sk|pk|rk)-|ABSK|AKIA|ASIA|eyJ|[Bb]earer\s)/.test(text) || (text.length >= 16 && /\d/.test(text));
}
