/** AWS's regions as something to pick from: under their geography, with the place that each is named after. */
import * as l10n from '@vscode/l10n';
import { isRegionName, REGIONS } from '../regions.ts';
import type { PickItem } from '../editor/ask.ts';

/** AWS's own names of them. */
const PLACES: Readonly<Record<string, string>> = {
  'us-east-1': 'N. Virginia',
  'us-east-2': 'Ohio',
  'us-west-1': 'N. California',
  'us-west-2': 'Oregon',
  'us-gov-east-1': 'US-East',
  'us-gov-west-1': 'US-West',
  'af-south-1': 'Cape Town',
  'ap-east-2': 'Taipei',
  'ap-northeast-1': 'Tokyo',
  'ap-northeast-2': 'Seoul',
  'ap-northeast-3': 'Osaka',
  'ap-south-1': 'Mumbai',
  'ap-south-2': 'Hyderabad',
  'ap-southeast-1': 'Singapore',
  'ap-southeast-2': 'Sydney',
  'ap-southeast-3': 'Jakarta',
  'ap-southeast-4': 'Melbourne',
  'ap-southeast-5': 'Kuala Lumpur',
  'ap-southeast-7': 'Bangkok',
  'ca-central-1': 'Montréal',
  'ca-west-1': 'Calgary',
  'eu-central-1': 'Frankfurt',
  'eu-central-2': 'Zürich',
  'eu-north-1': 'Stockholm',
  'eu-south-1': 'Milan',
  'eu-south-2': 'Spain',
  'eu-west-1': 'Ireland',
  'eu-west-2': 'London',
  'eu-west-3': 'Paris',
  'il-central-1': 'Tel Aviv',
  'me-central-1': 'UAE',
  'me-south-1': 'Bahrain',
  'mx-central-1': 'Querétaro',
  'sa-east-1': 'São Paulo',
};

/** By how the names of their regions begin; the first that fits counts. */
function geographies(): readonly (readonly [start: RegExp, heading: string])[] {
  return [
    [/^us-gov-/, l10n.t('AWS GovCloud (US)')],
    [/^(us|ca|mx)-/, l10n.t('North America')],
    [/^eu-/, l10n.t('Europe')],
    [/^ap-/, l10n.t('Asia and the Pacific')],
    [/^sa-/, l10n.t('South America')],
    [/^(me|il)-/, l10n.t('Middle East')],
    [/^af-/, l10n.t('Africa')],
    [/./, l10n.t('Others')],
  ];
}

export interface RegionChoice {
  /** The one that is set; blank: none. */
  readonly current: string;
  /** What counts where none is set, and why. */
  readonly otherwise: string;
  /** Regions that mean something here, in words. */
  readonly marks: readonly { readonly region: string | undefined; readonly text: string }[];
}

/** A region in words, such as "eu-central-1 · Frankfurt". */
export function regionWords(region: string): string {
  const place = PLACES[region];
  return place ? `${region} · ${place}` : region;
}

/** The empty value is for none. */
export function regionItems({ current, otherwise, marks }: RegionChoice): PickItem<string>[] {
  const marked = marks.flatMap(({ region }) => region ?? []);
  const names = [...new Set([...REGIONS, ...marked, ...(current ? [current] : [])])];
  const item = (region: string) => ({
    label: regionWords(region),
    description: marks
      .filter(mark => mark.region === region)
      .map(({ text }) => text)
      .join(' · '),
    isCurrent: region === current,
    value: region,
  });
  const groups = geographies();
  const groupOf = (region: string) => groups.find(([start]) => start.test(region))?.[1] ?? '';
  const byGroup = Map.groupBy(names, groupOf);
  const order = [...groups.slice(1, -1), ...groups.slice(0, 1), ...groups.slice(-1)].map(
    ([, heading]) => heading,
  );
  return [
    { label: l10n.t('What this machine has'), description: otherwise, isCurrent: !current, value: '' },
    ...order.flatMap(heading => {
      const its = byGroup.get(heading) ?? [];
      return its.length > 0 ? [{ heading }, ...its.map(item)] : [];
    }),
  ];
}

/** What is typed as a region of its own, where it could be one that the list lacks. */
export function typedRegion(typed: string): (PickItem<string> & { readonly value: string }) | undefined {
  const name = typed.toLowerCase();
  if (!isRegionName(name) || REGIONS.includes(name)) return undefined;
  return { label: regionWords(name), description: l10n.t('as typed'), value: name };
}
