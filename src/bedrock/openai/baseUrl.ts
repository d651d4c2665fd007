/** The base URL of a server that speaks OpenAI's API: what people paste, and what of it is one. */
import * as l10n from '@vscode/l10n';

/** What OpenAI's API has below its base, and what is pasted with it. */
const BELOW = /(\/(chat\/completions|completions|embeddings|responses|models))?\/*$/i;
const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/i;
/** Beyond those, whom OpenClaw asks without any key. */
const PRIVATE = /^(0\.0\.0\.0|10(\.\d+){3}|192\.168(\.\d+){2}|172\.(1[6-9]|2\d|3[01])(\.\d+){2}|.*\.local)$/i;

/** The URL without what is not part of its base; a text that is none stays as it is. */
export function baseUrlOf(typed: string): string {
  const text = typed.trim().replace(/^(["'`<])(.*)(["'`>])$/, '$2');
  if (baseUrlProblem(text)) return text;
  const { origin, pathname } = new URL(text);
  return origin + pathname.replace(BELOW, '').replace(/\/+$/, '');
}

/** Why a text is no base URL; undefined where it is one. */
export function baseUrlProblem(text: string): string | undefined {
  if (!/^https?:\/\/[^/]/i.test(text) || !URL.canParse(text)) {
    return l10n.t('Give a URL that begins with https://, such as https://litellm.example.com/v1.');
  }
  const { username, password, search, hash } = new URL(text);
  if (username || password) {
    return l10n.t('Leave out the user and password: what is before the @. The key has a place of its own.');
  }
  if (search || hash || /[?#]$/.test(text)) return l10n.t('Leave out what follows the ? or #.');
  return undefined;
}

/** Whether all that is sent there, the key included, can be read on the way. */
export function isUnencrypted(baseUrl: string): boolean {
  const { protocol, hostname } = new URL(baseUrl);
  return protocol === 'http:' && !LOOPBACK.test(hostname);
}

/** Whether OpenClaw asks this server without a key: one of this machine or of a private network. */
export function worksWithoutKey(baseUrl: string): boolean {
  const { hostname } = new URL(baseUrl);
  return LOOPBACK.test(hostname) || PRIVATE.test(hostname);
}

/** Whether two base URLs are the same place. */
export function isSameBase(one: string, other: string): boolean {
  return baseUrlOf(one) === baseUrlOf(other);
}
