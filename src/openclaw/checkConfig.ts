/**
 * What stands in a config that OpenClaw would refuse, or that will not work with Bedrock. Only the parts that
 * concern Bedrock are judged; the rest of the config is OpenClaw's own business.
 */
import type { Token } from '@humanwhocodes/momoa';
import * as l10n from '@vscode/l10n';
import { type BedrockModel, invocationIdOfRef } from '../bedrock/models/bedrockModel.ts';
import { editWithin } from './check/editWithin.ts';
import type { Finding, FindingFix } from './check/finding.ts';
import { misplaced } from './check/layouts.ts';
import { type Judged, judgeAllowed, judgeEntryId, judgeProvider, judgeRef } from './check/models.ts';
import { duplicateNames, missingNames, overridden, renaming, unknownNames } from './check/names.ts';
import { syntaxFinding } from './check/syntax.ts';
import { isIncluding, nameOf, type Place, placesIn, shallowValue } from './configTree.ts';
import { isObject, type JsonObject, type JsonValue, type Path } from './jsonValue.ts';
import type { Installation } from './layout.ts';
import { loadSyntaxTree } from './loadSyntaxTree.ts';
import { nearest } from './nearest.ts';
import { rangeOf } from './ranges.ts';
import { runtimeUrl } from '../regions.ts';
import { settingAt, settingIn } from './schema.ts';
import { corrected, type Setting, valueProblem } from './setting.ts';
import type * as SyntaxTree from './syntaxTree.ts';

export type { Finding, FindingFix } from './check/finding.ts';

export interface CheckContext {
  readonly installation: Installation;
  /** The models of the region; absent or empty: not known, so nothing is said of models and providers. */
  readonly models?: readonly BedrockModel[];
  readonly region: string;
  /** What OpenClaw reads a written value as: `${VAR}` substituted. What still holds one is not judged. */
  readonly read?: (written: JsonValue) => JsonValue;
  /** For the text of an included file: where in the config its content stands. */
  readonly at?: Path;
  /** The whole config as OpenClaw reads it; default: what the text says. */
  readonly config?: JsonObject;
}

/** What is found in the text, in its order: a syntax error alone, since nothing else can be told then. */
export async function checkConfig(text: string, context: CheckContext): Promise<Finding[]> {
  const syntax = syntaxFinding(text);
  if (syntax) return [syntax];
  const tree = await loadSyntaxTree();
  const setting = settingAt(context.at ?? []);
  const root = parsed(tree, text);
  if (!root || !setting) return [];
  const own = tree.evaluate(root.body);
  const config = context.config ?? asRead(own, context);
  const check = new Check(tree, text, root.tokens, { ...context, models: context.models ?? [], config });
  return [...check.place({ path: [], value: root.body }, setting)].sort((a, b) => a.range[0] - b.range[0]);
}

function asRead(own: JsonValue, { read }: CheckContext): JsonObject {
  const value = read?.(own) ?? own;
  return isObject(value) ? value : {};
}

/** Undefined for the few names that the reader of record takes and this parser does not (`{ null: 1 }`). */
function parsed({ parse }: typeof SyntaxTree, text: string) {
  try {
    const { body, tokens = [] } = parse(text, { mode: 'json5', ranges: true, tokens: true });
    return { body, tokens };
  } catch {
    return undefined;
  }
}

type Everything = CheckContext & Required<Pick<CheckContext, 'models' | 'config'>>;

class Check {
  readonly #evaluate: (typeof SyntaxTree)['evaluate'];
  readonly #context: Everything;
  readonly #source: Parameters<typeof unknownNames>[2];

  constructor(tree: typeof SyntaxTree, text: string, tokens: readonly Token[], context: Everything) {
    this.#evaluate = tree.evaluate;
    this.#context = context;
    this.#source = { text, tokens, layout: context.installation.layout };
  }

  /** Of a value and all that is in it. */
  *place(place: Place, setting: Setting): Generator<Finding> {
    if (setting.has && !setting.has(this.#source.layout)) yield* this.#otherLayout(place);
    if (!isIncluding(place.value)) yield* this.#value(place, setting);
    yield* this.#names(place, setting);
    yield* this.#inside(place, setting);
  }

  *#otherLayout({ path, value, name }: Place): Generator<Finding> {
    const { installation, config } = this.#context;
    const rule = misplaced(this.#absolute(path));
    if (!rule) return;
    const openclaw = installation.version
      ? l10n.t('OpenClaw {0}', installation.version)
      : l10n.t('This version of OpenClaw');
    yield {
      code: 'other-layout',
      severity: rule.severity,
      message: rule.message(openclaw),
      path,
      range: rangeOf(name ?? value),
      fixes: this.#own([rule.fix?.(config)]),
    };
  }

  *#value(place: Place, setting: Setting): Generator<Finding> {
    const written = shallowValue(place.value);
    const value = this.#context.read?.(written) ?? written;
    if (typeof value === 'string' && value.includes('${') && setting.types.includes('string')) return;

    const problem = valueProblem(setting, value);
    if (problem) {
      // OpenClaw itself takes any text as a region.
      const severity = setting.names === 'region' && problem.code === 'wrong-value' ? 'warning' : 'error';
      const instead = insteadOf(setting, problem.code, this.#evaluate(place.value));
      yield this.#finding(place, { ...problem, severity, instead });
    } else if (typeof value === 'string') {
      for (const judged of this.#named(value, place.path, setting)) yield this.#finding(place, judged);
    }
  }

  /** Of what a text names. */
  *#named(text: string, path: Path, { ref, names }: Setting): Generator<Judged> {
    const judged =
      (ref && judgeRef(text, ref, this.#context)) ??
      (names === 'model-id' ? judgeEntryId(text, this.#context) : undefined) ??
      (names === 'provider' ? judgeProvider(text, this.#context) : undefined);
    if (judged) yield judged;
    // A model that will be replaced need not be allowed first.
    else if (ref === 'used') {
      const notAllowed = judgeAllowed(text, this.#absolute(path), this.#context);
      if (notAllowed) yield notAllowed;
    }
  }

  *#names(place: Place, setting: Setting): Generator<Finding> {
    const { value } = place;
    if (value.type !== 'Object') return;
    const object = { ...place, value };
    yield* unknownNames(object, setting, this.#source);
    yield* duplicateNames(object, setting, this.#source);
    const evaluate = (node: typeof value) => this.#evaluate(node);
    const added = (name: string, { id }: JsonObject) => missingValue(name, id, this.#context.region);
    yield* missingNames(object, setting, this.#source, added, evaluate);
    if (setting.hasRefsAsNames) yield* this.#refNames(object);
  }

  *#refNames(place: Place): Generator<Finding> {
    const inner = placesIn(place);
    const present = inner.map(({ path }) => path.at(-1));
    for (const { path, name } of inner) {
      const judged = judgeRef(String(path.at(-1)), 'listed', this.#context);
      if (!judged || !name) continue;
      const { instead, fixes = [], code, severity, message } = judged;
      const free = instead.filter(ref => !present.includes(ref));
      const renamings = free.map(ref => renaming(name, ref, this.#source.text));
      yield {
        code,
        severity,
        message,
        path,
        range: rangeOf(name),
        fixes: [...renamings, ...this.#own(fixes)],
      };
    }
  }

  *#inside(place: Place, setting: Setting): Generator<Finding> {
    const { value } = place;
    const isVoid = new Set(value.type === 'Object' ? overridden(value).map(({ name }) => name) : []);
    for (const inner of placesIn(place)) {
      const step = inner.path.at(-1) ?? '';
      // Models of other providers are not Bedrock's.
      if (setting.hasRefsAsNames && invocationIdOfRef(String(step)) === undefined) continue;
      const rule = settingIn(setting, step);
      const isInclude = inner.name && nameOf(inner.name) === '$include';
      if (rule && !isInclude && !(inner.name && isVoid.has(inner.name))) yield* this.place(inner, rule);
    }
  }

  #finding({ path, value }: Place, { code, severity, message, instead, fixes = [] }: Found): Finding {
    const changes = instead.map(each => ({
      label: l10n.t('Change to {0}', JSON.stringify(each)),
      edits: [{ path, value: each }],
    }));
    return { code, severity, message, path, range: rangeOf(value), fixes: [...changes, ...this.#own(fixes)] };
  }

  #absolute(path: Path): Path {
    return [...(this.#context.at ?? []), ...path];
  }

  /** The fixes that can be made in this text: edits of the whole config as ones of this part of it. */
  #own(fixes: readonly (FindingFix | undefined)[]): FindingFix[] {
    return fixes.flatMap((fix): FindingFix[] => {
      if (!fix) return [];
      if (!('edits' in fix)) return [fix];
      const edits = fix.edits.flatMap(edit => editWithin(edit, this.#context.at ?? []) ?? []);
      return edits.length === fix.edits.length ? [{ ...fix, edits }] : [];
    });
  }
}

type Found = Pick<Finding, 'code' | 'severity' | 'message'> & {
  readonly instead: readonly JsonValue[];
  readonly fixes?: readonly FindingFix[];
};

/** Values that a setting takes, nearest to the one that it does not take. */
function insteadOf(setting: Setting, code: string, value: JsonValue): JsonValue[] {
  if (code === 'wrong-value' && setting.values && typeof value === 'string') {
    const [best = setting.values[0]] = nearest(value, setting.values, 1);
    return best === undefined ? [] : [best];
  }
  if (code === 'wrong-type') {
    const right = corrected(setting, value);
    return right === undefined ? [] : [right];
  }
  return setting.default === undefined ? [] : [setting.default];
}

/** What a person would have to look up. */
function missingValue(name: string, id: JsonValue | undefined, region: string): JsonValue | undefined {
  if (name === 'baseUrl') return runtimeUrl(region);
  if (name === 'models') return [];
  return name === 'name' && typeof id === 'string' && id ? id : undefined;
}
