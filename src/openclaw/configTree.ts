/** Finding one's way in the syntax tree of a config. */
import type { MemberNode, ValueNode } from '@humanwhocodes/momoa';
import type { JsonValue, Path } from './jsonValue.ts';

export type NameNode = MemberNode['name'];

/** A value in the tree, with the path to it and, for a member, the node of its name. */
export interface Place {
  readonly path: Path;
  readonly value: ValueNode;
  readonly name?: NameNode;
}

export function nameOf(name: NameNode): string {
  return name.type === 'String' ? name.value : name.name;
}

/** The members of an object or the elements of an array; nothing for other values. */
export function placesIn({ path, value }: Place): Place[] {
  if (value.type === 'Object') {
    return value.members.map(member => ({
      path: [...path, nameOf(member.name)],
      value: member.value,
      name: member.name,
    }));
  }
  if (value.type === 'Array') {
    return value.elements.map((element, at) => ({ path: [...path, at], value: element.value }));
  }
  return [];
}

/** Whether other files are put in here, so that what is missing may be in one of them. */
export function isIncluding(value: ValueNode): boolean {
  return value.type === 'Object' && value.members.some(({ name }) => nameOf(name) === '$include');
}

/** The value without what is in it: enough to know its type, however large it is. */
export function shallowValue(value: ValueNode): JsonValue {
  switch (value.type) {
    case 'Object':
      return {};
    case 'Array':
      return [];
    case 'Null':
      return null;
    case 'NaN':
      return NaN;
    case 'Infinity':
      return Infinity;
    default:
      return value.value;
  }
}
