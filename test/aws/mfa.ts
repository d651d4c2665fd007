/** The check of an MFA device's codes, each of which is good once, in the words that STS has for it. */
import { Refusal } from '../bedrock/refusal.ts';
import { account } from './issuer.ts';

/** The serial number of the user's device. */
export const mfaSerial = `arn:aws:iam::${account}:mfa/developer`;

const texts = {
  incomplete:
    'MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code. ',
  form:
    "1 validation error detected: Value at 'tokenCode' failed to satisfy constraint: " +
    'Member must satisfy regular expression pattern: [\\d]{6}',
  serial:
    'MultiFactorAuthentication failed, unable to validate MFA code.  ' +
    'Please verify your MFA serial number is valid and associated with this user.',
  code: 'MultiFactorAuthentication failed with invalid MFA one time pass code. ',
};

/** Throws STS's refusal unless the code is one of `codes`, and uses it up. */
export function useMfaCode(codes: Set<string>, serial: string | undefined, code: string | undefined): void {
  if (serial === undefined || code === undefined) throw denied(texts.incomplete);
  if (!/^\d{6}$/.test(code)) throw new Refusal(400, 'ValidationError', texts.form);
  if (serial !== mfaSerial) throw denied(texts.serial);
  if (!codes.delete(code)) throw denied(texts.code);
}

function denied(message: string): Refusal {
  return new Refusal(403, 'AccessDenied', message);
}
