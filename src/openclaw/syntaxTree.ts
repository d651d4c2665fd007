/**
 * The parser whose trees the edits are made by. A bundle of its own, since few sessions edit: import it only
 * through `loadSyntaxTree`.
 */
export { evaluate, parse } from '@humanwhocodes/momoa';
