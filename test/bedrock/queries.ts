/** Holds the query of a list operation against the service's model: names, ranges, patterns and values. */
import { unreadable } from './refusal.ts';
import { checkShape, structure, type Members, type Shape } from './rules/shape.ts';

/** As it came: every value is a text. */
export type Query = Readonly<Record<string, string>>;

/** What every paginated list takes. */
export const paging: Members = {
  maxResults: { kind: 'number', min: 1, max: 1000 },
  nextToken: { kind: 'string', min: 1, max: 2048, pattern: '\\S*' },
};

/** What lists of things that somebody made take besides. */
export const madeByAccount: Members = {
  ...paging,
  creationTimeAfter: { kind: 'string' },
  creationTimeBefore: { kind: 'string' },
  nameContains: { kind: 'string', min: 1, max: 63, pattern: '([0-9a-zA-Z][_-]?)+' },
  sortBy: oneOf('CreationTime'),
  sortOrder: oneOf('Ascending', 'Descending'),
};

export function oneOf(...values: string[]): Shape {
  return { kind: 'string', oneOf: values };
}

/** Throws the refusal of a query that the service would not take. */
export function checkQuery(query: Query, members: Members): void {
  const values = Object.entries(query).map(([name, value]) => {
    const isNumber = members[name]?.kind === 'number' && /^-?\d+$/.test(value);
    return [name, isNumber ? Number(value) : value] as const;
  });
  checkShape(Object.fromEntries(values), structure(members));
  for (const name of ['creationTimeAfter', 'creationTimeBefore']) {
    if (Number.isNaN(Date.parse(query[name] ?? '2000'))) {
      throw unreadable('STRING_VALUE cannot be converted to Timestamp');
    }
  }
}
