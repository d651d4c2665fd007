/** What the set-up of an instance role goes by on this machine. */
import * as l10n from '@vscode/l10n';
import { readInstance } from '../bedrock/connection/instance.ts';
import { anyModelPolicy, iamPolicy, type Policy } from '../bedrock/models/iamPolicy.ts';
import { discoverySettings } from '../openclaw/discoverySettings.ts';
import { type Problem, ProblemError } from '../problem.ts';
import type { InstanceFacts, OpenClawNeeds } from '../setup/roleSteps.ts';
import type { Connections } from './connections.ts';
import type { ModelChoices } from './modelChoices.ts';
import type { SetupParts } from './setupOpenClaw.ts';
import { isOpenClawSetUp } from './setupOpenClaw.ts';

type PolicyChoice = 'any' | 'chosen' | 'managed';

export interface RoleSetup {
  readonly instance: InstanceFacts;
  /** Undefined where there is no OpenClaw. */
  readonly openclaw: OpenClawNeeds | undefined;
  readonly policies: readonly { readonly value: PolicyChoice; readonly label: string }[];
  readonly policyOf: (choice: PolicyChoice) => 'managed' | Policy;
}

/** Throws a `ProblemError` where this is no EC2 instance. */
export async function roleSetup(parts: SetupParts & { readonly choices: ModelChoices }): Promise<RoleSetup> {
  const { values } = await parts.config.environment();
  const [instance, openclaw] = await Promise.all([readInstance(values), openclawNeeds(parts)]);
  if (!instance) throw new ProblemError(noInstance());
  const { region } = instance;
  const favourites = await favouriteModels(parts);
  return {
    instance,
    openclaw,
    policies: [
      { value: 'any', label: l10n.t('List and use any model, and nothing else') },
      ...(favourites.length > 0
        ? [
            {
              value: 'chosen' as const,
              label: l10n.t('Use {0} favourite models, and nothing else', favourites.length),
            },
          ]
        : []),
      { value: 'managed', label: l10n.t('All of Bedrock (AmazonBedrockFullAccess)') },
    ],
    policyOf: choice =>
      choice === 'managed'
        ? choice
        : choice === 'any'
          ? anyModelPolicy(region)
          : iamPolicy({ region, models: favourites, apiKey: false, guardrails: [] }),
  };
}

/** Of those that are known; nobody is asked for more. */
async function favouriteModels({
  connections,
  choices,
}: {
  readonly connections: Connections;
  readonly choices: ModelChoices;
}) {
  const models = await (await connections.detected()).known();
  return models.filter(({ key }) => choices.isFavourite(key));
}

async function openclawNeeds(parts: SetupParts): Promise<OpenClawNeeds | undefined> {
  if (!(await isOpenClawSetUp(parts))) return undefined;
  const [config, { layout }, { values }] = await Promise.all([
    parts.config.lastGood(),
    parts.installed.current(),
    parts.config.environment(),
  ]);
  const { enabled, region } = discoverySettings(config);
  return {
    isDiscovering: enabled === true,
    region,
    // Before Bedrock was a plugin its key was looked for in the environment alone (openclaw/openclaw#62995).
    needsMarker: layout.provider === 'core' && !values['AWS_PROFILE']?.trim(),
  };
}

function noInstance(): Problem {
  return {
    code: 'not-an-instance',
    title: l10n.t('This machine is no EC2 instance'),
    explanation: l10n.t(
      'Its metadata service does not answer, or is turned off. Run this where OpenClaw runs, over Remote-SSH for example. Elsewhere, use an AWS profile or a Bedrock API key.',
    ),
    fixes: [
      { label: l10n.t('Select Profile'), command: 'openclawBedrock.selectProfile' },
      { label: l10n.t('Set API Key'), command: 'openclawBedrock.setApiKey' },
      {
        label: l10n.t('About the Metadata Service'),
        url: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html',
      },
    ],
  };
}
