/**
 * Texts from elsewhere without the secrets in them: services repeat what they were sent (a refused signature comes back
 * with all that was signed, session token included), and libraries quote what they could not read.
 */

const HIDDEN = '•••';

/** What tells a secret by its form, and what is put in its place. */
const FORMS: readonly (readonly [form: RegExp, instead: string])[] = [
  // Ids of access keys, and Bedrock's API keys: for long and for hours.
  [/\b(?:AKIA|ASIA)[A-Z0-9]{8,}|\b(?:ABSK|bedrock-api-key-)[\w+/=%-]+/g, HIDDEN],
  // User and password of a URL; what is named as a secret in its query or in a form.
  [/(:\/\/)[^\s/]+@/g, `$1${HIDDEN}@`],
  [/(\b[\w-]{0,40}(?:token|signature|credential|secret|password|key)[\w-]{0,40}=)[^&\s]+/gi, `$1${HIDDEN}`],
  [/\b(Bearer\s+)(?=\S*\d)[^\s"',]+/gi, `$1${HIDDEN}`],
  // Signatures and digests.
  [/\b[0-9a-f]{32,}\b/gi, HIDDEN],
];

const WORD = /[^\s"',;()<>]+/g;
const LONG = /[\w+/%-]{16,}={0,2}/g;

/** The text with what looks like a secret hidden, and each of the `known` ones, whatever it looks like. */
export function withoutSecrets(text: string, known: readonly string[] = []): string {
  const unknown = known.reduce((left, secret) => left.replaceAll(secret, HIDDEN), text);
  const formless = FORMS.reduce((left, [form, instead]) => left.replace(form, instead), unknown);
  // ARNs may hold what looks random, and people need to read them.
  return formless.replace(WORD, word => (word.includes('arn:') ? word : word.replace(LONG, unlessRandom)));
}

/** As random as no name is: both cases and figures in one. */
function unlessRandom(text: string): string {
  return [/[a-z]/, /[A-Z]/, /\d/].every(kind => kind.test(text)) ? HIDDEN : text;
}
