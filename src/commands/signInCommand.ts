/** What the AWS CLI is started with to sign in. */
import type { Environment } from '../bedrock/connection/connection.ts';

/** The exit code of an AWS CLI that does not understand its arguments. */
export const DOES_NOT_KNOW_OPTION = 252;

/** `isByCode`: by a code that is typed in any browser, since none can call back to where the CLI runs. */
export function signInArguments(profile: string, by: 'sso' | 'login', isByCode: boolean): string[] {
  const { command, byCode } = {
    sso: { command: ['sso', 'login'], byCode: '--use-device-code' },
    login: { command: ['login'], byCode: '--remote' },
  }[by];
  return [...command, '--profile', profile, ...(isByCode ? [byCode] : [])];
}

/** Where things are and how to reach them; nothing of it is a secret but what a proxy's address holds. */
const PASSED_ON =
  /^(AWS_(CONFIG_FILE|SHARED_CREDENTIALS_FILE|CA_BUNDLE|ENDPOINT_URL\w*)|HTTPS?_PROXY|NO_PROXY)$/i;

/** What OpenClaw's environment has that the terminal's may lack. */
export function variablesFor(values: Environment): Record<string, string> {
  const passed = Object.entries(values).filter(
    ([name, value]) => PASSED_ON.test(name) && value !== undefined,
  );
  return Object.fromEntries(passed) as Record<string, string>;
}
