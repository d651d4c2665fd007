/**
 * IAM Identity Center: the portal that gives a role's keys for a token, and the OIDC endpoints that give tokens.
 * https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_GetRoleCredentials.html
 */
import type { CachedToken } from './awsHome.ts';
import { account, type Issuer } from './issuer.ts';
import {
  json,
  startLocalServer,
  type LocalAnswer,
  type LocalRequest,
  type LocalServer,
  type LocalServerOptions,
} from './localServer.ts';
import { SsoOidc } from './ssoOidc.ts';
import { SsoTokens } from './ssoTokens.ts';

export interface SsoOptions extends LocalServerOptions {
  issuer: Issuer;
  /** The names of the roles that people have in the account. Default: `Developer`. */
  roles?: string[];
  /** Default `us-east-1`. */
  region?: string;
}

export interface Sso extends LocalServer {
  /** Issued keys are of the source `sso:<role>`. */
  readonly env: Record<string, string>;
  readonly startUrl: string;
  readonly region: string;
  /** `approvesAtOnce` and `interval` may be changed. */
  readonly oidc: SsoOidc;
  /** `lifetime` may be changed; `revoke()` ends all sessions. */
  readonly tokens: SsoTokens;
  /** A person approves, or denies, whatever waits for it. */
  approve(): void;
  deny(): void;
  /** The text of a profile that signs in here: of the newer form with the name of a session, else of the old one. */
  profile(name: string, session?: string): string;
  /** What is cached after a sign-in. */
  signIn(): CachedToken;
}

export async function startSso(options: SsoOptions): Promise<Sso> {
  const { issuer, roles = ['Developer'], region = 'us-east-1', tls } = options;
  const startUrl = 'https://example.awsapps.com/start';
  const tokens = new SsoTokens();
  const oidc = new SsoOidc(startUrl, tokens);
  const server = await startLocalServer(request => oidc.answer(request) ?? portal(request), { tls });
  return {
    ...server,
    env: { AWS_ENDPOINT_URL_SSO: server.url, AWS_ENDPOINT_URL_SSO_OIDC: server.url },
    startUrl,
    region,
    oidc,
    tokens,
    approve: () => oidc.decide('approved'),
    deny: () => oidc.decide('denied'),
    profile,
    signIn,
  };

  function portal({ method, path, query, headers }: LocalRequest): LocalAnswer {
    if (`${method} ${path}` !== 'GET /federation/credentials') {
      return refusal(404, 'ResourceNotFoundException', 'Not found');
    }
    if (!tokens.isGood(headers['x-amz-sso_bearer_token'] ?? '')) {
      return refusal(401, 'UnauthorizedException', 'Session token not found or invalid');
    }
    const { role_name: role = '', account_id: accountId } = query;
    if (accountId !== account || !roles.includes(role)) {
      return refusal(403, 'ForbiddenException', 'No access');
    }
    const arn = `arn:aws:sts::${account}:assumed-role/AWSReservedSSO_${role}_0123456789abcdef/developer`;
    const { accessKeyId, secretAccessKey, sessionToken, expiration } = issuer.issue(`sso:${role}`, { arn });
    return json(200, {
      roleCredentials: { accessKeyId, secretAccessKey, sessionToken, expiration: expiration.getTime() },
    });
  }

  function profile(name: string, session?: string): string {
    const portalLines = `sso_start_url = ${startUrl}\nsso_region = ${region}\n`;
    const head = `[profile ${name}]\nregion = ${region}\n`;
    const roleLines = `sso_account_id = ${account}\nsso_role_name = ${roles[0] ?? ''}\n`;
    return session === undefined
      ? `${head}${portalLines}${roleLines}\n`
      : `${head}sso_session = ${session}\n${roleLines}\n` +
          `[sso-session ${session}]\n${portalLines}sso_registration_scopes = sso:account:access\n\n`;
  }

  function signIn(): CachedToken {
    const { expiresIn, ...token } = tokens.issue(true);
    const { clientId, clientSecret, clientSecretExpiresAt } = oidc.register(['sso:account:access']);
    return {
      startUrl,
      region,
      ...token,
      expiresAt: timestamp(Date.now() + expiresIn * 1000),
      clientId,
      clientSecret,
      registrationExpiresAt: timestamp(clientSecretExpiresAt * 1000),
    };
  }
}

/** To the second, as the AWS CLI writes it. */
function timestamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+/, '');
}

function refusal(status: number, type: string, message: string): LocalAnswer {
  return json(
    status,
    { message, __type: `com.amazonaws.switchboard.portal#${type}` },
    { 'x-amzn-errortype': type },
  );
}
