/** A home folder with AWS files of a test's own, and the cache that `aws sso login` keeps tokens in. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A token as the AWS CLI caches it. */
export interface CachedToken {
  startUrl: string;
  region: string;
  accessToken: string;
  expiresAt: string;
  clientId?: string;
  clientSecret?: string;
  registrationExpiresAt?: string;
  refreshToken?: string;
}

export interface AwsHome {
  readonly path: string;
  /** The environment that makes an AWS SDK or CLI read these files. */
  readonly env: Record<string, string>;
  /** The paths of the files. */
  readonly config: string;
  readonly credentials: string;
  readonly ssoCache: string;
  writeConfig(text: string): void;
  writeCredentials(text: string): void;
  /** The token cached for an `sso-session` of that name or, in profiles of the old form, for a start URL. */
  ssoToken(session: string): CachedToken | undefined;
  writeSsoToken(session: string, token: CachedToken): void;
  remove(): void;
}

/** Files without a text are not there. */
export function makeAwsHome(files: { config?: string; credentials?: string } = {}): AwsHome {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'openclaw-bedrock-home-')));
  const config = join(path, '.aws', 'config');
  const credentials = join(path, '.aws', 'credentials');
  const ssoCache = join(path, '.aws', 'sso', 'cache');
  mkdirSync(join(path, '.aws'));
  if (files.config !== undefined) writeFileSync(config, files.config);
  if (files.credentials !== undefined) writeFileSync(credentials, files.credentials);

  const tokenFile = (session: string) =>
    join(ssoCache, `${createHash('sha1').update(session).digest('hex')}.json`);
  return {
    path,
    env: {
      HOME: path,
      USERPROFILE: path,
      AWS_CONFIG_FILE: config,
      AWS_SHARED_CREDENTIALS_FILE: credentials,
    },
    config,
    credentials,
    ssoCache,
    writeConfig: text => writeFileSync(config, text),
    writeCredentials: text => writeFileSync(credentials, text),
    ssoToken: session => read(tokenFile(session)),
    writeSsoToken: (session, token) => {
      mkdirSync(ssoCache, { recursive: true });
      writeFileSync(tokenFile(session), JSON.stringify(token), { mode: 0o600 });
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

function read(file: string): CachedToken | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as CachedToken;
  } catch {
    return undefined;
  }
}
