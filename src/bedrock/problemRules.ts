/** Which of the SDK's errors is which problem. Matching is loose: AWS changes its texts. */
import * as l10n from '@vscode/l10n';
import { grouped } from '../locale.ts';
import type { Fix, Problem } from '../problem.ts';
import type { Credentials, Origin } from './connection/connection.ts';
import { explainConnection, originName } from './connection/explain.ts';
import { consoleUrl } from '../regions.ts';
import {
  changing,
  copyIamPolicy,
  credentialsGuide,
  openSettings,
  permissionsGuide,
  refreshModels,
  quotaGuide,
  retry,
  selectProfile,
  selectRegion,
  selectRoutePolicy,
  setApiKey,
} from './fixes.ts';
import { NETWORK_RULES, UNREACHABLE } from './networkRules.ts';
import type { Attempt, Failure, Operation } from './problems.ts';

export interface Rule {
  readonly when: (failure: Failure, attempt: Attempt) => boolean;
  readonly make: (failure: Failure, attempt: Attempt) => Omit<Problem, 'details'>;
}

/** What permission an operation needs. */
const PERMISSION: Record<Operation, string> = {
  ListFoundationModels: 'bedrock:ListFoundationModels',
  ListInferenceProfiles: 'bedrock:ListInferenceProfiles',
  ListProvisionedModelThroughputs: 'bedrock:ListProvisionedModelThroughputs',
  ListImportedModels: 'bedrock:ListImportedModels',
  ListPromptRouters: 'bedrock:ListPromptRouters',
  GetFoundationModelAvailability: 'bedrock:GetFoundationModelAvailability',
  ConverseStream: 'bedrock:InvokeModelWithResponseStream',
  Converse: 'bedrock:InvokeModel',
  GetCredentials: 'sts:AssumeRole',
  GetCallerIdentity: 'sts:GetCallerIdentity',
};

/** The first rule that matches names the problem. */
export const RULES: readonly Rule[] = [
  ...NETWORK_RULES,
  {
    when: ({ name, message, host }) =>
      /^ExpiredToken(Exception)?$/.test(name) ||
      (name !== 'ValidationException' &&
        host === undefined &&
        /\b(sso|token|session)\b.*\b(expired|invalid)\b|token is expired/i.test(message) &&
        !/security token included in the request is invalid/i.test(message)),
    make: (_, { connection: { credentials } }) => ({
      code: 'credentials-expired',
      title: l10n.t('AWS credentials have expired'),
      explanation: howToRenew(credentials),
      fixes:
        credentials.kind === 'bearer'
          ? changing(credentials.origin, setApiKey(), retry(), credentialsGuide())
          : [retry(), credentialsGuide()],
    }),
  },
  {
    when: ({ name, message }) =>
      name === 'CredentialsProviderError' ||
      /could not load credentials|missing credentials|Resolved credential object is not valid/i.test(message),
    make: (_, { connection }) => ({
      code: 'no-credentials',
      title: l10n.t('No AWS credentials found'),
      explanation: isOfGroup(connection.credentials)
        ? l10n.t(
            'What the model configuration names gave none ({0}). Choose another profile or an API key there, then try again.',
            explainConnection(connection),
          )
        : l10n.t(
            'Nothing on this machine gave credentials ({0}). Set up an AWS profile, access keys, a Bedrock API key or an instance role, then try again.',
            explainConnection(connection),
          ),
      fixes: changing(
        connection.credentials.origin,
        selectProfile(),
        setApiKey(),
        credentialsGuide(),
        retry(),
      ),
    }),
  },
  {
    when: ({ message }) => /region not accepted|scoped to a valid region/i.test(message),
    make: (_, { connection: { region } }) => ({
      code: 'region-invalid',
      title: l10n.t('Not a region of this endpoint: {0}', region.name),
      explanation: l10n.t('Choose an AWS region with Bedrock, such as us-east-1 or eu-central-1.'),
      fixes: changing(region.origin, selectRegion(), retry()),
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
      fixes: changing(connection.credentials.origin, otherCredentials(connection.credentials), retry()),
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
        'This account has no access to {0} in {1}. Open it in the console’s model catalog: its provider may ask about the use first, or a policy may have to allow it. Then try again.',
        modelId ?? l10n.t('the model'),
        connection.region.name,
      ),
      fixes: [
        {
          label: l10n.t('Open Model Catalog'),
          url: consoleUrl(connection.region.name, '/bedrock/home#/model-catalog'),
        },
      ],
    }),
  },
  {
    when: ({ message }) => /prompt caching|cache[ _]?(point|control)/i.test(message),
    make: () => ({
      code: 'caching-refused',
      title: l10n.t('Bedrock refused to cache the prompt'),
      explanation: l10n.t('Turn off prompt caching, then ask again.'),
      fixes: [openSettings('openclawBedrock.promptCaching')],
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
        fixes: [copyIamPolicy(), permissionsGuide(), retry()],
      };
    },
  },
  {
    when: ({ message }) => /on-demand throughput isn.t supported/i.test(message),
    make: (_, { modelId }) => ({
      code: 'model-needs-profile',
      title: l10n.t('This model needs an inference profile'),
      explanation: l10n.t(
        '{0} can only be used through an inference profile. Refresh the models, or allow more routes, then ask again.',
        modelId ?? l10n.t('The model'),
      ),
      fixes: [refreshModels(), selectRoutePolicy()],
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
      fixes: changing(connection.region.origin, refreshModels(), selectRegion()),
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
    when: ({ message }) => /tokens per day|daily.*quota/i.test(message),
    make: () => ({
      code: 'quota-used-up',
      title: l10n.t('The quota of this model is used up for today'),
      explanation: l10n.t(
        'The daily token quota of this model is used up. Choose another model, or ask AWS for a higher quota.',
      ),
      fixes: [quotaGuide()],
    }),
  },
  {
    when: ({ name, status }) =>
      /^(ThrottlingException|TooManyRequestsException|ServiceQuotaExceededException|throttlingException)$/.test(
        name,
      ) || status === 429,
    make: () => ({
      code: 'throttled',
      title: l10n.t('Bedrock is throttling this account'),
      explanation: l10n.t('Too many requests or tokens in a short time. Wait a moment, then try again.'),
      fixes: [],
    }),
  },
  {
    when: ({ message }) =>
      /input is too long|prompt is too long|input tokens exceed|too many (input )?tokens|exceeds? (the )?(model['’]?s? )?(maximum )?context|(longer|larger) than the model['’]s|maximum context length/i.test(
        message,
      ),
    make: ({ message }, { tokens }) => ({
      code: 'context-overflow',
      title: l10n.t('The conversation is too long for this model'),
      explanation: [
        howLong(message, tokens),
        l10n.t('Start a new chat, attach less, or choose a model with a larger context window.'),
      ]
        .filter(Boolean)
        .join(' '),
      fixes: [],
    }),
  },
  {
    when: ({ message }) =>
      /bound to a different conversation|invalid .?signature|expected .?thinking|thinking.*(cannot be modified|signature)|reasoning.?content/i.test(
        message,
      ),
    make: () => ({
      code: 'reasoning-refused',
      title: l10n.t('Bedrock refused the reasoning of this conversation'),
      explanation: l10n.t('It does not fit what was sent with it. Start a new chat to go on.'),
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
  UNREACHABLE,
];

/** The service's own figures where it names them, else our estimate. */
function howLong(message: string, tokens: Attempt['tokens']): string {
  const [, sent, window] =
    /(\d+) tokens? > (\d+)/.exec(message) ??
    /\((\d+) tokens?\)[^(]*context length \((\d+)/.exec(message) ??
    /(\d+) \+ \d+ > (\d+)/.exec(message) ??
    [];
  if (sent && window) {
    return l10n.t(
      'It has {0} tokens, and the model takes {1}.',
      grouped(Number(sent)),
      grouped(Number(window)),
    );
  }
  return tokens
    ? l10n.t(
        'It has about {0} tokens, and the model takes {1}.',
        grouped(tokens.sent),
        grouped(tokens.window),
      )
    : '';
}

function howToRenew(credentials: Credentials): string {
  switch (credentials.kind) {
    case 'bearer':
      return renewedKey(credentials.origin);
    case 'profile':
      return l10n.t(
        'Sign in again or renew the keys of the profile "{0}", then try again.',
        credentials.profile,
      );
    default:
      return l10n.t('Renew them, then try again.');
  }
}

function renewedKey(origin: Origin): string {
  switch (origin.from) {
    case 'group':
      return l10n.t('Create a new Bedrock API key, put it into the model configuration, then try again.');
    case 'variable':
      return l10n.t('Create a new Bedrock API key, put it into {0}, then try again.', originName(origin));
    default:
      return l10n.t('Create a new Bedrock API key, set it, then try again.');
  }
}

function isOfGroup({ origin }: { readonly origin: Origin }): boolean {
  return origin.from === 'group';
}

function otherCredentials({ kind }: Credentials): Fix {
  if (kind === 'bearer') return setApiKey();
  return kind === 'profile' ? selectProfile() : openSettings();
}

export function ended(message: string): string {
  return /[.!?]$/.test(message.trim()) ? message.trim() : `${message.trim()}.`;
}
