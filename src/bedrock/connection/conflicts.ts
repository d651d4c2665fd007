/**
 * What would surprise people about the connection in use: markers that contradict each other or have no effect,
 * and what OpenClaw does not see. A pure function of what is known.
 */
import * as l10n from '@vscode/l10n';
import type { Fix, Problem } from '../../problem.ts';
import { shellWord } from '../../shellWord.ts';
import type { DiscoverySettings } from '../models/discoverySettings.ts';
import { type Connection, originOf, profileOf, text, type Variables } from './connection.ts';
import { originName } from './explain.ts';
import {
  awsVariablesGuide,
  configureDiscovery,
  openclawVariablesGuide,
  openConfig,
  removeApiKey,
  selectProfile,
  selectRegion,
  setOpenClawProfile,
} from '../fixes.ts';
import type { InstanceRole } from './instanceRole.ts';
import { openclawSource } from './openclawSource.ts';
import { isRegionName } from '../../regions.ts';
import type { Profiles } from './profiles.ts';

export interface Facts {
  /** The editor's. */
  readonly connection: Connection;
  /** The profile that the editor's settings name, used or not. */
  readonly chosenProfile?: string | undefined;
  /** The environment that OpenClaw sees. */
  readonly variables: Variables;
  /** What the config sets in vain. */
  readonly ignored: readonly string[];
  /** What OpenClaw itself has: none of our layers but its region for discovery. */
  readonly openclaw: Connection;
  /** `discovery.enabled` of the config; absent: `auto`. */
  readonly discovery?: DiscoverySettings['enabled'];
  /** Absent while nobody has read the files, or asked for the role. */
  readonly profiles?: Profiles;
  readonly instanceRole?: InstanceRole;
  /** Whether there is an OpenClaw config. */
  readonly hasOpenClaw: boolean;
}

/** The conflicts, those first that keep a connection from working. */
export function conflictsOf(facts: Facts): Problem[] {
  return RULES.flatMap(rule => rule(facts));
}

const RULES: readonly ((facts: Facts) => Problem[])[] = [
  invalidRegions,
  missingProfiles,
  halfAccessKeys,
  ignoredVariables,
  unseenCredentials,
  keysBesideProfile,
  overridingApiKey,
  ignoredProfileRegion,
];

function invalidRegions(facts: Facts): Problem[] {
  const wrong = connectionsOf(facts).filter(({ region }) => !isRegionName(region.name));
  return distinct(wrong, ({ region }) => region.name).map(({ region }) => ({
    code: 'region-invalid',
    title: l10n.t('Not an AWS region: {0}', region.name),
    explanation: l10n.t(
      'Regions have names such as us-east-1 and eu-central-1. Correct what was found ({0}), or choose a region.',
      originName(region.origin),
    ),
    fixes: facts.hasOpenClaw ? [selectRegion(), configureDiscovery()] : [selectRegion()],
  }));
}

function missingProfiles(facts: Facts): Problem[] {
  const { profiles, connection, hasOpenClaw } = facts;
  if (!profiles) return [];
  const missing = connectionsOf(facts).flatMap(({ credentials }) => {
    if (credentials.kind !== 'profile') return [];
    const { profile, isChosen } = credentials;
    if (profiles.list.some(({ name }) => name === profile)) return [];
    // As a marker it only says where the SDK's chain begins, and OpenClaw needs such a marker.
    const isMarkerOnly = !isChosen && profile === 'default' && mayGoOn(facts);
    return isMarkerOnly ? [] : [credentials];
  });
  return distinct(missing, ({ profile }) => profile).map(credentials => {
    const { profile, origin } = credentials;
    const fixes: Fix[] = connection.credentials === credentials ? [selectProfile()] : [];
    // What is in the process would go before anything that is written.
    if (hasOpenClaw && origin.from === 'variable' && origin.place !== 'process')
      fixes.push(setOpenClawProfile());
    return {
      code: 'profile-not-found',
      title: l10n.t('AWS profile not found: {0}', profile),
      explanation: l10n.t(
        'The AWS config files of this machine hold no profile "{0}" ({1}). Choose another, or add it with "aws configure --profile {2}".',
        profile,
        originName(origin),
        shellWord(profile),
      ),
      fixes: fixes.length > 0 ? fixes : [awsVariablesGuide()],
    };
  });
}

function halfAccessKeys(facts: Facts): Problem[] {
  const { variables } = facts;
  const names = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'] as const;
  const [set, ...others] = names.filter(name => isSet(variables, name));
  if (!set || others.length > 0 || !usesMarkers(facts)) return [];
  return [
    {
      code: 'access-keys-incomplete',
      title: l10n.t('One half of the access keys is missing'),
      explanation: l10n.t(
        'There is {0}, but no {1}: neither is used. Set both in one place, or neither.',
        nameOf(variables, set),
        names.find(name => name !== set) ?? '',
      ),
      fixes: [variablesGuide(facts)],
    },
  ];
}

function ignoredVariables({ ignored, hasOpenClaw }: Facts): Problem[] {
  if (!hasOpenClaw || ignored.length === 0) return [];
  return [
    {
      code: 'config-variables-ignored',
      title: l10n.t('OpenClaw ignores variables of its config'),
      explanation: l10n.t(
        'OpenClaw never takes these from its config: {0}. Set them in OpenClaw’s .env or where it is started.',
        ignored.join(', '),
      ),
      fixes: [openConfig(), openclawVariablesGuide()],
    },
  ];
}

/** Without a marker OpenClaw looks for no models, whatever the AWS SDK inside of it could sign with. */
function unseenCredentials(facts: Facts): Problem[] {
  const { variables, hasOpenClaw, discovery = 'auto' } = facts;
  if (!hasOpenClaw || discovery !== 'auto' || openclawSource(variables).kind !== 'default-chain') return [];
  const source = sourceWithoutMarker(facts);
  if (!source) return [];
  return [
    {
      code: 'openclaw-needs-marker',
      title: l10n.t('OpenClaw does not see {0}', source),
      explanation: l10n.t(
        'OpenClaw looks for models only when it finds a variable such as AWS_PROFILE. AWS_PROFILE=default in OpenClaw’s own .env is enough. It does not belong in a shell profile: without a profile of that name it breaks the AWS CLI.',
      ),
      fixes: [setOpenClawProfile('default')],
    },
  ];
}

function keysBesideProfile(facts: Facts): Problem[] {
  const { variables, hasOpenClaw } = facts;
  const profile = text(variables.values['AWS_PROFILE']);
  if (!usesMarkers(facts) || isSet(variables, 'AWS_BEARER_TOKEN_BEDROCK')) return [];
  if (!profile || !hasAccessKeys(variables)) return [];
  const keys = nameOf(variables, 'AWS_ACCESS_KEY_ID');
  const marker = nameOf(variables, 'AWS_PROFILE');
  return [
    {
      code: 'keys-beside-profile',
      title: l10n.t('Access keys beside AWS_PROFILE'),
      explanation: hasOpenClaw
        ? l10n.t(
            'The profile "{0}" ({1}) signs, though OpenClaw names the access keys ({2}). Remove the one that you don’t mean.',
            profile,
            marker,
            keys,
          )
        : l10n.t(
            'The profile "{0}" ({1}) signs, not the access keys ({2}). Remove the one that you don’t mean.',
            profile,
            marker,
            keys,
          ),
      fixes: [variablesGuide(facts)],
    },
  ];
}

function overridingApiKey(facts: Facts): Problem[] {
  const { variables } = facts;
  const key = connectionsOf(facts).find(({ credentials }) => credentials.kind === 'bearer')?.credentials;
  const chosen = key?.origin.from === 'secret-storage' ? text(facts.chosenProfile) : undefined;
  const overridden = [
    ...(chosen ? [l10n.t('the profile "{0}" of the setting openclawBedrock.profile', chosen)] : []),
    ...(hasAccessKeys(variables) ? [nameOf(variables, 'AWS_ACCESS_KEY_ID')] : []),
    ...(isSet(variables, 'AWS_PROFILE') ? [nameOf(variables, 'AWS_PROFILE')] : []),
  ];
  if (!key || overridden.length === 0) return [];
  return [
    {
      code: 'api-key-overrides',
      title: l10n.t('The Bedrock API key overrides other credentials'),
      explanation: l10n.t(
        'The API key ({0}) is used, so these have no effect: {1}. Remove what you don’t mean.',
        originName(key.origin),
        overridden.join(', '),
      ),
      fixes: key.origin.from === 'secret-storage' ? [removeApiKey()] : [variablesGuide(facts)],
    },
  ];
}

/** The AWS CLI would go to the profile's region. One that was chosen in the editor or in OpenClaw is meant. */
function ignoredProfileRegion({ connection, profiles, hasOpenClaw }: Facts): Problem[] {
  const { credentials, region } = connection;
  if (credentials.kind !== 'profile' && credentials.kind !== 'default-chain') return [];
  if (region.origin.from !== 'default' && region.origin.from !== 'variable') return [];
  const name = profileOf(connection);
  const its = profiles?.list.find(profile => profile.name === name)?.region;
  if (!its || its === region.name) return [];
  return [
    {
      code: 'profile-region-ignored',
      title: l10n.t('The region of the AWS profile is not used'),
      explanation: hasOpenClaw
        ? l10n.t(
            'The profile "{0}" names {1}, but OpenClaw takes no region from profiles: {2} is used ({3}).',
            name,
            its,
            region.name,
            originName(region.origin),
          )
        : l10n.t(
            'The profile "{0}" names {1}, but {2} is used ({3}), as OpenClaw would.',
            name,
            its,
            region.name,
            originName(region.origin),
          ),
      fixes: hasOpenClaw ? [configureDiscovery(its), selectRegion(its)] : [selectRegion(its)],
    },
  ];
}

/** What is in use: OpenClaw's counts where there is one. */
function connectionsOf({ connection, openclaw, hasOpenClaw }: Facts): Connection[] {
  return hasOpenClaw ? [connection, openclaw] : [connection];
}

/** Whether the variables matter: not when the editor, alone, uses what a person chose. */
function usesMarkers({ connection, hasOpenClaw }: Facts): boolean {
  const { from } = connection.credentials.origin;
  return hasOpenClaw || from === 'variable' || from === 'default';
}

/** Whether the SDK's chain finds, or may find, something behind the profiles. */
function mayGoOn({ instanceRole, variables }: Facts): boolean {
  return instanceRole !== 'none' || hasContainerRole(variables) || hasWebIdentity(variables);
}

/** What signs though no marker says so, in words. */
function sourceWithoutMarker({ variables, profiles, instanceRole }: Facts): string | undefined {
  if (profiles?.list.some(({ name, kind }) => name === 'default' && kind !== 'none'))
    return l10n.t('the default AWS profile');
  if (hasWebIdentity(variables)) return l10n.t('the web identity of this machine');
  if (hasContainerRole(variables)) return l10n.t('the role of this container');
  return instanceRole && instanceRole !== 'none' ? l10n.t('the instance role') : undefined;
}

function hasWebIdentity(variables: Variables): boolean {
  return isSet(variables, 'AWS_WEB_IDENTITY_TOKEN_FILE') && isSet(variables, 'AWS_ROLE_ARN');
}

function hasContainerRole(variables: Variables): boolean {
  return (
    isSet(variables, 'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI') ||
    isSet(variables, 'AWS_CONTAINER_CREDENTIALS_FULL_URI')
  );
}

function hasAccessKeys(variables: Variables): boolean {
  return isSet(variables, 'AWS_ACCESS_KEY_ID') && isSet(variables, 'AWS_SECRET_ACCESS_KEY');
}

function isSet({ values }: Variables, name: string): boolean {
  return text(values[name]) !== undefined;
}

/** A variable with where it was found, such as "AWS_PROFILE in OpenClaw’s .env". */
function nameOf(variables: Variables, name: `AWS_${string}`): string {
  return originName(originOf(variables, name));
}

function variablesGuide({ hasOpenClaw }: Facts): Fix {
  return hasOpenClaw ? openclawVariablesGuide() : awsVariablesGuide();
}

/** The first of each key. */
function distinct<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  return items.filter((item, index) => items.findIndex(other => keyOf(other) === keyOf(item)) === index);
}
