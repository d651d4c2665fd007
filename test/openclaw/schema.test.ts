/** The real OpenClaw judges our schema: what it calls unknown is refused, and what it knows is taken. */
import assert from 'node:assert/strict';
import { isObject, type JsonObject, type JsonValue, type Path } from '../../src/openclaw/jsonValue.ts';
import { type Layout, layoutOf } from '../../src/openclaw/layout.ts';
import { SCHEMA } from '../../src/openclaw/schema.ts';
import type { Setting } from '../../src/openclaw/setting.ts';
import { OpenClaw, type Verdict } from './openclaw.ts';

const VERSIONS = ['2026.9.6', '2026.5.7'];
const WRONG = 'openclawBedrockWrong';

/** Values that fit where a name alone does not tell which. */
const FITTING: Readonly<Record<string, JsonValue>> = {
  baseUrl: 'https://bedrock-runtime.us-east-1.amazonaws.com',
  region: 'us-east-1',
};

/** A value that a setting takes, with everything in it that this layout has. */
function good(setting: Setting, layout: Layout, name = ''): JsonValue {
  const { types, values, ref, members = {}, every, hasRefsAsNames } = setting;
  switch (types.at(-1)) {
    case 'boolean':
      return true;
    case 'integer':
    case 'number':
      return setting.minimum ?? 1;
    case 'string':
      return values?.[0] ?? FITTING[name] ?? (ref ? 'amazon-bedrock/x' : 'text');
    case 'array':
      return every ? [good(every, layout)] : [];
    default: {
      const inner = Object.entries(members)
        .filter(([, member]) => member.has?.(layout) ?? true)
        .map(([each, member]): [string, JsonValue] => [each, good(member, layout, each)]);
      const key = hasRefsAsNames ? 'amazon-bedrock/x' : 'main';
      return Object.fromEntries([...inner, ...(every ? [[key, good(every, layout)] as const] : [])]);
    }
  }
}

/** The config that says everything; agents in a list need an id that is none of Bedrock's settings. */
function everything(layout: Layout): JsonObject {
  const config = good(SCHEMA, layout);
  assert.ok(isObject(config));
  const { agents } = config;
  if (isObject(agents) && Array.isArray(agents['list'])) {
    agents['list'] = agents['list'].map(agent => (isObject(agent) ? { id: 'main', ...agent } : agent));
  }
  return config;
}

/** Paths of the objects in which our schema lets no other name stand. */
function* closed(setting: Setting, layout: Layout, path: Path = []): Generator<Path> {
  const { members, every, otherNames, hasRefsAsNames, types } = setting;
  if (!otherNames && members) yield path;
  for (const [name, inner] of Object.entries(members ?? {})) {
    if (inner.has?.(layout) ?? true) yield* closed(inner, layout, [...path, name]);
  }
  const step = types[0] === 'array' ? 0 : hasRefsAsNames ? 'amazon-bedrock/x' : 'main';
  if (every) yield* closed(every, layout, [...path, step]);
}

function withWrongName(value: JsonValue, path: Path): void {
  const [step, ...rest] = path;
  if (isObject(value) && step === undefined) value[WRONG] = 1;
  else if (isObject(value) && step !== undefined) withWrongName(value[step] ?? null, rest);
  else if (Array.isArray(value) && typeof step === 'number') withWrongName(value[step] ?? null, rest);
}

const refusals = ({ issues = [] }: Verdict) =>
  issues.map(({ path, message }) => `${path ?? ''}: ${message ?? ''}`);

describe('the schema, judged by OpenClaw', () => {
  for (const version of VERSIONS) {
    const layout = layoutOf(version);

    it(`${version} takes all that it knows`, async () => {
      const openclaw = await OpenClaw.version(version);
      const verdict = await openclaw.validate(JSON.stringify(everything(layout)));
      assert.deepEqual([verdict.valid, refusals(verdict)], [true, []]);
    }).timeout(300_000);

    it(`${version} refuses every name that it calls unknown`, async () => {
      const openclaw = await OpenClaw.version(version);
      const paths = [...closed(SCHEMA, layout)].filter(path => isChecked(path, layout));
      assert.ok(paths.length >= 8, String(paths.length));
      // One verdict for all that the core checks, and one for the plugin, which it asks once all else is right.
      for (const some of [paths.filter(path => !isPlugin(path)), paths.filter(isPlugin)]) {
        if (some.length === 0) continue;
        const config = everything(layout);
        for (const path of some) withWrongName(config, path);
        const verdict = await openclaw.validate(JSON.stringify(config));
        const said = refusals(verdict).join('\n');
        for (const path of some) assert.ok(isRefused(path, said), `${path.join('.')} in:\n${said}`);
      }
    }).timeout(300_000);
  }
});

/** The settings of a plugin that is not installed are nobody's to check. */
function isChecked(path: Path, { provider }: Layout): boolean {
  return provider !== 'external-plugin' || !isPlugin(path);
}

function isPlugin(path: Path): boolean {
  return path[0] === 'plugins' && path.length > 3;
}

/** A model is one of two things, and OpenClaw does not say which one it took it for. */
function isRefused(path: Path, said: string): boolean {
  const place = path.join('.');
  return said
    .split('\n')
    .some(
      line =>
        line.startsWith(`${place}: `) && /Unrecognized key|Invalid input|additional propert/i.test(line),
    );
}
