/** Names of members: unknown and misspelt ones, duplicates, and those that are missing. */
import type { MemberNode, ObjectNode, Token } from '@humanwhocodes/momoa';
import * as l10n from '@vscode/l10n';
import { isIncluding, nameOf, type NameNode, type Place } from '../configTree.ts';
import { isObject, type JsonObject, type JsonValue } from '../jsonValue.ts';
import type { Layout } from '../layout.ts';
import { nearest } from '../nearest.ts';
import { rangeOf } from '../ranges.ts';
import type { Setting } from '../setting.ts';
import type { Finding, FindingFix } from './finding.ts';

interface Source {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly layout: Layout;
}

/** Names with which a name that is not listed, where others may be, is still taken for a misspelt one. */
const MOST_TYPING_ERRORS = 2;
/** OpenClaw's own, at any place. */
const ANYWHERE = ['$include', '$schema'];

/** Names that OpenClaw does not know; where other names may be its own, only those nearly like one of ours. */
export function* unknownNames(
  { path, value }: Place & { readonly value: ObjectNode },
  setting: Setting,
  source: Source,
): Generator<Finding> {
  const { members = {}, others = [], otherNames, every } = setting;
  if (every) return;
  const present = value.members.map(({ name }) => nameOf(name));
  const known = new Set([...Object.keys(members), ...others, ...ANYWHERE]);
  const free = Object.keys(members).filter(
    name => !present.includes(name) && (members[name]?.has?.(source.layout) ?? true),
  );

  for (const { name } of value.members) {
    const written = nameOf(name);
    if (known.has(written)) continue;
    const [meant] = nearest(written, free, 1, otherNames && MOST_TYPING_ERRORS);
    // `amazon-bedrock-eu` is a name that somebody chose.
    if (otherNames && (!meant || written.startsWith(meant))) continue;
    yield {
      code: 'unknown-setting',
      severity: otherNames === 'people' ? 'warning' : 'error',
      message: meant
        ? l10n.t('OpenClaw knows no setting "{0}" here. Did you mean "{1}"?', written, meant)
        : l10n.t('OpenClaw knows no setting "{0}" here and refuses the whole config. Remove it.', written),
      path: [...path, written],
      range: rangeOf(name),
      fixes: [
        ...(meant ? [renaming(name, meant, source.text)] : []),
        { label: l10n.t('Remove "{0}"', written), edits: [{ path: [...path, written], remove: true }] },
      ],
    };
  }
}

/** All but the last of the members with one name, where the name is a setting of ours. */
export function* duplicateNames(
  { path, value }: Place & { readonly value: ObjectNode },
  setting: Setting,
  source: Source,
): Generator<Finding> {
  const isOurs = (name: string) =>
    !setting.otherNames || (setting.members !== undefined && Object.hasOwn(setting.members, name));
  for (const member of overridden(value)) {
    const name = nameOf(member.name);
    if (!isOurs(name)) continue;
    yield {
      code: 'duplicate-setting',
      severity: 'warning',
      message: l10n.t(
        '"{0}" stands here again further down, and only the last one counts. Remove this one.',
        name,
      ),
      path: [...path, name],
      range: rangeOf(member.name),
      fixes: [{ label: l10n.t('Remove this "{0}"', name), range: lineRange(member, source), text: '' }],
    };
  }
}

/** Members that a later one of the same name makes void. */
export function overridden({ members }: ObjectNode): MemberNode[] {
  const last = new Map(members.map(member => [nameOf(member.name), member]));
  return members.filter(member => last.get(nameOf(member.name)) !== member);
}

/** Members that this version refuses the object without. */
export function* missingNames(
  { path, value, name }: Place & { readonly value: ObjectNode },
  { members = {} }: Setting,
  { layout }: Source,
  valueFor: (setting: string, object: JsonObject) => JsonValue | undefined,
  evaluate: (value: ObjectNode) => JsonValue,
): Generator<Finding> {
  if (isIncluding(value)) return;
  const present = value.members.map(member => nameOf(member.name));
  const missing = Object.entries(members).flatMap(([each, setting]) =>
    setting.isRequired?.(layout) && !present.includes(each) ? [each] : [],
  );
  const object = missing.length > 0 ? evaluate(value) : {};
  for (const each of missing) {
    const start = rangeOf(value)[0];
    const added = isObject(object) ? valueFor(each, object) : undefined;
    yield {
      code: 'missing-setting',
      severity: 'error',
      message: l10n.t('OpenClaw refuses the whole config without "{0}" here. Add it.', each),
      path: [...path, each],
      range: name ? rangeOf(name) : [start, start + 1],
      fixes:
        added === undefined
          ? []
          : [{ label: l10n.t('Add "{0}"', each), edits: [{ path: [...path, each], value: added }] }],
    };
  }
}

/** Another name in the place of this one, in its quotes. */
export function renaming(node: NameNode, name: string, text: string): FindingFix {
  const range = rangeOf(node);
  return { label: l10n.t('Change to "{0}"', name), range, text: nameLike(node, name, text) };
}

function nameLike(node: NameNode, name: string, text: string): string {
  if (node.type === 'Identifier' && /^[A-Za-z_$][\w$]*$/.test(name)) return name;
  const json = JSON.stringify(name);
  const isSingle = node.type === 'String' && text.charAt(rangeOf(node)[0]) === "'";
  return isSingle ? `'${json.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'` : json;
}

/** A member that another one follows, with its comma, and its lines where nothing else stands on them. */
function lineRange(member: MemberNode, { text, tokens }: Source): [number, number] {
  const [start, end] = rangeOf(member);
  const comma = tokens.find(({ type, loc }) => type === 'Comma' && loc.start.offset >= end);
  const behind = comma?.loc.end.offset ?? end;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const rest = /^[ \t]*(\r?\n)/.exec(text.slice(behind))?.[0];
  const isAlone = text.slice(lineStart, start).trim() === '' && rest !== undefined;
  return isAlone
    ? [lineStart, behind + rest.length]
    : [start, behind + (/^[ \t]*/.exec(text.slice(behind))?.[0].length ?? 0)];
}
