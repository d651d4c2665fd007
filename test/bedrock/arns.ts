/** The ARNs of the simulated account: of AWS's models in a region, and of what is the account's own. */

const account = '123456789012';

/** An empty region stands for any. */
export function modelArn(id: string, region: string): string {
  return `arn:${partition(region)}:bedrock:${region}::foundation-model/${id}`;
}

/** Of a profile, a router or anything else that has the account in its ARN; `resource` is its kind and id. */
export function ownArn(resource: string, region: string): string {
  return `arn:${partition(region)}:bedrock:${region}:${account}:${resource}`;
}

/** What stands after the last slash: the id of a model in its ARN. */
export function lastSegment(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

function partition(region: string): string {
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}
