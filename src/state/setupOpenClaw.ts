/** What the checks of the set-up ask about OpenClaw: its config, version, models and gateway. */
import { homedir } from 'node:os';
import { sep } from 'node:path';
import * as l10n from '@vscode/l10n';
import { isBedrockRef } from '../bedrock/models/bedrockModel.ts';
import { findCli, type Verdict } from '../openclaw/cli.ts';
import { agentsOf, agentsWithOwnModel } from '../openclaw/edits/agents.ts';
import { allowlistOf, isAllowed, refOfAlias } from '../openclaw/edits/allowlist.ts';
import { fallbackRefs } from '../openclaw/edits/fallbacks.ts';
import { implicitPrimaryRef, primaryRef } from '../openclaw/edits/primaryModel.ts';
import { pluginWarnings } from '../openclaw/edits/warnings.ts';
import { askGateway, gatewayOf } from '../openclaw/gateway.ts';
import { type JsonObject, pathWords } from '../openclaw/jsonValue.ts';
import type { ConfigFacts, GatewayFacts, UsageFacts, VersionFacts } from '../setup/setupWorld.ts';
import { configFindings, type FileFinding } from './configFindings.ts';
import type { Connections } from './connections.ts';
import type { InstalledOpenClaw } from './installedOpenClaw.ts';
import type { OpenClawConfig } from './openclawConfig.ts';

export interface SetupParts {
  readonly connections: Connections;
  readonly config: OpenClawConfig;
  readonly installed: InstalledOpenClaw;
}

export async function configFacts(parts: SetupParts): Promise<ConfigFacts> {
  const { config, connections, installed } = parts;
  const [{ path, problem }, isSetUp] = await Promise.all([config.reread(), isOpenClawSetUp(parts)]);
  const shown = shownPath(path);
  if (problem) return { path: shown, isSetUp, problem, findings: [] };
  const [findings, verdict] = await Promise.all([
    configFindings({ config, connections, installation: () => installed.current() }),
    installed.validate(path),
  ]);
  return {
    path: shown,
    isSetUp,
    findings: findings.flatMap(finding =>
      finding.severity === 'information'
        ? []
        : [{ severity: finding.severity, message: finding.message, open: openAt(finding) }],
    ),
    verdict: verdict && { valid: verdict.valid, issues: issuesOf(verdict) },
  };
}

export async function versionFacts(parts: SetupParts): Promise<VersionFacts> {
  const { config, installed } = parts;
  const [around, lastGood, isSetUp] = await Promise.all([
    installed.surroundings({ models: false }),
    config.lastGood(),
    isOpenClawSetUp(parts),
  ]);
  const { version, source, layout } = around.installation;
  return {
    isSetUp,
    version,
    source,
    needsPlugin: layout.provider === 'external-plugin',
    obstacles: pluginWarnings(lastGood ?? {}, around),
  };
}

/** The ref of the model that OpenClaw begins with: the primary one, else the first that the config describes. */
export function firstRef(config: JsonObject | undefined): string | undefined {
  const ref = primaryRef(config) ?? (config && implicitPrimaryRef(config));
  return ref && (refOfAlias(config, ref) ?? ref);
}

export async function usageFacts({ config, installed }: SetupParts): Promise<UsageFacts> {
  const value = (await config.lastGood()) ?? {};
  const said = await installed.primary(config.path);
  const primary = firstRef(value);
  const allowlist = allowlistOf(value);
  const others = [...fallbackRefs(value), ...agentsOf(value).flatMap(({ model }) => model ?? [])];
  return {
    primary,
    said: said && (refOfAlias(value, said) ?? said),
    isBedrock: primary !== undefined && isBedrockRef(primary),
    hasOtherBedrock: others.some(isBedrockRef),
    refusedBy:
      allowlist && primary !== undefined && !isAllowed(allowlist, primary)
        ? pathWords(allowlist.path)
        : undefined,
    agents: agentsWithOwnModel(value, primary ?? '').map(({ id, model = '' }) => ({ id, model })),
  };
}

export async function gatewayFacts(parts: SetupParts, signal: AbortSignal): Promise<GatewayFacts> {
  const { config } = parts;
  const [lastGood, { values }, isSetUp] = await Promise.all([
    config.lastGood(),
    config.environment(),
    isOpenClawSetUp(parts),
  ]);
  const gateway = gatewayOf(lastGood, values);
  const isAsked = isSetUp && gateway.remote === undefined;
  return {
    isSetUp,
    remote: gateway.remote,
    address: `127.0.0.1:${gateway.port}`,
    answer: isAsked ? await askGateway(gateway, signal) : 'nothing',
    canStart: (await findCli(values)) !== undefined,
  };
}

/** Its config is there, or its command. */
export async function isOpenClawSetUp({ config, installed }: SetupParts): Promise<boolean> {
  const { problem } = await config.read();
  return problem?.code !== 'config-missing' || installed.hasCommand();
}

function issuesOf({ issues }: Verdict): string[] {
  return issues.map(({ path, message }) => [path, message].filter(Boolean).join(': '));
}

function openAt({ file, path }: FileFinding) {
  return {
    label: l10n.t('Show in Config'),
    command: 'openclawBedrock.openConfig',
    arguments: [{ file, member: path }],
  };
}

function shownPath(path: string): string {
  return path.startsWith(homedir() + sep) ? path.replace(homedir(), '~') : path;
}
