/** The regions of AWS by name, and their partitions: which hosts serve a region, and where its console is. */

/**
 * Regions that Bedrock has been announced in, as of 2026, for suggestions: which ones have it changes, so no other
 * name is refused.
 */
export const REGIONS: readonly string[] = [
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
  'us-gov-east-1',
  'us-gov-west-1',
  'af-south-1',
  'ap-east-2',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-south-2',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-southeast-3',
  'ap-southeast-4',
  'ap-southeast-5',
  'ap-southeast-7',
  'ca-central-1',
  'ca-west-1',
  'eu-central-1',
  'eu-central-2',
  'eu-north-1',
  'eu-south-1',
  'eu-south-2',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'il-central-1',
  'me-central-1',
  'me-south-1',
  'mx-central-1',
  'sa-east-1',
];

interface Partition {
  readonly id: string;
  readonly dnsSuffix: string;
  /** The host of its console, before which the region can stand. */
  readonly console: string;
}

const COMMERCIAL = {
  id: 'aws',
  regions: /^(us|eu|ap|sa|ca|me|af|il|mx)-\w+-\d+$/,
  dnsSuffix: 'amazonaws.com',
  console: 'console.aws.amazon.com',
};

/** AWS's own table (`partitions.json` of its endpoint rules); the console's hosts are those of its sign-in pages. */
const PARTITIONS: readonly (Partition & { readonly regions: RegExp })[] = [
  COMMERCIAL,
  {
    id: 'aws-cn',
    regions: /^cn-\w+-\d+$/,
    dnsSuffix: 'amazonaws.com.cn',
    console: 'console.amazonaws.cn',
  },
  {
    id: 'aws-us-gov',
    regions: /^us-gov-\w+-\d+$/,
    dnsSuffix: 'amazonaws.com',
    console: 'console.amazonaws-us-gov.com',
  },
  {
    id: 'aws-eusc',
    regions: /^eusc-de-\w+-\d+$/,
    dnsSuffix: 'amazonaws.eu',
    console: 'console.amazonaws-eusc.eu',
  },
  {
    id: 'aws-iso',
    regions: /^us-iso-\w+-\d+$/,
    dnsSuffix: 'c2s.ic.gov',
    console: 'console.c2shome.ic.gov',
  },
  {
    id: 'aws-iso-b',
    regions: /^us-isob-\w+-\d+$/,
    dnsSuffix: 'sc2s.sgov.gov',
    console: 'console.sc2shome.sgov.gov',
  },
  {
    id: 'aws-iso-e',
    regions: /^eu-isoe-\w+-\d+$/,
    dnsSuffix: 'cloud.adc-e.uk',
    console: 'console.csphome.adc-e.uk',
  },
  {
    id: 'aws-iso-f',
    regions: /^us-isof-\w+-\d+$/,
    dnsSuffix: 'csp.hci.ic.gov',
    console: 'console.csphome.hci.ic.gov',
  },
];

/** The partition of a region; of one that nothing is known of, the commercial one, as the SDK takes it. */
export function partitionOf(region: string): Partition {
  const { id, dnsSuffix, console } = PARTITIONS.find(({ regions }) => regions.test(region)) ?? COMMERCIAL;
  return { id, dnsSuffix, console };
}

/** Whether a name has the form of a region, such as `us-east-1` and `us-gov-west-1`. */
export function isRegionName(name: string): boolean {
  return /^[a-z]{2,}(-[a-z]+)+-\d+$/.test(name);
}

/** A page of the console in a region, such as `/bedrock/home#/model-catalog`. */
export function consoleUrl(region: string, path: string): string {
  const [page = '', fragment] = path.split('#');
  const place = fragment === undefined ? '' : `#${fragment}`;
  return `https://${region}.${partitionOf(region).console}${page}?region=${region}${place}`;
}

/** Where a service answers in a region, as the SDK's own endpoint rules say. */
export function serviceHost(
  service: 'bedrock' | 'bedrock-runtime' | 'sts',
  region: string,
  { fips = false }: { readonly fips?: boolean } = {},
): string {
  const { id, dnsSuffix } = partitionOf(region);
  // The one endpoint of STS in GovCloud is its FIPS endpoint.
  const hasOwnFips = fips && !(service === 'sts' && id === 'aws-us-gov');
  return `${service}${hasOwnFips ? '-fips' : ''}.${region}.${dnsSuffix}`;
}

/** Where models answer in a region. */
export function runtimeUrl(region: string): string {
  return `https://${serviceHost('bedrock-runtime', region)}`;
}
