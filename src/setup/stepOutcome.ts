/** What came of a command of the AWS CLI, in words with the next step: its exit code and what it wrote tell. */
import * as l10n from '@vscode/l10n';
import { jsonObjectIn } from '../jsonObject.ts';

export interface StepOutcome {
  readonly outcome: 'passed' | 'failed';
  /** A sentence or two; blank where there is nothing to add. */
  readonly reason: string;
}

interface Ran {
  readonly code: number | null;
  readonly output: string;
}

/** What to do by what a command wrote that failed, the first that matches. AWS's error codes stand in the CLI's own text. */
const FAILURES: readonly (readonly [pattern: RegExp, advice: () => string])[] = [
  [
    /EntityAlreadyExists|InstanceSessionsPerInstanceProfile/,
    () => l10n.t('There is one of this name already, made for something else. Choose another name above.'),
  ],
  [
    /existing association for instance|IncorrectState/,
    () =>
      l10n.t(
        'This instance has got an instance profile meanwhile. Run Set Up Instance Role again to go on with that.',
      ),
  ],
  [
    /Invalid IAM Instance Profile/,
    () =>
      l10n.t('The new instance profile is not known everywhere yet. Wait some seconds, then run this again.'),
  ],
  [
    /AccessDenied|UnauthorizedOperation|not authorized to perform/,
    () =>
      l10n.t(
        'These credentials are not allowed to do this. Name an AWS profile with more rights above, or use Copy All Commands in AWS CloudShell.',
      ),
  ],
  [
    /Unable to locate credentials|ExpiredToken|InvalidClientTokenId|could not be found|SSO session|Token has expired/,
    () =>
      l10n.t(
        'The AWS CLI has no credentials for this here. Name an AWS profile above, or use Copy All Commands in AWS CloudShell.',
      ),
  ],
];

/** `sh` can't find the command. */
const NOT_FOUND = 127;

/** `account`: the one that the instance is in. */
export function stepOutcome({ code, output }: Ran, account: string): StepOutcome {
  if (code === 0) return callerOutcome(output, account) ?? passed('');
  if (code === null) return failed(l10n.t('It was stopped. Run it again.'));
  if (code === NOT_FOUND) {
    return failed(
      l10n.t('The AWS CLI is not installed here. Install it, or use Copy All Commands in AWS CloudShell.'),
    );
  }
  const [, advice] = FAILURES.find(([pattern]) => pattern.test(output)) ?? [];
  if (advice) return failed(advice());
  const said = output.trim().split('\n').at(-1)?.trim();
  return failed(
    said
      ? l10n.t('The AWS CLI says: {0}', said)
      : l10n.t('It failed with the exit code {0}. Run it again.', code),
  );
}

/** That a command failed since there is nothing left to do. */
export function doneBefore(): StepOutcome {
  return passed(l10n.t('It was there already.'));
}

/** Who `aws sts get-caller-identity` says that the caller is; undefined for the output of other commands. */
function callerOutcome(output: string, account: string): StepOutcome | undefined {
  const { Account: its, Arn: arn } = jsonObjectIn(output);
  if (typeof its !== 'string' || typeof arn !== 'string') return undefined;
  return its === account
    ? passed(l10n.t('The commands run as {0}.', arn))
    : failed(
        l10n.t(
          'The commands run as {0}, but the instance is in the account {1}. Name an AWS profile of that account above.',
          arn,
          account,
        ),
      );
}

function passed(reason: string): StepOutcome {
  return { outcome: 'passed', reason };
}

function failed(reason: string): StepOutcome {
  return { outcome: 'failed', reason };
}
