/** From what the AWS SDK throws to a `Problem` with its next step. */
import * as l10n from '@vscode/l10n';
import { type Problem, ProblemError } from '../problem.ts';
import { withoutSecrets } from '../withoutSecrets.ts';
import type { Connection } from './connection/connection.ts';
import { explainConnection } from './connection/explain.ts';
import { secretsOf } from './connection/secretsOf.ts';
import { changing, openConfig, retry, selectRegion } from './fixes.ts';
import { ended, RULES } from './problemRules.ts';

export type Operation =
  | 'ListFoundationModels'
  | 'ListInferenceProfiles'
  | 'ListProvisionedModelThroughputs'
  | 'ListImportedModels'
  | 'ListPromptRouters'
  | 'GetFoundationModelAvailability'
  | 'ConverseStream'
  | 'Converse'
  /** What a provider of credentials asks: STS, or the sign-in portal. */
  | 'GetCredentials'
  | 'GetCallerIdentity';

export interface Attempt {
  readonly connection: Connection;
  readonly operation: Operation;
  /** The invocation id, for the operations that have one. */
  readonly modelId?: string;
  /** Tokens that were sent, by our estimate, and those that the model takes. */
  readonly tokens?: { readonly sent: number; readonly window: number } | undefined;
}

/** The members read of an SDK error, or of any other. */
export interface Failure {
  readonly name: string;
  readonly message: string;
  readonly code: string;
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  /** The file that could not be read. */
  readonly path: string | undefined;
  /** The host that was asked, and the proxy in between, where `NetworkHandler` says so. */
  readonly host: string | undefined;
  readonly proxy: string | undefined;
  /** No connection came about. */
  readonly isConnecting: boolean;
}

/** The problem behind an error; a `ProblemError` keeps its own. */
export function problemOf(error: unknown, attempt: Attempt): Problem {
  if (error instanceof ProblemError) return error.problem;
  const failure = failureOf(error, secretsOf(attempt.connection));
  const rule = RULES.find(({ when }) => when(failure, attempt));
  const details = [attempt.operation, failure.status, failure.name, failure.message, failure.requestId]
    .filter(Boolean)
    .join(' · ');
  return {
    ...(rule?.make(failure, attempt) ?? {
      code: 'unexpected' as const,
      title: l10n.t('Something unexpected went wrong'),
      explanation: l10n.t('{0} Try again.', ended(failure.message)),
      fixes: [retry()],
    }),
    details,
  };
}

/** The file of a company's authorities is not there, or is none. */
export function certificatesUnreadable(file: string, reason: string): Problem {
  return {
    code: 'certificates-unreadable',
    title: l10n.t('The certificate file is not usable'),
    explanation: l10n.t(
      '{0} is named by AWS_CA_BUNDLE or by "ca_bundle" in the AWS config file, and has to hold certificates in PEM form. Correct the path or the file, then try again.',
      file,
    ),
    fixes: [retry()],
    details: reason,
  };
}

/** Both lists came, and no model in them is one to talk to. */
export function noModels(connection: Connection): Problem {
  return {
    code: 'no-models',
    title: l10n.t('No text models in {0}', connection.region.name),
    explanation: l10n.t(
      'Bedrock lists no model that streams text here ({0}). Choose another region, or check the provider filter in the OpenClaw config.',
      explainConnection(connection),
    ),
    fixes: changing(connection.region.origin, selectRegion(), openConfig(), retry()),
  };
}

/** `secrets`: those that are known, and that the service may repeat. */
export function failureOf(error: unknown, secrets: readonly string[] = []): Failure {
  const { name, message, code, path, host, proxy, syscall, $metadata, $response } = (error ?? {}) as Record<
    string,
    unknown
  > & {
    $metadata?: { httpStatusCode?: number; requestId?: string };
    $response?: { statusCode?: number };
  };
  return {
    name: typeof name === 'string' ? name : '',
    message: withoutSecrets(
      withoutQuotes(wordsIn(typeof message === 'string' ? message : String(error))),
      secrets,
    ),
    code: typeof code === 'string' ? code : '',
    status: $metadata?.httpStatusCode ?? $response?.statusCode,
    requestId: $metadata?.requestId,
    path: textOf(path),
    host: textOf(host),
    proxy: textOf(proxy),
    isConnecting: syscall === 'connect' || syscall === 'getaddrinfo',
  };
}

/** An exception in a stream that the SDK does not know has its whole JSON for words. */
function wordsIn(message: string): string {
  try {
    const { message: words } = JSON.parse(message) as { message?: unknown };
    return typeof words === 'string' ? words : message;
  } catch {
    return message;
  }
}

/**
 * Node names the command that failed, with all that it was given, and quotes what that wrote, as it quotes what is no
 * JSON: all can be secret.
 */
function withoutQuotes(message: string): string {
  return message
    .replace(/Command failed:.*/s, 'Command failed')
    .replace(/Unexpected token .* is not valid JSON/s, 'It is not valid JSON');
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
