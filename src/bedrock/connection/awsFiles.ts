/** Where the AWS SDK and the AWS CLI keep what they know of a person, by the environment and the system. */
import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';
import { type Environment, text } from './connection.ts';

export interface AwsFiles {
  readonly config: string;
  readonly credentials: string;
  /** The folder of the tokens that `aws sso login` gets. */
  readonly ssoCache: string;
}

export function awsFiles(
  environment: Environment,
  home = homedir(),
  platform: NodeJS.Platform = process.platform,
): AwsFiles {
  const path = platform === 'win32' ? win32 : posix;
  const base = homeOf(environment) ?? home;
  const isInHome = platform === 'win32' ? /^~[/\\]/ : /^~\//;
  const named = (name: string) => {
    const file = text(environment[name]);
    return file && isInHome.test(file) ? path.join(base, file.slice(2)) : file;
  };
  return {
    config: named('AWS_CONFIG_FILE') ?? path.join(base, '.aws', 'config'),
    credentials: named('AWS_SHARED_CREDENTIALS_FILE') ?? path.join(base, '.aws', 'credentials'),
    ssoCache: path.join(base, '.aws', 'sso', 'cache'),
  };
}

/** The variables that the SDK asks on every system, in its order. */
function homeOf({ HOME, USERPROFILE, HOMEDRIVE = 'C:', HOMEPATH }: Environment): string | undefined {
  return HOME || USERPROFILE || (HOMEPATH && `${HOMEDRIVE}${HOMEPATH}`) || undefined;
}
