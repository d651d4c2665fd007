/** What can be typed where the cursor stands: settings, refs of models, providers, regions and other values. */
import * as l10n from '@vscode/l10n';
import type { BedrockModel, Route } from '../bedrock/models/bedrockModel.ts';
import { PROVIDER_ID } from '../bedrock/models/bedrockModel.ts';
import { providersOf } from '../openclaw/check/models.ts';
import type { JsonValue, Path } from '../openclaw/jsonValue.ts';
import type { Layout } from '../openclaw/layout.ts';
import { REGIONS } from '../regions.ts';
import { settingAt } from '../openclaw/schema.ts';
import type { Setting } from '../openclaw/setting.ts';
import type { Cursor, Writing } from './cursor.ts';
import { modelLine, modelTable } from './modelWords.ts';
import { settingText } from './settingWords.ts';

export interface SuggestionContext {
  readonly layout: Layout;
  /** Empty: not known. */
  readonly models: readonly BedrockModel[];
  /** The region of these models; suggested before all others. */
  readonly region: string;
  /** Where in the config the content of the file stands. */
  readonly at: Path;
}

export interface Suggestion {
  readonly kind: 'setting' | 'value' | 'model' | 'provider' | 'region';
  readonly label: string;
  /** A snippet of the editor, quotes and all. */
  readonly snippet: string;
  /** A few words beside the label. */
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** True when there is something to choose at the place that the snippet leaves the cursor at. */
  readonly leadsOn?: boolean;
}

/** In the order in which they are to be shown. */
export function suggestionsAt(cursor: Cursor, context: SuggestionContext): Suggestion[] {
  const setting = settingAt([...context.at, ...cursor.path]);
  if (!setting || (setting.has && !setting.has(context.layout))) return [];
  return cursor.kind === 'name' ? names(cursor, setting, context) : values(cursor, setting, context);
}

function names(cursor: Cursor, setting: Setting, context: SuggestionContext): Suggestion[] {
  const { members = {}, hasRefsAsNames = false, every } = setting;
  const settings = Object.entries(members).filter(([, inner]) => inner.has?.(context.layout) ?? true);
  return [
    ...settings.map(([name, inner]) => settingNamed(name, inner, cursor)),
    ...(hasRefsAsNames && every ? refs(context).map(ref => asName(ref, every, cursor)) : []),
  ].filter(({ label }) => !cursor.present.includes(label));
}

function settingNamed(name: string, setting: Setting, cursor: Cursor): Suggestion {
  const documentation = settingText(setting);
  return {
    kind: 'setting',
    label: name,
    ...withName(name, setting, cursor),
    ...(documentation && { documentation }),
  };
}

function asName(ref: Suggestion, setting: Setting, cursor: Cursor): Suggestion {
  return { ...ref, ...withName(ref.label, setting, cursor) };
}

/** `name: value`, or the name alone where it has its value already. */
function withName(
  name: string,
  setting: Setting,
  { quote, hasColon, needsComma, writing }: Cursor,
): Pick<Suggestion, 'snippet' | 'leadsOn'> {
  const isBare = quote === undefined && writing.hasBareNames && /^[A-Za-z_$][\w$]*$/.test(name);
  const written = isBare ? name : quoted(name, quote ?? writing.quote);
  if (hasColon) return { snippet: escaped(written) };
  return {
    snippet: `${escaped(written)}: ${blank(setting, writing)}${needsComma ? ',' : ''}`,
    leadsOn: setting.types[0] !== 'integer' && setting.types[0] !== 'number',
  };
}

/** A value with the place to type marked. */
function blank({ types, values = [], every, default: preset }: Setting, { quote }: Writing): string {
  switch (types[0]) {
    case 'string':
      return values.length === 1 ? `${quote}${values[0] ?? ''}${quote}` : `${quote}$1${quote}`;
    case 'array':
      return every?.types[0] === 'string' ? `[${quote}$1${quote}]` : '[$1]';
    case 'object':
      return '{\n\t$1\n}';
    case 'boolean':
      return '$1';
    default:
      return typeof preset === 'number' ? `\${1:${String(preset)}}` : '$1';
  }
}

function values(cursor: Cursor, setting: Setting, context: SuggestionContext): Suggestion[] {
  const { types, values: allowed, names: named, ref, default: preset } = setting;
  const isFree = ({ label }: Suggestion) =>
    typeof cursor.path.at(-1) !== 'number' || !cursor.present.includes(label);
  const asValue = (each: Suggestion): Suggestion => ({
    ...each,
    snippet: escaped(quoted(each.label, cursor.quote ?? cursor.writing.quote)),
  });

  if (types[0] === 'boolean') return [true, false].map(value => literal(value, setting));
  if (types[0] === 'integer') return typeof preset === 'number' ? [literal(preset, setting)] : [];
  if (types[0] !== 'string') return [];
  if (allowed) return allowed.map(label => asValue({ kind: 'value', label, snippet: '' })).filter(isFree);
  if (ref) return [...refs(context), ...wildcards(ref)].map(asValue).filter(isFree);
  if (named === 'region') return regions(context).map(asValue);
  if (named === 'provider') return providers(context).map(asValue).filter(isFree);
  if (named === 'model-id')
    return routesOf(context).map(({ route, ...rest }) => asValue(model(route.id, { route, ...rest })));
  return [];
}

function literal(value: JsonValue, setting: Setting): Suggestion {
  const text = JSON.stringify(value);
  const isDefault = setting.default === value;
  return { kind: 'value', label: text, snippet: text, ...(isDefault && { detail: l10n.t('default') }) };
}

function refs(context: SuggestionContext): Suggestion[] {
  return routesOf(context).map(found => model(`${PROVIDER_ID}/${found.route.id}`, found));
}

/** The default routes of all models first, then the others. */
function routesOf({ models }: SuggestionContext): Found[] {
  const found = models.flatMap(each => each.routes.map((route, rank) => ({ model: each, route, rank })));
  return found.sort((a, b) => Math.min(a.rank, 1) - Math.min(b.rank, 1));
}

interface Found {
  readonly model: BedrockModel;
  readonly route: Route;
}

function model(label: string, { model: each, route }: Found): Suggestion {
  return {
    kind: 'model',
    label,
    snippet: '',
    detail: modelLine(each, route),
    documentation: modelTable(each, route),
  };
}

function wildcards(ref: Setting['ref']): Suggestion[] {
  const detail = l10n.t('all models of Amazon Bedrock');
  return ref === 'listed' ? [{ kind: 'model', label: `${PROVIDER_ID}/*`, snippet: '', detail }] : [];
}

function regions({ region, models }: SuggestionContext): Suggestion[] {
  const seen = models.flatMap(({ routes }) => routes.flatMap(route => route.regions));
  return [...new Set([region, ...REGIONS, ...seen.sort()])].map(label => ({
    kind: 'region',
    label,
    snippet: '',
  }));
}

function providers({ models }: SuggestionContext): Suggestion[] {
  return providersOf(models).map(label => {
    const count = models.filter(({ provider }) => provider.toLowerCase() === label).length;
    return { kind: 'provider', label, snippet: '', detail: l10n.t('models: {0}', count) };
  });
}

function quoted(text: string, quote: '"' | "'"): string {
  return `${quote}${text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`)}${quote}`;
}

/** With nothing in it that a snippet would take for a mark of its own. */
function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
