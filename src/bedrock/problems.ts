/** From what the AWS SDK throws to a `Problem` with its next step. */
import * as l10n from '@vscode/l10n';
import { type Problem, ProblemError } from '../problem.ts';
import type { Connection } from './connection/connection.ts';
import { explainConnection } from './connection/explain.ts';
import { ended, openSettings, retry, RULES } from './problemRules.ts';

export type Operation = 'ListFoundationModels' | 'ListInferenceProfiles' | 'ConverseStream' | 'Converse';

export interface Attempt {
  readonly connection: Connection;
  readonly operation: Operation;
  /** The invocation id, for the operations that have one. */
  readonly modelId?: string;
}

/** The members read of an SDK error, or of any other. */
export interface Failure {
  readonly name: string;
  readonly message: string;
  readonly code: string;
  readonly status: number | undefined;
  readonly requestId: string | undefined;
}

/** The problem behind an error; a `ProblemError` keeps its own. */
export function problemOf(error: unknown, attempt: Attempt): Problem {
  if (error instanceof ProblemError) return error.problem;
  const failure = failureOf(error);
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

/** An endpoint that is configured but is no URL. */
export function invalidEndpoint(): Problem {
  return {
    code: 'endpoint-invalid',
    title: l10n.t('The endpoint is not a URL'),
    explanation: l10n.t(
      'It must begin with https:// (or http://), as in https://bedrock.example.com. Correct it in the settings or the environment.',
    ),
    fixes: [openSettings()],
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
    fixes: [openSettings(), { label: l10n.t('Open Config'), command: 'openclawBedrock.openConfig' }, retry()],
  };
}

function failureOf(error: unknown): Failure {
  const { name, message, code, $metadata, $response } = (error ?? {}) as Record<string, unknown> & {
    $metadata?: { httpStatusCode?: number; requestId?: string };
    $response?: { statusCode?: number };
  };
  return {
    name: typeof name === 'string' ? name : '',
    message: typeof message === 'string' ? message : String(error),
    code: typeof code === 'string' ? code : '',
    status: $metadata?.httpStatusCode ?? $response?.statusCode,
    requestId: $metadata?.requestId,
  };
}
