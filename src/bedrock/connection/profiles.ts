/** The profiles in the AWS config files: what each of them signs with, and who has to sign in for it. */
import { loadSdk } from '../loadSdk.ts';
import { awsFiles } from './awsFiles.ts';
import type { Environment } from './connection.ts';

/** How a profile gets credentials; `none`: it holds settings only, or too few of them. */
type ProfileKind = 'static' | 'sso' | 'role' | 'process' | 'web-identity' | 'login' | 'none';

export interface Profile {
  readonly name: string;
  readonly kind: ProfileKind;
  readonly region?: string;
  /** The profile that it takes its role with. */
  readonly source?: string;
  /** What else it takes its role with, such as `Ec2InstanceMetadata`. */
  readonly credentialSource?: string;
  /** The profile at the end of its sources, and what that one signs with; absent where it has no source. */
  readonly base?: { readonly name: string; readonly kind: ProfileKind };
  /** What the AWS CLI has to sign in: the profile itself, or the one at the end of its sources. */
  readonly signIn?: string;
  readonly usesMfa: boolean;
  readonly caBundle?: string;
}

export interface Profiles {
  readonly list: readonly Profile[];
}

/** Sections of the files by their names, as the SDK's reader gives them. */
export type Sections = Readonly<Record<string, Section>>;
type Section = Readonly<Record<string, string | undefined>>;

/** Reads the files afresh, with the SDK's own reader. Files that are missing or broken hold none. */
export async function readProfiles(environment: Environment): Promise<Profiles> {
  const { config, credentials } = awsFiles(environment);
  const { parseKnownFiles } = await loadSdk();
  const files = { configFilepath: config, filepath: credentials, ignoreCache: true };
  return { list: profilesIn(await parseKnownFiles(files)) };
}

export function profilesIn(sections: Sections): Profile[] {
  return Object.entries(sections)
    .filter(([name]) => !/^(sso-session|services)\./.test(name))
    .map(([name, section]) => described(name, section, sections));
}

function described(name: string, section: Section, sections: Sections): Profile {
  const {
    region,
    source_profile: source,
    credential_source: credentialSource,
    ca_bundle: caBundle,
  } = section;
  const links = chainOf(name, sections);
  const end = links.at(-1) ?? name;
  const base = end === name ? undefined : { name: end, kind: baseKind(sections[end] ?? {}) };
  const kind = kindOf(section);
  return {
    name,
    kind,
    ...(region && { region }),
    ...(source && { source }),
    ...(credentialSource && { credentialSource }),
    ...(base && { base }),
    ...(/^(sso|login)$/.test(base?.kind ?? kind) && { signIn: end }),
    usesMfa: links.some(link => takesRole(sections[link] ?? {}) && Boolean(sections[link]?.['mfa_serial'])),
    ...(caBundle && { caBundle }),
  };
}

/** What the SDK looks for in a profile, in its order. */
function kindOf(section: Section): ProfileKind {
  if (takesRole(section)) return 'role';
  if (hasKeys(section)) return 'static';
  if (section['web_identity_token_file'] && section['role_arn']) return 'web-identity';
  if (section['credential_process']) return 'process';
  if (Object.keys(section).some(name => SSO.has(name))) return 'sso';
  return section['login_session'] ? 'login' : 'none';
}

/** What a source signs with: keys go before its own role. */
function baseKind(section: Section): ProfileKind {
  return hasKeys(section) ? 'static' : kindOf(section);
}

/** One of them is enough for the SDK to try. */
const SSO = new Set(['sso_start_url', 'sso_account_id', 'sso_session', 'sso_region', 'sso_role_name']);

function takesRole({ role_arn, source_profile, credential_source }: Section): boolean {
  return Boolean(role_arn) && Boolean(source_profile) !== Boolean(credential_source);
}

function hasKeys({ aws_access_key_id, aws_secret_access_key }: Section): boolean {
  return Boolean(aws_access_key_id && aws_secret_access_key);
}

/** A profile and those that it takes its role with, one after another. Keys in one of them are the end of it. */
function chainOf(name: string, sections: Sections): string[] {
  const names = [name];
  for (;;) {
    const section = sections[names.at(-1) ?? name] ?? {};
    const source = section['source_profile'];
    const isEnd = !takesRole(section) || (names.length > 1 && hasKeys(section));
    if (isEnd || !source || names.includes(source)) return names;
    names.push(source);
  }
}
