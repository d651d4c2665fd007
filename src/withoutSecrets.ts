/**
 * Texts from elsewhere without the secrets in them: services repeat what they were sent (a refused signature comes back
 * with all that was signed, session token included), and libraries quote what they could not read.
 */

const HIDDEN = '•••';

/** What tells a secret by its form, and what is put in its place. */
const FORMS: readonly (readonly [form: RegExp, instead: string])[] = [
  // Ids of access keys, and Bedrock's API keys: for long and for hours.
  [/\b(?:AKIA|ASIA)[A-Z0-9]{8,}|\b(?:ABSK|bedrock-api-key-)[\w+/=%-]+/g, HIDDEN],
  // User and password of a URL; what is named as a secret in its query or in a form, but for mere counts.
  [/(:\/\/)[^\s/]+@/g, `$1${HIDDEN}@`],
  [
    /(\b[\w-]{0,40}(?:token|signature|credential|secret|password|key)=)(?!\d+(?:[&\s,;]|$))[^&\s,;]+/gi,
    `$1${HIDDEN}`,
  ],
  [/(\bTokenCode=)\d+/gi, `$1${HIDDEN}`],
  [/\b(Bearer\s+)(?=\S*\d)[^\s"',]+/gi, `$1${HIDDEN}`],
  // Signatures and digests, but for those that files of the sign-in cache are named by.
  [/\b[0-9a-f]{32,}\b(?!\.json)/gi, HIDDEN],
];

const WORD = /[^\s"',;()<>]+/g;
const LONG = /[\w+/%-]{16,}={0,2}/g;

/** The text with what looks like a secret hidden, and each of the `known` ones, whatever it looks like. */
export function withoutSecrets(text: string, known: readonly string[] = []): string {
  const withoutKnown = known.reduce((left, secret) => left.replaceAll(secret, HIDDEN), text);
  const withoutForms = FORMS.reduce((left, [form, instead]) => left.replace(form, instead), withoutKnown);
  // ARNs may hold what looks random, and people need to read them.
  return withoutForms.replace(WORD, word =>
    word.includes('arn:') ? word : word.replace(LONG, unlessRandom),
  );
}

/** What has both cases and figures in one, and goes from one to another as often as no name or path does. */
function unlessRandom(text: string): string {
  const runs = text.match(/[a-z]+|[A-Z]+|\d+/g) ?? [];
  const isMixed = [/[a-z]/, /[A-Z]/, /\d/].every(kind => kind.test(text));
  return isMixed && runs.length > text.length / 3 ? HIDDEN : text;
}
