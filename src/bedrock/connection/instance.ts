/** The EC2 instance that this machine is, as its metadata service tells. */
import { jsonObjectIn } from '../../jsonObject.ts';
import type { Environment } from './connection.ts';
import { metadataEndpoint, readMetadata, roleIn, ROLES_PATH } from './instanceMetadata.ts';

export interface Instance {
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

/** Milliseconds. */
const LIMIT = 2_000;

/** Undefined where this is no EC2 instance, or its metadata service is turned off. */
export async function readInstance(environment: Environment): Promise<Instance | undefined> {
  const endpoint = metadataEndpoint(environment);
  if (!endpoint) return undefined;
  try {
    const [identity, partition, profile, roles] = await readMetadata(
      endpoint,
      [
        '/latest/dynamic/instance-identity/document',
        '/latest/meta-data/services/partition',
        '/latest/meta-data/iam/info',
        ROLES_PATH,
      ],
      LIMIT,
    );
    return instanceOf({ identity, partition, profile, roles });
  } catch {
    return undefined;
  }
}

interface Documents {
  readonly identity: string | undefined;
  readonly partition: string | undefined;
  readonly profile: string | undefined;
  readonly roles: string | undefined;
}

/** Undefined where what should be there is not: such a service is not one of EC2. */
export function instanceOf({ identity, partition, profile, roles }: Documents): Instance | undefined {
  const { instanceId, accountId, region } = jsonObjectIn(identity ?? '');
  if (typeof instanceId !== 'string' || typeof accountId !== 'string' || typeof region !== 'string') {
    return undefined;
  }
  const { InstanceProfileArn: arn } = jsonObjectIn(profile ?? '');
  return {
    id: instanceId,
    account: accountId,
    region,
    partition: partition?.trim() || 'aws',
    // arn:aws:iam::123456789012:instance-profile/path/name
    profile: typeof arn === 'string' ? arn.split('/').at(-1) : undefined,
    role: roleIn(roles),
  };
}
