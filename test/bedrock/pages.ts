/** Gives out a list page by page, as all of the service's paginated lists do. */
import type { Query } from './queries.ts';
import { invalid } from './refusal.ts';

/** Small enough that the simulator's own profiles need two pages. */
const defaultPageSize = 20;

/** `member`: the name under which the answer holds the list. A token is good for the list that gave it only. */
export function page(member: string, items: readonly object[], query: Query): object {
  const start = query['nextToken'] === undefined ? 0 : offset(member, query['nextToken']);
  const end = start + Number(query['maxResults'] ?? defaultPageSize);
  return {
    [member]: items.slice(start, end),
    ...(end < items.length && { nextToken: token(member, end) }),
  };
}

function token(member: string, offset: number): string {
  return Buffer.from(`${member}:${offset}`).toString('base64url');
}

function offset(member: string, nextToken: string): number {
  const [, list, digits] = /^(\w+):(\d+)$/.exec(Buffer.from(nextToken, 'base64url').toString()) ?? [];
  if (list !== member) {
    throw invalid('The provided nextToken is invalid.');
  }
  return Number(digits);
}
