/** The steps to an instance role: which there are, and that each command says to a shell what it means. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { anyModelPolicy } from '../../../src/bedrock/models/iamPolicy.ts';
import {
  isRoleName,
  type RoleNeeds,
  type RoleStep,
  roleSteps,
  shellScript,
} from '../../../src/setup/roleSteps.ts';

const instance = {
  id: 'i-0123456789abcdef0',
  account: '123456789012',
  region: 'eu-central-1',
  partition: 'aws',
  profile: undefined,
  role: undefined,
};
const needs: RoleNeeds = {
  instance,
  name: 'OpenClawBedrock',
  adminProfile: '',
  policy: anyModelPolicy('eu-central-1', { apiKey: false, guardrails: [] }),
  openclaw: undefined,
};
const ids = (steps: readonly RoleStep[]) => steps.map(({ id }) => id);
const commandOf = (steps: readonly RoleStep[], id: string) => {
  const does = steps.find(step => step.id === id)?.does;
  assert.ok(does && 'command' in does, id);
  return does.command;
};

/** The words that a shell makes of a command. */
function words(command: string): string[] {
  const script = command.replace(/^aws /, 'printf "%s\\0" ');
  return execFileSync('/bin/sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
}

describe('steps to an instance role', () => {
  it('make all that an instance with nothing needs, in an order that works', () => {
    assert.deepEqual(ids(roleSteps(needs)), [
      'whoAmI',
      'createRole',
      'allowBedrock',
      'createProfile',
      'addRole',
      'attachProfile',
      'check',
    ]);
  });

  it('only allow Bedrock where the instance has a role', () => {
    const steps = roleSteps({ ...needs, instance: { ...instance, profile: 'web', role: 'web-server' } });
    assert.deepEqual(ids(steps), ['whoAmI', 'allowBedrock', 'check']);
    assert.match(
      commandOf(steps, 'allowBedrock'),
      /^aws iam put-role-policy --region eu-central-1 --role-name web-server /,
    );
  });

  it('fill the instance profile that is there but holds no role', () => {
    const steps = roleSteps({ ...needs, instance: { ...instance, profile: 'empty' } });
    assert.deepEqual(ids(steps), ['whoAmI', 'createRole', 'allowBedrock', 'addRole', 'check']);
    assert.equal(
      commandOf(steps, 'addRole'),
      'aws iam add-role-to-instance-profile --region eu-central-1 --instance-profile-name empty --role-name OpenClawBedrock',
    );
  });

  it('name this instance and its region', () => {
    assert.equal(
      commandOf(roleSteps(needs), 'attachProfile'),
      'aws ec2 associate-iam-instance-profile --region eu-central-1 --instance-id i-0123456789abcdef0 --iam-instance-profile Name=OpenClawBedrock',
    );
  });

  it('let EC2 alone take on the role, by the name that the partition has for it', () => {
    const trustIn = (partition: string) => {
      const said = words(
        commandOf(roleSteps({ ...needs, instance: { ...instance, partition } }), 'createRole'),
      );
      const { Statement } = JSON.parse(said.at(-1) ?? '') as { Statement: unknown };
      return Statement;
    };
    const statement = (Service: string) => [
      { Effect: 'Allow', Principal: { Service }, Action: 'sts:AssumeRole' },
    ];
    assert.deepEqual(trustIn('aws'), statement('ec2.amazonaws.com'));
    assert.deepEqual(trustIn('aws-us-gov'), statement('ec2.amazonaws.com'));
    assert.deepEqual(trustIn('aws-cn'), statement('ec2.amazonaws.com.cn'));
  });

  it('take AWS’s own policy of the partition', () => {
    const steps = roleSteps({
      ...needs,
      policy: 'managed',
      instance: { ...instance, partition: 'aws-us-gov' },
    });
    assert.equal(
      commandOf(steps, 'allowBedrock'),
      'aws iam attach-role-policy --region eu-central-1 --role-name OpenClawBedrock --policy-arn arn:aws-us-gov:iam::aws:policy/AmazonBedrockFullAccess',
    );
  });

  it('reach the AWS CLI as they are meant, whatever stands in a name', () => {
    const odd = [`it's; rm -rf ~`, '$(id)', '`id`', '-x', 'a b', '"', '\\', '*', '!!'];
    for (const adminProfile of odd) {
      const said = words(commandOf(roleSteps({ ...needs, adminProfile }), 'allowBedrock'));
      const rest = said.slice(said.indexOf('--policy-document') + 1);
      assert.deepEqual(JSON.parse(rest[0] ?? ''), needs.policy);
      assert.deepEqual(
        rest.slice(1),
        adminProfile.startsWith('-') ? [`--profile=${adminProfile}`] : ['--profile', adminProfile],
      );
    }
  });

  it('have OpenClaw look for models where it does not', () => {
    const withOpenClaw = (openclaw: RoleNeeds['openclaw']) => ids(roleSteps({ ...needs, openclaw })).slice(6);
    const region = 'eu-central-1';
    assert.deepEqual(withOpenClaw({ isDiscovering: false, region: undefined, needsMarker: false }), [
      'discovery',
      'check',
    ]);
    assert.deepEqual(withOpenClaw({ isDiscovering: true, region: 'us-east-1', needsMarker: true }), [
      'discovery',
      'marker',
      'check',
    ]);
    assert.deepEqual(withOpenClaw({ isDiscovering: true, region, needsMarker: false }), ['check']);
  });

  it('are one paste that passes over what is there, and stops at the first failure', () => {
    const script = shellScript({ ...needs, adminProfile: 'admin' });
    assert.ok(!script.includes('--profile'), 'profiles of this machine are not in AWS CloudShell');
    const existing = ['get-role', 'get-instance-profile --region eu-central-1 --instance-profile-name'];
    assert.deepEqual(changesOf(script, []), [
      'iam create-role',
      'iam put-role-policy',
      'iam create-instance-profile',
      'iam add-role-to-instance-profile',
      'ec2 associate-iam-instance-profile',
    ]);
    assert.deepEqual(changesOf(script, existing), [
      'iam put-role-policy',
      'ec2 associate-iam-instance-profile',
    ]);
    assert.deepEqual(changesOf(script, [], 'put-role-policy'), ['iam create-role', 'iam put-role-policy']);
    assert.deepEqual(changesOf(script, [], 'nothing', '210987654321'), [''], 'in another account');
  });
});

/**
 * What a shell has a stand-in for the AWS CLI change. `existing`: what it finds, by the beginnings of the commands;
 * `failing`: what it fails at.
 */
function changesOf(
  script: string,
  existing: readonly string[],
  failing = 'nothing',
  account = instance.account,
): string[] {
  const known = [`*get-caller-identity*) echo ${account}; return 0 ;;`];
  const cases = existing.map(
    each => `*"${each}"*) echo 'ec2.amazonaws.com'; echo OpenClawBedrock; return 0 ;;`,
  );
  const aws = `aws() { case "$*" in ${[...known, ...cases].join(' ')} *get-*) return 1 ;; esac; echo "$1 $2" >&3; case "$*" in *"${failing} --"*) return 1 ;; esac; }`;
  const run = `sleep() { :; }\n${aws}\n${script}`;
  const { output } = spawnSync('/bin/sh', ['-c', run], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  });
  return (output[3] ?? '').trim().split('\n');
}

describe('names of roles', () => {
  it('are what IAM takes', () => {
    for (const name of ['OpenClawBedrock', 'a', 'web+x=.@-_1', 'a'.repeat(64)])
      assert.ok(isRoleName(name), name);
    for (const name of ['', 'a b', 'é', '-x', 'a/b', 'a,b', 'a'.repeat(65), 'a\n'])
      assert.ok(!isRoleName(name), name);
  });
});
