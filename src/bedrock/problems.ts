/** From what the AWS SDK throws to a `Problem` with its next step. Matching is loose: AWS changes its texts. */
import * as l10n from '@vscode/l10n';
import { type Fix, type Problem, ProblemError } from '../problem.ts';
import type { Connection } from './connection/connection.ts';
import { explainConnection } from './connection/explain.ts';

export type Operation = 'ListFoundationModels' | 'ListInferenceProfiles' | 'ConverseStream' | 'Converse';

export interface Attempt {
  readonly connection: Connection;
  readonly operation: Operation;
  /** The invocation id, for the operations that have one. */
  readonly modelId?: string;
}

/** The members read of an SDK error, or of any other. */
interface Failure {
  readonly name: string;
  readonly message: string;
  readonly code: string;
  readonly status: number | undefined;
  readonly requestId: string | undefined;
}

interface Rule {
  readonly when: (failure: Failure) => boolean;
  readonly make: (failure: Failure, attempt: Attempt) => Omit<Problem, 'details'>;
}

// Functions, since the texts are known only once the extension has been activated.
const retry = (label = l10n.t('Try Again')): Fix => ({ label, command: 'openclawBedrock.refreshModels' });
const refreshModels = () => retry(l10n.t('Refresh Models'));
const openSettings = (): Fix => ({
  label: l10n.t('Open Settings'),
  command: 'workbench.action.openSettings',
  arguments: ['openclawBedrock'],
});
const credentialsGuide = (): Fix => ({
  label: l10n.t('How to Set Up Credentials'),
  url: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-chap-configure.html',
});
const permissionsGuide = (): Fix => ({
  label: l10n.t('About Bedrock Permissions'),
  url: 'https://docs.aws.amazon.com/bedrock/latest/userguide/security_iam_id-based-policy-examples.html',
});

/** What permission an operation needs. */
const PERMISSION: Record<Operation, string> = {
  ListFoundationModels: 'bedrock:ListFoundationModels',
  ListInferenceProfiles: 'bedrock:ListInferenceProfiles',
  ConverseStream: 'bedrock:InvokeModelWithResponseStream',
  Converse: 'bedrock:InvokeModel',
};

/** The first rule that matches names the problem. */
const RULES: readonly Rule[] = [
  {
    when: ({ name, message }) =>
      name === 'CredentialsProviderError' &&
      /could not be found|could not resolve/i.test(message) &&
      /profile/i.test(message),
    make: (_, { connection: { credentials } }) => ({
      code: 'profile-not-found',
      title: l10n.t('AWS profile not usable'),
      explanation: l10n.t(
        'The profile "{0}" is missing from the AWS config files of this machine, or holds no credentials. Choose another in the settings, or add it with "aws configure".',
        credentials.kind === 'profile' ? credentials.profile : 'default',
      ),
      fixes: [openSettings(), retry()],
    }),
  },
  {
    when: ({ name, message }) =>
      /^ExpiredToken(Exception)?$/.test(name) ||
      (/\b(sso|token|session)\b.*\b(expired|invalid)\b|token is expired/i.test(message) &&
        !/security token included in the request is invalid/i.test(message)),
    make: (_, { connection: { credentials } }) => ({
      code: 'credentials-expired',
      title: l10n.t('AWS credentials have expired'),
      explanation:
        credentials.kind === 'profile'
          ? l10n.t(
              'Sign in again, for example with "aws sso login --profile {0}", then try again.',
              credentials.profile,
            )
          : l10n.t('Renew them, then try again.'),
      fixes: [retry(), credentialsGuide()],
    }),
  },
  {
    when: ({ name, message }) =>
      name === 'CredentialsProviderError' ||
      /could not load credentials|missing credentials|Resolved credential object is not valid/i.test(message),
    make: (_, { connection }) => ({
      code: 'no-credentials',
      title: l10n.t('No AWS credentials found'),
      explanation: l10n.t(
        'Nothing on this machine gave credentials ({0}). Set up an AWS profile, access keys, a Bedrock API key or an instance role, then try again.',
        explainConnection(connection),
      ),
      fixes: [credentialsGuide(), openSettings(), retry()],
    }),
  },
  {
    when: ({ name, message }) =>
      /^(UnrecognizedClientException|InvalidSignatureException|InvalidClientTokenId|SignatureDoesNotMatch|IncompleteSignature|MissingAuthenticationToken)/.test(
        name,
      ) ||
      /security token included in the request is invalid|request signature we calculated|API key is (not )?valid/i.test(
        message,
      ),
    make: (_, { connection }) => ({
      code: 'credentials-refused',
      title: l10n.t('AWS refused the credentials'),
      explanation: l10n.t(
        'Bedrock does not accept what was sent ({0}). Check that the keys are right and still active, and that the clock of this machine is.',
        explainConnection(connection),
      ),
      fixes: [openSettings(), retry()],
    }),
  },
  {
    when: ({ message }) =>
      /don['’]t have access to the model|model access is denied|access to this model is not available|marketplace|use case details/i.test(
        message,
      ),
    make: (_, { connection, modelId }) => ({
      code: 'model-access',
      title: l10n.t('No access to this model yet'),
      explanation: l10n.t(
        'This account has no access to {0} in {1}. Request it on the model access page of the Bedrock console, then try again.',
        modelId ?? l10n.t('the model'),
        connection.region.name,
      ),
      fixes: [
        {
          label: l10n.t('Open Model Access'),
          url: `https://${connection.region.name}.console.aws.amazon.com/bedrock/home?region=${connection.region.name}#/modelaccess`,
        },
      ],
    }),
  },
  {
    when: ({ name, status }) => /^AccessDenied/.test(name) || status === 403,
    make: (_, { connection, operation }) => ({
      code: 'permission-missing',
      title: l10n.t('Permission missing: {0}', PERMISSION[operation]),
      explanation: l10n.t(
        'These credentials may not call {0} ({1}). Ask your AWS administrator to allow {2}.',
        operation,
        explainConnection(connection),
        PERMISSION[operation],
      ),
      fixes: [permissionsGuide(), retry()],
    }),
  },
  {
    when: ({ message }) => /on-demand throughput isn.t supported/i.test(message),
    make: (_, { modelId }) => ({
      code: 'model-needs-profile',
      title: l10n.t('This model needs an inference profile'),
      explanation: l10n.t(
        '{0} can only be used through an inference profile. Refresh the models and choose it again.',
        modelId ?? l10n.t('The model'),
      ),
      fixes: [refreshModels()],
    }),
  },
  {
    when: ({ name, message, status }) =>
      /model identifier is invalid/i.test(message) ||
      name === 'ResourceNotFoundException' ||
      (status === 404 && name !== 'UnknownOperationException'),
    make: (_, { connection, modelId }) => ({
      code: 'model-unknown',
      title: l10n.t('Model not known in {0}', connection.region.name),
      explanation: l10n.t(
        'Bedrock does not know {0} in this region. Refresh the models and choose another, or change the region.',
        modelId ?? l10n.t('the model'),
      ),
      fixes: [refreshModels(), openSettings()],
    }),
  },
  {
    when: ({ name, status }) =>
      /^(ThrottlingException|TooManyRequestsException|ServiceQuotaExceededException|throttlingException)$/.test(
        name,
      ) || status === 429,
    make: ({ message }) => ({
      code: 'throttled',
      title: l10n.t('Bedrock is throttling this account'),
      explanation: /per day/i.test(message)
        ? l10n.t(
            'The daily token quota of this model is used up. Choose another model, or ask AWS for a higher quota.',
          )
        : l10n.t('Too many requests or tokens in a short time. Wait a moment, then try again.'),
      fixes: [],
    }),
  },
  {
    when: ({ message }) =>
      /input is too long|prompt is too long|exceeds? (the )?(model'?s? )?(maximum )?context|too many input tokens/i.test(
        message,
      ),
    make: () => ({
      code: 'context-overflow',
      title: l10n.t('The conversation is too long for this model'),
      explanation: l10n.t('Start a new chat, attach less, or choose a model with a larger context window.'),
      fixes: [],
    }),
  },
  {
    when: ({ name, status }) =>
      name === 'ValidationException' || name === 'validationException' || status === 400,
    make: ({ message }) => ({
      code: 'request-refused',
      title: l10n.t('Bedrock refused the request'),
      explanation: l10n.t('The service says: {0} Try another model, or start a new chat.', ended(message)),
      fixes: [],
    }),
  },
  {
    when: ({ name, message }) =>
      name === 'SyntaxError' ||
      /is not valid JSON|Unexpected token|Deserialization error|no list/i.test(message),
    make: (_, { connection, operation }) => ({
      code: 'not-bedrock',
      title: l10n.t('The answer is not from Bedrock'),
      explanation: l10n.t(
        '{0} answered with something other than Bedrock’s JSON; a proxy or a sign-in page may be in between. Check the endpoint and the network.',
        endpointOf(connection, operation),
      ),
      fixes: [openSettings(), retry()],
    }),
  },
  {
    when: ({ name, code, message }) =>
      /^(TimeoutError|AbortError|RequestTimeout)$/.test(name) ||
      /^(E[A-Z]+|CERT_.*|.*CERTIFICATE.*|UNABLE_TO_.*)$/.test(code) ||
      /socket hang up|getaddrinfo|ECONN|ETIMEDOUT|timed? ?out/i.test(message),
    make: (_, { connection, operation }) => ({
      code: 'unreachable',
      title: l10n.t('Bedrock can’t be reached'),
      explanation: l10n.t(
        'No connection to {0}. Check the network, a proxy, and the region and endpoint in the settings, then try again.',
        endpointOf(connection, operation),
      ),
      fixes: [retry(), openSettings()],
    }),
  },
  {
    when: ({ name, status }) =>
      (status ?? 0) >= 500 ||
      /^(internalServer|serviceUnavailable|modelStreamError|modelTimeout|modelNotReady|modelError)/i.test(
        name,
      ),
    make: ({ message }) => ({
      code: 'service-error',
      title: l10n.t('Bedrock has a problem'),
      explanation: l10n.t('The service says: {0} Try again in a moment.', ended(message)),
      fixes: [retry()],
    }),
  },
];

/** The problem behind an error; a `ProblemError` keeps its own. */
export function problemOf(error: unknown, attempt: Attempt): Problem {
  if (error instanceof ProblemError) return error.problem;
  const failure = failureOf(error);
  const rule = RULES.find(({ when }) => when(failure));
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

/** Both lists came, and no model in them is one to talk to. */
export function noModels(connection: Connection): Problem {
  return {
    code: 'no-models',
    title: l10n.t('No text models in {0}', connection.region.name),
    explanation: l10n.t(
      'Bedrock lists no model that streams text here ({0}). Choose another region, or check the provider filter in the OpenClaw config.',
      explainConnection(connection),
    ),
    fixes: [openSettings(), retry()],
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

function endpointOf({ region, endpoints }: Connection, operation: Operation): string {
  const isList = operation.startsWith('List');
  const service = isList ? 'bedrock' : 'bedrock-runtime';
  return (isList ? endpoints.control : endpoints.runtime) ?? `${service}.${region.name}.amazonaws.com`;
}

function ended(message: string): string {
  return /[.!?]$/.test(message.trim()) ? message.trim() : `${message.trim()}.`;
}
