/**
 * A stand-in for IAM and EC2 behind a command `aws`: roles, their policies, instance profiles, and the one instance
 * that a profile can be attached to. It refuses what AWS refuses, in the words of the real CLI.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Imds, instanceId } from './imds.ts';
import { account } from './issuer.ts';
import { startLocalServer } from './localServer.ts';
import { nodeCommand } from './nodeCommand.ts';

export interface Iam {
  /** Holds the command `aws`. */
  readonly folder: string;
  /** The arguments of each call so far. */
  readonly calls: string[][];
  /** The documents of each role's own policies, by the role's name. */
  readonly roles: ReadonlyMap<string, Map<string, string>>;
  /** Whether the caller may change nothing. */
  isDenied: boolean;
  close(): Promise<void>;
}

interface Answer {
  readonly code: number;
  readonly stdout?: string;
  readonly stderr?: string;
}

/** The instance gets its role once a profile is attached to it; EC2 knows a new profile only the second time. */
export async function startIam(imds: Imds): Promise<Iam> {
  const state = { isDenied: false };
  const calls: string[][] = [];
  const roles = new Map<string, Map<string, string>>();
  const profiles = new Map<string, { role?: string; isKnown: boolean }>();
  const server = await startLocalServer(request => {
    const args = JSON.parse(request.body) as string[];
    calls.push(args);
    return Promise.resolve({ status: 200, headers: {}, body: JSON.stringify(answer(args)) });
  });
  const folder = mkdtempSync(join(tmpdir(), 'openclaw-bedrock-iam-'));
  const script = join(folder, 'aws.mjs');
  writeFileSync(script, PROGRAM);
  nodeCommand(folder, 'aws', script, { IAM_STAND_IN: server.url });
  return Object.assign(state, {
    folder,
    calls,
    roles,
    close: async () => {
      rmSync(folder, { recursive: true, force: true });
      await server.close();
    },
  });

  function answer(args: readonly string[]): Answer {
    const [service = '', command = ''] = args;
    const option = (name: string) => args[args.indexOf(`--${name}`) + 1] ?? '';
    const operation = OPERATIONS[`${service} ${command}`];
    if (!operation)
      return { code: 252, stderr: `\naws: [ERROR]: argument command: Invalid choice: ${command}\n` };
    if (state.isDenied && operation !== 'GetCallerIdentity') {
      return refusal(
        operation,
        'AccessDenied',
        `User: arn:aws:iam::${account}:user/developer is not authorized to perform: ${service}:${operation}`,
      );
    }
    const role = option('role-name');
    const profile = option('instance-profile-name');
    switch (operation) {
      case 'GetCallerIdentity':
        return said({ UserId: 'AIDA', Account: account, Arn: `arn:aws:iam::${account}:user/admin` });
      case 'GetRole':
        return roles.has(role)
          ? said({ Role: { RoleName: role, AssumeRolePolicyDocument: { Service: 'ec2.amazonaws.com' } } })
          : noSuch(operation, `The role with name ${role}`);
      case 'GetInstanceProfile':
        return profiles.has(profile)
          ? { code: 0, stdout: `${profiles.get(profile)?.role ?? ''}\n` }
          : noSuch(operation, `Instance Profile ${profile}`);
      case 'CreateRole':
        if (roles.has(role))
          return refusal(operation, 'EntityAlreadyExists', `Role with name ${role} already exists.`);
        if (!isPolicy(option('assume-role-policy-document'))) return malformed(operation);
        roles.set(role, new Map());
        return said({ Role: { RoleName: role, Arn: `arn:aws:iam::${account}:role/${role}` } });
      case 'PutRolePolicy':
        if (!roles.has(role)) return noSuch(operation, `The role with name ${role}`);
        if (!isPolicy(option('policy-document'))) return malformed(operation);
        roles.get(role)?.set(option('policy-name'), option('policy-document'));
        return { code: 0 };
      case 'AttachRolePolicy':
        if (!roles.has(role)) return noSuch(operation, `The role with name ${role}`);
        roles.get(role)?.set(option('policy-arn'), '');
        return { code: 0 };
      case 'CreateInstanceProfile':
        if (profiles.has(profile))
          return refusal(operation, 'EntityAlreadyExists', `Instance Profile ${profile} already exists.`);
        profiles.set(profile, { isKnown: false });
        return said({ InstanceProfile: { InstanceProfileName: profile } });
      case 'AddRoleToInstanceProfile': {
        const its = profiles.get(profile);
        if (!its) return noSuch(operation, `Instance Profile ${profile}`);
        if (!roles.has(role)) return noSuch(operation, `The role with name ${role}`);
        if (its.role !== undefined)
          return refusal(
            operation,
            'LimitExceeded',
            'Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1',
          );
        its.role = role;
        return { code: 0 };
      }
      case 'AssociateIamInstanceProfile':
        return associate(operation, option('iam-instance-profile'), option('instance-id'));
    }
  }

  function associate(operation: string, named: string, instance: string): Answer {
    const name = /^Name=(.+)$/.exec(named)?.[1] ?? '';
    const profile = profiles.get(name);
    if (instance !== instanceId)
      return refusal(operation, 'InvalidInstanceID.NotFound', `The instance ID '${instance}' does not exist`);
    if (!profile?.isKnown) {
      if (profile) profile.isKnown = true;
      return refusal(
        operation,
        'InvalidParameterValue',
        `Value (${name}) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name`,
      );
    }
    imds.role = profile.role ?? null;
    return said({ IamInstanceProfileAssociation: { InstanceId: instance, State: 'associating' } });
  }
}

const OPERATIONS = {
  'sts get-caller-identity': 'GetCallerIdentity',
  'iam get-role': 'GetRole',
  'iam get-instance-profile': 'GetInstanceProfile',
  'iam create-role': 'CreateRole',
  'iam put-role-policy': 'PutRolePolicy',
  'iam attach-role-policy': 'AttachRolePolicy',
  'iam create-instance-profile': 'CreateInstanceProfile',
  'iam add-role-to-instance-profile': 'AddRoleToInstanceProfile',
  'ec2 associate-iam-instance-profile': 'AssociateIamInstanceProfile',
} as Readonly<Record<string, Operation>>;

type Operation =
  | 'GetCallerIdentity'
  | 'GetRole'
  | 'GetInstanceProfile'
  | 'CreateRole'
  | 'PutRolePolicy'
  | 'AttachRolePolicy'
  | 'CreateInstanceProfile'
  | 'AddRoleToInstanceProfile'
  | 'AssociateIamInstanceProfile';

/** Passes on what it is called with, and does what it is told. */
const PROGRAM = `
const answer = await fetch(process.env.IAM_STAND_IN, { method: 'POST', body: JSON.stringify(process.argv.slice(2)) });
const { code, stdout = '', stderr = '' } = await answer.json();
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = code;
`;

function said(value: object): Answer {
  return { code: 0, stdout: `${JSON.stringify(value, null, 4)}\n` };
}

function refusal(operation: string, type: string, message: string): Answer {
  return {
    code: 254,
    stderr: `\nAn error occurred (${type}) when calling the ${operation} operation: ${message}\n`,
  };
}

function noSuch(operation: string, what: string): Answer {
  return refusal(operation, 'NoSuchEntity', `${what} cannot be found.`);
}

function malformed(operation: string): Answer {
  return refusal(operation, 'MalformedPolicyDocument', 'Syntax errors in policy.');
}

/** At most what a role's own policy may have, white space aside. */
function isPolicy(text: string): boolean {
  if (text.replaceAll(/\s/g, '').length > 10_240) return false;
  try {
    const { Version, Statement } = JSON.parse(text) as { Version?: unknown; Statement?: unknown };
    return Version === '2012-10-17' && Array.isArray(Statement) && Statement.length > 0;
  } catch {
    return false;
  }
}
