/** Which of the SDK's errors is which problem. Matching is loose: AWS changes its texts. */
import * as l10n from '@vscode/l10n';
import type { Fix, Problem } from '../problem.ts';
import type { Connection } from './connection/connection.ts';
import { explainConnection } from './connection/explain.ts';
import type { Attempt, Failure, Operation } from './problems.ts';

interface Rule {
  readonly when: (failure: Failure, attempt: Attempt) => boolean;
  readonly make: (failure: Failure, attempt: Attempt) => Omit<Problem, 'details'>;
}

// Functions, since the texts are known only once the extension has been activated.
export const retry = (label = l10n.t('Try Again')): Fix => ({
  label,
  command: 'openclawBedrock.refreshModels',
});
const refreshModels = () => retry(l10n.t('Refresh Models'));
export const openSettings = (): Fix => ({
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
export const RULES: readonly Rule[] = [
  {
    when: ({ name, message, status = 200 }, { modelId }) =>
      /^(SyntaxError|UnknownOperationException)$/.test(name) ||
      /is not valid JSON|Deserialization error/i.test(message) ||
      (status >= 300 && status < 400) ||
      // A list has no name that could be unknown, so its path is.
      (status === 404 && !modelId),
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
      (name !== 'ValidationException' &&
        /\b(sso|token|session)\b.*\b(expired|invalid)\b|token is expired/i.test(message) &&
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
    when: ({ message }) => /region not accepted|scoped to a valid region/i.test(message),
    make: (_, { connection: { region } }) => ({
      code: 'region-invalid',
      title: l10n.t('Not a region of this endpoint: {0}', region.name),
      explanation: l10n.t(
        'Choose an AWS region with Bedrock, such as us-east-1 or eu-central-1, in the settings.',
      ),
      fixes: [openSettings(), retry()],
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
    make: ({ message }, { connection, operation }) => {
      // The service names the action it misses; it need not be the one that was asked for.
      const permission =
        /not authorized to perform: ([\w-]+:\w+)/.exec(message)?.[1] ?? PERMISSION[operation];
      return {
        code: 'permission-missing',
        title: l10n.t('Permission missing: {0}', permission),
        explanation: l10n.t(
          'These credentials may not do what {0} needs ({1}). Ask your AWS administrator to allow {2}.',
          operation,
          explainConnection(connection),
          permission,
        ),
        fixes: [permissionsGuide(), retry()],
      };
    },
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
      /model identifier is invalid/i.test(message) || name === 'ResourceNotFoundException' || status === 404,
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
      /input is too long|prompt is too long|exceeds? (the )?(model'?s? )?(maximum )?context|maximum context length|too many input tokens/i.test(
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
    when: ({ name, code, message }) =>
      /^(TimeoutError|AbortError|RequestTimeout)$/.test(name) ||
      /^(ECONN\w+|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EPIPE|EPROTO|E(HOST|NET)UNREACH|.*CERT.*|ERR_(SSL|TLS).*|UNABLE_TO_.*)$/.test(
        code,
      ) ||
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
];

/** Without what a URL may carry of secrets. */
function endpointOf({ region, endpoints }: Connection, operation: Operation): string {
  const isList = operation.startsWith('List');
  const configured = isList ? endpoints.control : endpoints.runtime;
  if (configured && URL.canParse(configured)) {
    const { protocol, host, pathname } = new URL(configured);
    return `${protocol}//${host}${pathname === '/' ? '' : pathname}`;
  }
  return `${isList ? 'bedrock' : 'bedrock-runtime'}.${region.name}.amazonaws.com`;
}

export function ended(message: string): string {
  return /[.!?]$/.test(message.trim()) ? message.trim() : `${message.trim()}.`;
}
