/** What the set-up of an instance role goes by on this machine. */
import * as l10n from '@vscode/l10n';
import { readInstance } from '../bedrock/connection/instance.ts';
import { openclawSource } from '../bedrock/connection/openclawSource.ts';
import { guardrailsIn } from '../bedrock/converse/modelSettings.ts';
import { setApiKey, selectProfile } from '../bedrock/fixes.ts';
import type { BedrockModel } from '../bedrock/models/bedrockModel.ts';
import { anyModelPolicy, iamPolicy, type Policy } from '../bedrock/models/iamPolicy.ts';
import { chatSettings } from '../editor/settings.ts';
import { discoverySettings } from '../openclaw/discoverySettings.ts';
import { isInUse } from '../openclaw/edits/roles.ts';
import { type Problem, ProblemError } from '../problem.ts';
import type { InstanceFacts, OpenClawNeeds, PolicyChoice } from '../setup/roleSteps.ts';
import type { ModelChoices } from './modelChoices.ts';
import { isOpenClawSetUp, type SetupParts } from './setupOpenClaw.ts';

export interface RoleSetup {
  readonly instance: InstanceFacts;
  /** Undefined where there is no OpenClaw. */
  readonly openclaw: OpenClawNeeds | undefined;
  readonly policies: readonly { readonly value: PolicyChoice; readonly label: string }[];
  readonly policyOf: (choice: PolicyChoice) => 'managed' | Policy;
}

export type RoleSetupParts = SetupParts & { readonly choices: ModelChoices };

/** Characters that the policies of a role's own may have together, white space aside. */
const MOST_CHARACTERS = 10_240;

/** Throws a `ProblemError` where this is no EC2 instance. */
export async function roleSetup(parts: RoleSetupParts): Promise<RoleSetup> {
  const { values } = await parts.config.environment();
  const [instance, openclaw, models] = await Promise.all([
    readInstance(values),
    openclawNeeds(parts),
    chosenModels(parts),
  ]);
  if (!instance) throw new ProblemError(noInstance());
  const { region } = instance;
  const besides = { apiKey: false, guardrails: guardrailsIn(chatSettings().models) };
  const chosen = iamPolicy({ region, models, ...besides });
  const isChoice = models.length > 0 && JSON.stringify(chosen).length <= MOST_CHARACTERS;
  return {
    instance,
    openclaw,
    policies: [
      { value: 'any', label: l10n.t('List and use any model, and nothing else') },
      ...(isChoice ? [{ value: 'chosen' as const, label: chosenLabel(models) }] : []),
      { value: 'managed', label: l10n.t('All of Bedrock (AmazonBedrockFullAccess)') },
    ],
    policyOf: choice =>
      choice === 'managed' ? choice : choice === 'any' ? anyModelPolicy(region, besides) : chosen,
  };
}

function chosenLabel(models: readonly BedrockModel[]): string {
  const [first, ...others] = models;
  return others.length === 0
    ? l10n.t('Use {0}, and nothing else', first?.name ?? '')
    : l10n.t('Use the {0} models that are favourites or OpenClaw’s, and nothing else', models.length);
}

/** Favourites, and what OpenClaw uses, of the models that are known; nobody is asked for more. */
async function chosenModels({ connections, choices, config }: RoleSetupParts): Promise<BedrockModel[]> {
  const [list, value] = await Promise.all([connections.detected(), config.lastGood()]);
  const known = await list.known();
  return known.filter(model => choices.isFavourite(model.key) || isInUse(value, model));
}

async function openclawNeeds(parts: SetupParts): Promise<OpenClawNeeds | undefined> {
  if (!(await isOpenClawSetUp(parts))) return undefined;
  const [config, { layout }, variables] = await Promise.all([
    parts.config.lastGood(),
    parts.installed.current(),
    parts.config.environment(),
  ]);
  const { enabled, region } = discoverySettings(config);
  return {
    isDiscovering: enabled === true,
    region,
    // Before Bedrock was a plugin its key was looked for in the environment alone (openclaw/openclaw#62995).
    needsMarker: layout.provider === 'core' && openclawSource(variables).kind === 'default-chain',
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
      selectProfile(),
      setApiKey(),
      {
        label: l10n.t('About the Metadata Service'),
        url: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html',
      },
    ],
  };
}
