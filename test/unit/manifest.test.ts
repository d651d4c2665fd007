import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import { imageSize } from 'image-size';
import * as fixes from '../../src/bedrock/fixes.ts';

const ROOT = join(import.meta.dirname, '../..');
const PREFIX = 'openclawBedrock.';

interface Command {
  command: string;
  title: string;
  category: string;
}
interface MenuItem {
  command: string;
  when: string;
}
interface Manifest {
  name: string;
  publisher: string;
  version: string;
  license: string;
  icon: string;
  pricing: string;
  categories: string[];
  keywords: string[];
  galleryBanner: { color: string; theme: string };
  enabledApiProposals?: string[];
  extensionKind: string[];
  capabilities: Record<'untrustedWorkspaces' | 'virtualWorkspaces', unknown>;
  browser?: string;
  activationEvents: string[];
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  engines: { vscode: string };
  contributes: {
    viewsContainers: { activitybar: { id: string; icon: string }[] };
    views: Record<string, { id: string }[]>;
    commands: Command[];
    menus: Record<string, MenuItem[]>;
    languageModelChatProviders: {
      vendor: string;
      configuration: { properties: Record<string, { type: string; secret?: boolean }> };
    }[];
    chatParticipants: { id: string; name: string }[];
    walkthroughs: { id: string; steps: { id: string; when?: string; completionEvents: string[] }[] }[];
    viewsWelcome: { when: string }[];
    configuration: {
      properties: Record<
        string,
        { scope: string; type: string; default: unknown; enum?: unknown[]; markdownDescription: string }
      >;
    };
  };
}

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest;
const strings = JSON.parse(read('package.nls.json')) as Record<string, string>;
const { contributes } = manifest;

/** The source files below a folder, and what they say. */
function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => read(join(folder, file)));
}

describe('manifest: strings', () => {
  const used = [...read('package.json').matchAll(/%([\w.]+)%/g)].map(([, key]) => key!);

  it('are all there', () => {
    assert.ok(used.length > 10);
    assert.deepEqual(
      used.filter(key => !(key in strings)),
      [],
    );
  });

  it('are all used', () => {
    assert.deepEqual(
      Object.keys(strings).filter(key => !used.includes(key)),
      [],
    );
  });

  it('are none of them blank', () => {
    for (const [key, text] of Object.entries(strings)) assert.equal(text.trim(), text || key, key);
  });

  it('stand wherever a person reads the manifest', () => {
    const shown = [
      ...contributes.commands.map(({ title }) => title),
      ...Object.values(contributes.configuration.properties).map(setting => setting.markdownDescription),
    ];
    for (const text of shown) assert.match(text, /^%[\w.]+%$/);
  });
});

describe('manifest: commands', () => {
  const declared = contributes.commands.map(({ command }) => command);
  const implemented = sources('src/commands').flatMap(text =>
    [...text.matchAll(/^ {2}id: '([\w.]+)'|= \w+Command\('([\w.]+)'/gm)].map(
      ([, id, model]) => (id ?? model)!,
    ),
  );

  it('are the ones that the source implements', () => {
    assert.ok(declared.length >= 7);
    assert.deepEqual(declared.toSorted(), implemented.toSorted());
  });

  it('are implemented each in the file of its name, and listed in the index', () => {
    const index = read('src/commands/index.ts');
    for (const id of implemented) {
      const name = id.slice(PREFIX.length);
      assert.ok(read(`src/commands/${name}.ts`).includes(`'${id}'`), id);
      assert.match(index, new RegExp(`^ {2}${name},$`, 'm'));
    }
  });

  it('carry the prefix, a title of their own and a category', () => {
    assert.equal(new Set(declared).size, declared.length);
    assert.equal(new Set(contributes.commands.map(({ title }) => title)).size, declared.length);
    for (const { command, category } of contributes.commands) {
      assert.ok(command.startsWith(PREFIX), command);
      assert.ok(['OpenClaw', 'Bedrock'].includes(category), category);
    }
  });

  it('are in the category OpenClaw unless they have nothing to do with its config', () => {
    const others = contributes.commands.filter(({ category }) => category === 'Bedrock');
    assert.deepEqual(others.map(({ command }) => command.slice(PREFIX.length)).toSorted(), [
      'addConnection',
      'addFavourite',
      'chatWithModel',
      'clearModelFilter',
      'compareModels',
      'copyIamPolicy',
      'copyModelArn',
      'copyModelId',
      'copyModelRef',
      'filterModels',
      'getStarted',
      'groupModels',
      'hideModel',
      'openModelPage',
      'refreshModels',
      'removeApiKey',
      'removeFavourite',
      'selectProfile',
      'selectRegion',
      'selectRoutePolicy',
      'setApiKey',
      'setUpInstanceRole',
      'showAllModels',
      'showConnection',
      'showHiddenModels',
      'showLog',
      'signIn',
      'sortModels',
      'stopUsingInChat',
      'testModel',
      'troubleshoot',
      'unhideModel',
      'useInChat',
    ]);
  });

  it('are called in fixes what they are called in the palette', () => {
    const { refreshModels, selectProfile, selectRegion, setApiKey, removeApiKey, addConnection } = fixes;
    const named = [refreshModels, selectProfile, selectRegion, setApiKey, removeApiKey, addConnection];
    for (const fix of [...named, fixes.openConfig, fixes.configureDiscovery, fixes.setOpenClawProfile]) {
      const made = fix();
      assert.ok('command' in made);
      assert.equal(made.label, strings[made.command.replace(PREFIX, 'command.')]);
    }
  });

  it('that a menu or a fix names are declared', () => {
    const inMenus = Object.values(contributes.menus)
      .flat()
      .map(({ command }) => command);
    const inSource = sources('src').flatMap(text =>
      [...text.matchAll(/command: '(openclawBedrock\.\w+)'|executeCommand\('(openclawBedrock\.\w+)'/g)].map(
        ([, fix, call]) => (fix ?? call)!,
      ),
    );
    assert.ok(inMenus.length > 0 && inSource.length > 0);
    for (const command of [...inMenus, ...inSource]) assert.ok(declared.includes(command), command);
  });
});

describe('manifest: settings', () => {
  const settings = Object.entries(contributes.configuration.properties);

  it('are all machine-scoped, so that no workspace can steer a request or a file', () => {
    assert.ok(settings.length > 0);
    for (const [id, { scope }] of settings) assert.equal(scope, 'machine', id);
  });

  it('carry the prefix and are blank, off or the first of their values by default, but for two', () => {
    const untouched: Record<string, unknown> = { string: '', boolean: false, object: {} };
    const others: Record<string, unknown> = { promptCaching: true, silenceLimit: 120 };
    for (const [id, setting] of settings) {
      assert.ok(id.startsWith(PREFIX), id);
      const expected = others[id.slice(PREFIX.length)] ?? setting.enum?.[0] ?? untouched[setting.type];
      assert.notEqual(expected, undefined, id);
      assert.deepEqual(setting.default, expected, id);
    }
  });

  it('are the ones that the source reads', () => {
    const wanted = [...read('src/editor/settings.ts').matchAll(/(?:read|write|settings\.get)\('(\w+)'/g)].map(
      ([, name]) => name!,
    );
    assert.deepEqual(
      settings.map(([id]) => id.slice(PREFIX.length)).toSorted(),
      [...new Set(wanted)].toSorted(),
    );
  });

  it('that the source leads to are there', () => {
    const led = sources('src').flatMap(text =>
      [...text.matchAll(/setting (openclawBedrock\.\w+)/g)].map(([, id]) => id!),
    );
    assert.ok(led.length > 0);
    for (const id of led) assert.ok(id in contributes.configuration.properties, id);
  });
});

describe('manifest: ids', () => {
  it('of views are the ones that the source and the menus use', () => {
    const [container] = contributes.viewsContainers.activitybar;
    assert.deepEqual(Object.keys(contributes.views), [container?.id]);
    const views = Object.values(contributes.views).flatMap(its => its.map(({ id }) => id));
    assert.deepEqual(views, ['openclawBedrock.models']);
    assert.ok(read('src/sidebar/modelsView.ts').includes(`'${views[0]!}'`));
    for (const { when } of Object.values(contributes.menus).flat()) {
      for (const [, view] of when.matchAll(/view == ([\w.]+)/g)) assert.ok(views.includes(view!), view);
    }
  });

  it('of the chat are the public ones, and those that the source registers', () => {
    const [provider, ...others] = contributes.languageModelChatProviders;
    assert.deepEqual(others, []);
    assert.equal(provider?.vendor, 'amazon-bedrock');
    assert.ok(read('src/bedrock/models/bedrockModel.ts').includes(`PROVIDER_ID = '${provider.vendor}'`));
    const [{ id, name }] = contributes.chatParticipants as [{ id: string; name: string }];
    assert.deepEqual([id, name], ['openclawBedrock.chat', 'bedrock']);
    assert.ok(read('src/chat/participant.ts').includes(`'${id}'`));
  });

  it('of a group’s properties are fixed, and the key alone is a secret', () => {
    const { properties } = contributes.languageModelChatProviders[0]!.configuration;
    assert.deepEqual(Object.keys(properties), ['region', 'profile', 'endpoint', 'apiKey']);
    for (const [name, { type, secret = false }] of Object.entries(properties)) {
      assert.deepEqual([type, secret], ['string', name === 'apiKey'], name);
    }
  });
});

describe('manifest: the first minutes', () => {
  const keys = [...read('src/editor/contextKeys.ts').matchAll(/^ {2}readonly (\w+):/gm)].map(
    ([, name]) => name!,
  );
  const [walkthrough, ...others] = contributes.walkthroughs;
  const steps = walkthrough?.steps ?? [];

  it('have one walkthrough, which Get Started opens', () => {
    assert.deepEqual(others, []);
    const { publisher, name } = manifest;
    const id = `${publisher}.${name}#${walkthrough?.id ?? ''}`;
    assert.ok(read('src/commands/getStarted.ts').includes(`'${id}'`), id);
  });

  it('have steps that complete themselves, each by something that the source tells', () => {
    assert.ok(steps.length >= 5);
    for (const { id, completionEvents } of steps) {
      assert.equal(completionEvents.length, 1, id);
      const [, key] = /^onContext:openclawBedrock\.(\w+)$/.exec(completionEvents[0] ?? '') ?? [];
      assert.ok(keys.includes(key ?? ''), `${id}: ${completionEvents[0] ?? ''}`);
    }
  });

  it('show one step for each way to be connected, and one where there is none', () => {
    const shownFor = (kind: string) =>
      steps.filter(
        ({ when }) =>
          when === (kind ? `openclawBedrock.connectedBy == '${kind}'` : '!openclawBedrock.connectedBy'),
      );
    const kinds = [
      ...read('src/bedrock/connection/connection.ts').matchAll(/readonly kind: '([\w-]+)'/g),
    ].map(([, kind]) => kind!);
    assert.ok(kinds.length >= 4);
    for (const kind of ['', 'instance-role', ...kinds]) assert.equal(shownFor(kind).length, 1, kind);
  });

  it('have a welcome for just the problems that leave the view empty', () => {
    const welcomed = contributes.viewsWelcome.map(
      ({ when }) => /^openclawBedrock\.emptyBecause == '([\w-]+)'$/.exec(when)?.[1],
    );
    const [, list = ''] = /const WELCOMED[^=]*= \[([^\]]*)\]/.exec(read('src/sidebar/modelsView.ts')) ?? [];
    assert.deepEqual(
      welcomed,
      [...list.matchAll(/'([\w-]+)'/g)].map(([, code]) => code),
    );
    assert.ok(keys.includes('emptyBecause'));
  });

  it('lead to commands that are there', () => {
    const texts = Object.entries(strings).filter(([key]) => /^(walkthrough|welcome)\b/.test(key));
    const ids = contributes.commands.map(({ command }) => command);
    for (const [key, text] of texts) {
      for (const [, id = ''] of text.matchAll(/\(command:([\w.]+)\)/g))
        assert.ok(ids.includes(id) || id === 'openclawBedrock.models.focus', `${key}: ${id}`);
    }
  });
});

describe('manifest: files and versions', () => {
  it('has every picture that it names', () => {
    for (const [, picture] of read('package.json').matchAll(/"(media\/[^"]+)"/g)) {
      assert.notEqual(read(picture!).length, 0, picture);
    }
  });

  it('pins every dependency', () => {
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
      assert.match(version, /^\d+\.\d+\.\d+$/, name);
    }
  });

  it('has the editor’s types no newer than the editor it asks for', () => {
    const minor = (version: string) => Number(/^\^?1\.(\d+)\./.exec(version)?.[1]);
    assert.ok(minor(manifest.devDependencies['@types/vscode'] ?? '') <= minor(manifest.engines.vscode));
  });
});

describe('manifest: what registries and editors go by', () => {
  it('names itself as both registries take it', () => {
    for (const name of [manifest.name, manifest.publisher]) assert.match(name, /^[a-z0-9][a-z0-9-]*$/);
    assert.match(manifest.version, /^\d+\.\d+\.\d+$/);
    assert.equal(manifest.license, 'MIT');
    assert.match(read('LICENSE'), /^MIT License/);
    assert.equal(manifest.pricing, 'Free');
    assert.deepEqual(manifest.categories, ['AI', 'Chat', 'Machine Learning']);
    assert.ok(manifest.keywords.length > 5 && manifest.keywords.length <= 30);
    assert.equal(new Set(manifest.keywords).size, manifest.keywords.length);
    assert.ok((strings['displayName'] ?? '').length <= 50 && (strings['description'] ?? '').length <= 200);
  });

  it('has a banner of its colour, and an icon for screens of double density', () => {
    assert.match(manifest.galleryBanner.color, /^#[0-9a-f]{6}$/);
    assert.equal(manifest.galleryBanner.theme, 'dark');
    const { width, height } = imageSize(readFileSync(join(ROOT, manifest.icon)));
    assert.deepEqual([width, height], [256, 256]);
  });

  it('asks for no proposed API, which no registry publishes', () => {
    assert.equal(manifest.enabledApiProposals, undefined);
  });

  it('runs where OpenClaw is: on the remote machine, never in the browser', () => {
    assert.deepEqual(manifest.extensionKind, ['workspace']);
    assert.equal(manifest.browser, undefined);
  });

  it('works in restricted and virtual workspaces, since it reads nothing of either for connections', () => {
    assert.deepEqual(manifest.capabilities, {
      untrustedWorkspaces: { supported: true },
      virtualWorkspaces: true,
    });
    for (const text of sources('src')) assert.doesNotMatch(text, /workspaceFolders|rootPath|process\.cwd\(/);
  });

  it('packs no source, test, picture of the README or map', async () => {
    const files = await listFiles({ cwd: ROOT, packageManager: PackageManager.None });
    assert.ok(files.includes('LICENSE') && files.includes('package.nls.json'));
    assert.deepEqual(
      files.filter(file =>
        /^(docs\/images|src|test|scripts|node_modules|\.\w+)\/|\.map$|^media\/icon\.svg$/.test(file),
      ),
      [],
    );
  });
});
