/** What came of a command, by what the AWS CLI writes. */
import assert from 'node:assert/strict';
import { stepOutcome } from '../../../src/setup/stepOutcome.ts';

const ACCOUNT = '123456789012';
const refusal = (type: string, operation: string, message: string) =>
  `\nAn error occurred (${type}) when calling the ${operation} operation: ${message}\n`;

describe('the outcome of a step', () => {
  const cases: readonly (readonly [string, number | null, string, 'passed' | 'failed', RegExp])[] = [
    ['done', 0, '', 'passed', /^$/],
    ['stopped', null, '', 'failed', /stopped/],
    ['without the CLI', 127, '/bin/sh: 1: aws: not found\n', 'failed', /not installed here/],
    [
      'a role of another kind',
      254,
      refusal('EntityAlreadyExists', 'CreateRole', 'Role with name X already exists.'),
      'failed',
      /made for something else/,
    ],
    [
      'a profile with a role',
      254,
      refusal(
        'LimitExceeded',
        'AddRoleToInstanceProfile',
        'Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1',
      ),
      'failed',
      /made for something else/,
    ],
    [
      'a new profile',
      254,
      refusal(
        'InvalidParameterValue',
        'AssociateIamInstanceProfile',
        'Value (X) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name',
      ),
      'failed',
      /Wait some seconds/,
    ],
    [
      'an instance with a profile',
      254,
      refusal(
        'IncorrectState',
        'AssociateIamInstanceProfile',
        'There is an existing association for instance i-0123456789abcdef0',
      ),
      'failed',
      /meanwhile/,
    ],
    [
      'not allowed',
      254,
      refusal(
        'AccessDenied',
        'CreateRole',
        'User: arn:aws:iam::1:user/x is not authorized to perform: iam:CreateRole',
      ),
      'failed',
      /more rights/,
    ],
    [
      'no credentials',
      253,
      '\nUnable to locate credentials. You can configure …\n',
      'failed',
      /no credentials for this/,
    ],
    [
      'no such profile',
      255,
      '\nThe config profile (x) could not be found\n',
      'failed',
      /no credentials for this/,
    ],
    [
      'something else',
      254,
      refusal('ServiceFailure', 'CreateRole', 'Oops.'),
      'failed',
      /^The AWS CLI says: An error occurred \(ServiceFailure\)/,
    ],
    ['nothing said', 3, '', 'failed', /exit code 3/],
  ];
  for (const [name, code, output, outcome, reason] of cases) {
    it(`${name}: says what to do`, () => {
      const found = stepOutcome({ code, output }, ACCOUNT);
      assert.equal(found.outcome, outcome);
      assert.match(found.reason, reason);
    });
  }

  it('tells who runs the commands, and when that is another account', () => {
    const output = JSON.stringify(
      { UserId: 'A', Account: ACCOUNT, Arn: `arn:aws:iam::${ACCOUNT}:user/admin` },
      null,
      4,
    );
    assert.deepEqual(stepOutcome({ code: 0, output }, ACCOUNT), {
      outcome: 'passed',
      reason: `The commands run as arn:aws:iam::${ACCOUNT}:user/admin.`,
    });
    const { outcome, reason } = stepOutcome({ code: 0, output }, '210987654321');
    assert.equal(outcome, 'failed');
    assert.match(reason, /the instance is in the account 210987654321/);
  });
});
