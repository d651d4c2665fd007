/** What came of a command of the AWS CLI, in words with the next step: its exit code and what it wrote tell. */
import * as l10n from '@vscode/l10n';

export interface StepOutcome {
  readonly outcome: 'passed' | 'failed';
  /** A sentence or two; blank where there is nothing to add. */
  readonly reason: string;
}

interface Ran {
  readonly code: number | null;
  readonly output: string;
}

/** The first that matches what a command wrote that failed. AWS's error codes stand in the CLI's own text. */
const FAILURES: readonly (readonly [pattern: RegExp, outcome: () => StepOutcome])[] = [
  [/EntityAlreadyExists/, () => passed(l10n.t('It is there already.'))],
  [
    /InstanceSessionsPerInstanceProfile/,
    () => failed(l10n.t('The instance profile has another role already. Choose another name above.')),
  ],
  [
    /existing association for instance|IncorrectState/,
    () =>
      failed(
        l10n.t(
          'This instance has an instance profile by now. Run Set Up Instance Role again to go on with that.',
        ),
      ),
  ],
  [
    /Invalid IAM Instance Profile/,
    () =>
      failed(
        l10n.t('The instance profile is not known everywhere yet. Wait some seconds, then run it again.'),
      ),
  ],
  [
    /AccessDenied|UnauthorizedOperation|not authorized to perform/,
    () =>
      failed(
        l10n.t(
          'Who runs this may not do it. Name an AWS profile with more rights above, or copy the command into AWS CloudShell.',
        ),
      ),
  ],
  [
    /Unable to locate credentials|ExpiredToken|InvalidClientTokenId|could not be found|SSO session|Token has expired/,
    () =>
      failed(
        l10n.t(
          'The AWS CLI has no credentials for this here. Name an AWS profile above, or copy the command into AWS CloudShell.',
        ),
      ),
  ],
];

/** `sh` can't find the command. */
const NOT_FOUND = 127;

/** `account`: the one that the instance is in. */
export function stepOutcome({ code, output }: Ran, account: string): StepOutcome {
  if (code === 0) return callerOutcome(output, account) ?? passed('');
  if (code === null) return failed(l10n.t('It was stopped. Run it again, or copy it into AWS CloudShell.'));
  if (code === NOT_FOUND) {
    return failed(
      l10n.t('The AWS CLI is not installed here. Install it, or copy the command into AWS CloudShell.'),
    );
  }
  const known = FAILURES.find(([pattern]) => pattern.test(output));
  if (known) return known[1]();
  const said = output.trim().split('\n').at(-1)?.trim();
  return failed(
    said
      ? l10n.t('The AWS CLI says: {0}', said)
      : l10n.t('It failed with the exit code {0}. Run it again, or copy it into AWS CloudShell.', code),
  );
}

/** Who `aws sts get-caller-identity` says that the caller is; undefined for the output of other commands. */
function callerOutcome(output: string, account: string): StepOutcome | undefined {
  const arn = /"Arn": "(arn:[^"]+)"/.exec(output)?.[1];
  const its = /"Account": "(\d+)"/.exec(output)?.[1];
  if (arn === undefined || its === undefined) return undefined;
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
