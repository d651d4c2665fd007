/**
 * What the checks ask of the machine, as plain functions and values. A world is for one run. What can't be had is
 * thrown as a `ProblemError`.
 */
import type { Fix, Problem } from '../problem.ts';

export interface SetupWorld {
  readonly config: () => Promise<ConfigFacts>;
  readonly version: () => Promise<VersionFacts>;
  /** Gets the credentials, without a request to Bedrock. */
  readonly credentials: (signal: AbortSignal) => Promise<CredentialFacts>;
  /** Undefined for credentials that name no caller: Bedrock API keys. */
  readonly caller: (signal: AbortSignal) => Promise<CallerFacts | undefined>;
  readonly region: () => Promise<RegionFacts>;
  /** How many models Bedrock lists. */
  readonly foundationModels: (signal: AbortSignal) => Promise<number>;
  /** How many inference profiles Bedrock lists. */
  readonly inferenceProfiles: (signal: AbortSignal) => Promise<number>;
  /** The model to ask, of those that were listed before; undefined where there is none. */
  readonly model: () => Promise<ModelFacts | undefined>;
  /** Has a model answer with one token, and resolves to the milliseconds that took. */
  readonly converse: (modelId: string, signal: AbortSignal) => Promise<number>;
  readonly usage: () => Promise<UsageFacts>;
  readonly gateway: (signal: AbortSignal) => Promise<GatewayFacts>;
}

export interface ConfigFacts {
  /** As people are shown it. */
  readonly path: string;
  /** Whether there is an OpenClaw at all: its config or its command. */
  readonly isSetUp: boolean;
  /** Why it can't be read; a config that is missing has one too. */
  readonly problem?: Problem | undefined;
  /** What the extension’s own check finds, the first place first. */
  readonly findings: readonly {
    readonly severity: 'error' | 'warning';
    readonly message: string;
    readonly open: Fix;
  }[];
  /** What OpenClaw’s own command says; undefined where there is none, or it does not answer. */
  readonly verdict?: { readonly valid: boolean; readonly issues: readonly string[] } | undefined;
}

export interface VersionFacts {
  readonly isSetUp: boolean;
  readonly version?: string | undefined;
  /** What says so; the last three are not certain. */
  readonly source: 'setting' | 'cli' | 'config' | 'layout' | 'answer' | 'assumed';
  /** Whether this version gets Bedrock from a plugin that has to be installed. */
  readonly needsPlugin: boolean;
  /** Why what brings Bedrock is not there, or turned off. */
  readonly obstacles: readonly { readonly text: string; readonly fix?: Fix }[];
}

export interface CredentialFacts {
  /** What signs, in words; or why nothing does. */
  readonly signedBy: string | Problem;
  /** What OpenClaw prints as its source; undefined where there is no OpenClaw. */
  readonly openclaw: string | undefined;
  readonly conflicts: readonly Problem[];
}

export interface CallerFacts {
  readonly account: string;
  readonly arn: string;
}

export interface RegionFacts {
  readonly name: string;
  /** Where it was found, in words; undefined: nowhere, so that it is the default one. */
  readonly origin: string | undefined;
  readonly conflicts: readonly Problem[];
}

export interface ModelFacts {
  readonly name: string;
  readonly id: string;
  readonly isPrimary: boolean;
}

export interface UsageFacts {
  /** The ref of OpenClaw’s primary model, of whatever provider. */
  readonly primary: string | undefined;
  /** The one that OpenClaw’s own command names; undefined where it can’t be asked. */
  readonly said?: string | undefined;
  /** Whether it is one of Bedrock’s. */
  readonly isBedrock: boolean;
  /** Whether a fallback or an agent is one of Bedrock’s. */
  readonly hasOtherBedrock: boolean;
  /** The allowlist that does not admit the primary model, in words. */
  readonly refusedBy: string | undefined;
  /** Agents with models of their own, which the primary does not reach. */
  readonly agents: readonly { readonly id: string; readonly model: string }[];
}

export interface GatewayFacts {
  readonly isSetUp: boolean;
  /** The host of another machine, where the config names one. */
  readonly remote: string | undefined;
  /** Host and port. */
  readonly address: string;
  readonly answer: 'gateway' | 'something-else' | 'nothing';
  /** Whether OpenClaw’s own command is there. */
  readonly canStart: boolean;
}
