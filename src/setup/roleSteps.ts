/**
 * The steps that give an EC2 instance a role for Bedrock, and OpenClaw what it needs to use it: as data, in the order in
 * which they are taken. The commands are of the AWS CLI, for a POSIX shell.
 */
import * as l10n from '@vscode/l10n';
import type { Policy } from '../bedrock/models/iamPolicy.ts';
import type { Fix } from '../problem.ts';
import { shellWord } from '../shellWord.ts';

export interface RoleStep {
  readonly id: string;
  readonly title: string;
  /** Why, in a sentence or two. */
  readonly text: string;
  /** What a shell runs, or what the editor does. */
  readonly does: ShellCommand | { readonly fix: Fix };
}

export interface ShellCommand {
  readonly command: string;
  /** Succeeds where there is nothing left to do. */
  readonly isDone?: string;
}

/** What the role may do: use any model; use those that were chosen; AWS's own policy for all of Bedrock. */
export type PolicyChoice = 'any' | 'chosen' | 'managed';

/** An EC2 instance, as its metadata service tells. */
export interface InstanceFacts {
  readonly id: string;
  readonly account: string;
  readonly region: string;
  /** `aws`, `aws-cn`, `aws-us-gov`, ... */
  readonly partition: string;
  /** The name of the instance profile that is attached; undefined: none is. */
  readonly profile: string | undefined;
  /** The name of the role in that; undefined: there is none. */
  readonly role: string | undefined;
}

export interface RoleNeeds {
  readonly instance: InstanceFacts;
  /** What the role, its policy and the instance profile are called where they are made. */
  readonly name: string;
  /** The AWS profile that the commands run with; blank: what the AWS CLI takes. */
  readonly adminProfile: string;
  /** `managed`: AWS's own `AmazonBedrockFullAccess`. */
  readonly policy: 'managed' | Policy;
  /** Undefined where there is no OpenClaw. */
  readonly openclaw: OpenClawNeeds | undefined;
}

export interface OpenClawNeeds {
  /** Whether discovery runs without a marker in the environment already. */
  readonly isDiscovering: boolean;
  /** Where it looks for models. */
  readonly region: string | undefined;
  /** Whether this version uses no credentials that it sees no marker of. */
  readonly needsMarker: boolean;
}

/**
 * Names of roles and of instance profiles: at most 64 of these. None passes for an option, and none has the comma that
 * IAM takes too, which separates values where the AWS CLI attaches a profile.
 */
const NAME = /^[\w+=.@][\w+=.@-]{0,63}$/;

/** Seconds after which a new instance profile is known to EC2. */
const PROPAGATION = 15;

export function isRoleName(name: string): boolean {
  return NAME.test(name);
}

export function roleSteps(needs: RoleNeeds): RoleStep[] {
  const { instance, openclaw } = needs;
  return [
    whoAmI(needs),
    ...(instance.role === undefined ? [createRole(needs)] : []),
    allowBedrock(needs),
    ...(instance.profile === undefined ? [createProfile(needs)] : []),
    ...(instance.role === undefined ? [addRole(needs)] : []),
    ...(instance.profile === undefined ? [attachProfile(needs)] : []),
    ...(openclaw ? openclawSteps(instance, openclaw) : []),
    check(),
  ];
}

function whoAmI(needs: RoleNeeds): RoleStep {
  return {
    id: 'whoAmI',
    title: l10n.t('See who runs the commands'),
    text: l10n.t(
      'The commands below need credentials that may change IAM in the account {0}. If this machine has none, use Copy All Commands and paste them into AWS CloudShell.',
      needs.instance.account,
    ),
    does: { command: aws(needs, 'sts get-caller-identity', '--output json') },
  };
}

function createRole(needs: RoleNeeds): RoleStep {
  const service = needs.instance.partition === 'aws-cn' ? 'ec2.amazonaws.com.cn' : 'ec2.amazonaws.com';
  const trust = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
  };
  return {
    id: 'createRole',
    title: l10n.t('Create the role {0}', needs.name),
    text: l10n.t('Only EC2 instances may use it.'),
    does: {
      command: aws(
        needs,
        'iam create-role',
        option('role-name', needs.name),
        option('assume-role-policy-document', JSON.stringify(trust)),
      ),
      isDone: `${aws(needs, 'iam get-role', option('role-name', needs.name), '--output json')} | grep -q ${service}`,
    },
  };
}

/** A role that is there keeps what else it allows. */
function allowBedrock(needs: RoleNeeds): RoleStep {
  const { instance, policy, name } = needs;
  const role = instance.role ?? name;
  const title = l10n.t('Allow {0} to use Bedrock', role);
  if (policy === 'managed') {
    const arn = `arn:${instance.partition}:iam::aws:policy/AmazonBedrockFullAccess`;
    return {
      id: 'allowBedrock',
      title,
      text: l10n.t('AWS’s own policy AmazonBedrockFullAccess: all of Bedrock, its administration included.'),
      does: {
        command: aws(needs, 'iam attach-role-policy', option('role-name', role), option('policy-arn', arn)),
      },
    };
  }
  return {
    id: 'allowBedrock',
    title,
    text: l10n.t(
      'To list models and to have them answer, and nothing else. The other policies of the role stay as they are.',
    ),
    does: {
      command: aws(
        needs,
        'iam put-role-policy',
        option('role-name', role),
        option('policy-name', name),
        option('policy-document', JSON.stringify(policy)),
      ),
    },
  };
}

function createProfile(needs: RoleNeeds): RoleStep {
  return {
    id: 'createProfile',
    title: l10n.t('Create an instance profile'),
    text: l10n.t('EC2 instances get their role through one.'),
    does: {
      command: aws(needs, 'iam create-instance-profile', option('instance-profile-name', needs.name)),
      isDone: aws(needs, 'iam get-instance-profile', option('instance-profile-name', needs.name)),
    },
  };
}

function addRole(needs: RoleNeeds): RoleStep {
  const profile = needs.instance.profile ?? needs.name;
  return {
    id: 'addRole',
    title: l10n.t('Put the role into the instance profile'),
    text:
      needs.instance.profile === undefined
        ? l10n.t('An instance profile has one role.')
        : l10n.t('This instance has the instance profile {0} already, but no role in it.', profile),
    does: {
      command: aws(
        needs,
        'iam add-role-to-instance-profile',
        option('instance-profile-name', profile),
        option('role-name', needs.name),
      ),
      isDone: `${aws(
        needs,
        'iam get-instance-profile',
        option('instance-profile-name', profile),
        "--query 'InstanceProfile.Roles[].RoleName'",
        '--output text',
      )} | grep -qFx ${shellWord(needs.name)}`,
    },
  };
}

function attachProfile(needs: RoleNeeds): RoleStep {
  const { instance, name } = needs;
  return {
    id: 'attachProfile',
    title: l10n.t('Attach it to this instance'),
    text: l10n.t(
      'A new instance profile is known everywhere after some ten seconds. If this says that the name is invalid, run it again.',
    ),
    does: {
      command: aws(
        needs,
        'ec2 associate-iam-instance-profile',
        option('instance-id', instance.id),
        option('iam-instance-profile', `Name=${name}`),
      ),
    },
  };
}

function openclawSteps({ region }: InstanceFacts, openclaw: OpenClawNeeds): RoleStep[] {
  const discovery: RoleStep = {
    id: 'discovery',
    title: l10n.t('Have OpenClaw look for models'),
    text: l10n.t(
      'OpenClaw does not see instance roles by itself. This turns its discovery on, in {0}, and keeps every comment of its config.',
      region,
    ),
    does: {
      fix: {
        label: l10n.t('Change Config'),
        command: 'openclawBedrock.configureDiscovery',
        arguments: [{ enabled: true, region }, { ask: true }],
      },
    },
  };
  const marker: RoleStep = {
    id: 'marker',
    title: l10n.t('Tell OpenClaw that there are credentials'),
    text: l10n.t(
      'This version uses credentials only where it sees a variable. AWS_PROFILE=default goes into OpenClaw’s own .env, and nowhere else.',
    ),
    does: {
      fix: {
        label: l10n.t('Write It'),
        command: 'openclawBedrock.setOpenClawProfile',
        arguments: ['default'],
      },
    },
  };
  const isSet = openclaw.isDiscovering && openclaw.region === region;
  return [...(isSet ? [] : [discovery]), ...(openclaw.needsMarker ? [marker] : [])];
}

function check(): RoleStep {
  return {
    id: 'check',
    title: l10n.t('Check that all of it works'),
    text: l10n.t(
      'Gets credentials afresh, lists the models, has one answer with one token, and asks OpenClaw about its model.',
    ),
    does: { fix: { label: l10n.t('Check Setup'), command: 'openclawBedrock.checkSetup' } },
  };
}

/** The region tells the partition too, for the services that are the same in all regions of one. */
function aws({ instance, adminProfile }: RoleNeeds, command: string, ...options: string[]): string {
  const profile = adminProfile ? [option('profile', adminProfile)] : [];
  return ['aws', command, option('region', instance.region), ...options, ...profile].join(' ');
}

/** A value that begins like an option must not pass for one. */
function option(name: string, value: string): string {
  return `--${name}${value.startsWith('-') ? '=' : ' '}${shellWord(value)}`;
}

/**
 * All that changes something in AWS as one paste for AWS CloudShell, where the profiles of this machine are not: what is
 * there already is passed over, and what fails stops the rest, so that it can be pasted again.
 */
export function shellScript(needs: RoleNeeds): string {
  const account = `aws sts get-caller-identity --query Account --output text | grep -qx ${needs.instance.account}`;
  const commands = roleSteps({ ...needs, adminProfile: '' }).flatMap(({ id, does }) => {
    if (!('command' in does) || id === 'whoAmI') return [];
    if (does.isDone) return [`{ ${does.isDone} >/dev/null 2>&1 || ${does.command}; }`];
    return id === 'attachProfile' ? [`sleep ${PROPAGATION}`, does.command] : [does.command];
  });
  return `${[account, ...commands].join(' &&\n')}\n`;
}
