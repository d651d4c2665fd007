/**
 * The Security Token Service, as far as credentials need it: roles assumed with a signature, with a code of an
 * MFA device or with a web identity, and who it is that signed. What it refuses it refuses in its own words.
 * https://docs.aws.amazon.com/STS/latest/APIReference/welcome.html
 */
import { simulatedAccessKey } from '../bedrock/bedrock.ts';
import { Refusal } from '../bedrock/refusal.ts';
import { accessKeyIdOf, verifySignature } from '../bedrock/sigv4.ts';
import { account, type Issuer, type IssuedKeys } from './issuer.ts';
import {
  startLocalServer,
  type LocalAnswer,
  type LocalRequest,
  type LocalServer,
  type LocalServerOptions,
} from './localServer.ts';
import { useMfaCode } from './mfa.ts';
import { errorAnswer, resultAnswer, type XmlValue } from './stsXml.ts';

/** What a role demands of who assumes it. */
export interface Role {
  readonly externalId?: string;
  /** A code of the user’s MFA device. */
  readonly needsMfa?: boolean;
  /** The token that makes a web identity; such a role can't be assumed with a signature. */
  readonly webIdentityToken?: string;
}

export interface StsOptions extends LocalServerOptions {
  issuer: Issuer;
  /** The long-term keys of the user: id -> secret. Default: the simulator's. */
  accessKeys?: Record<string, string>;
  /** Name -> what it demands. Default: `bedrock`, which demands nothing more than a signature. */
  roles?: Record<string, Role>;
  /** The codes that the user's device shows; each is good once. */
  mfaCodes?: string[];
}

export interface Sts extends LocalServer {
  /** Issued keys are of the source `sts:<name of the role>`, or `sts:web-identity:<name of the role>`. */
  readonly env: Record<string, string>;
  readonly mfaCodes: Set<string>;
}

export const userArn = `arn:aws:iam::${account}:user/developer`;
export const roleArn = (name: string): string => `arn:aws:iam::${account}:role/${name}`;

/** What the layer that checks signatures calls its refusals in the query protocol. */
const queryNames: Readonly<Record<string, string>> = {
  MissingAuthenticationTokenException: 'MissingAuthenticationToken',
  IncompleteSignatureException: 'IncompleteSignature',
  UnrecognizedClientException: 'InvalidClientTokenId',
  InvalidSignatureException: 'SignatureDoesNotMatch',
  ExpiredTokenException: 'ExpiredToken',
};

export async function startSts(options: StsOptions): Promise<Sts> {
  const { issuer, roles = { bedrock: {} }, tls } = options;
  const accessKeys = options.accessKeys ?? {
    [simulatedAccessKey.AWS_ACCESS_KEY_ID]: simulatedAccessKey.AWS_SECRET_ACCESS_KEY,
  };
  const mfaCodes = new Set(options.mfaCodes);
  const actions: Readonly<Record<string, (input: Input, request: LocalRequest) => XmlValue>> = {
    AssumeRole: (input, request) => assumeRole(input, signer(request)),
    AssumeRoleWithWebIdentity: assumeRoleWithWebIdentity,
    GetCallerIdentity: (_, request) => identity(signer(request)),
  };

  const server = await startLocalServer(answer, { tls });
  return { ...server, env: { AWS_ENDPOINT_URL_STS: server.url }, mfaCodes };

  function answer(request: LocalRequest): LocalAnswer {
    const input: Input = Object.fromEntries(new URLSearchParams(request.body));
    const { Action: name = '' } = input;
    try {
      const action = actions[name];
      if (!action)
        throw new Refusal(400, 'InvalidAction', `Could not find operation ${name} for version 2011-06-15`);
      return resultAnswer(name, action(input, request));
    } catch (error) {
      if (error instanceof Refusal) return errorAnswer(error);
      throw error;
    }
  }

  /** The ARN of who signed; throws for what nobody did. */
  function signer(request: LocalRequest): string {
    const { authorization } = request.headers;
    const id = accessKeyIdOf(authorization) ?? '';
    try {
      if (!authorization) {
        throw new Refusal(
          403,
          'MissingAuthenticationTokenException',
          'Request is missing Authentication Token',
        );
      }
      const body = Buffer.from(request.body);
      verifySignature({ ...request, query: '', body }, { service: 'sts', key: signingKey });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      throw new Refusal(error.status, queryNames[error.type] ?? error.type, error.message);
    }
    return issuer.find(id)?.arn ?? userArn;
  }

  function signingKey(id: string) {
    const secret = accessKeys[id];
    return secret === undefined ? issuer.signingKey(id) : { secret };
  }

  function assumeRole(input: Input, caller: string): XmlValue {
    const { RoleArn = '', ExternalId, SerialNumber, TokenCode } = input;
    const role = roles[nameOf(RoleArn)];
    const message = `User: ${caller} is not authorized to perform: sts:AssumeRole on resource: ${RoleArn}`;
    const refused = new Refusal(403, 'AccessDenied', message);
    if (!role || role.webIdentityToken !== undefined || ExternalId !== role.externalId) throw refused;
    // A code that comes along is checked, whether the role demands one or not.
    const hasCode = SerialNumber !== undefined || TokenCode !== undefined;
    if (hasCode) useMfaCode(mfaCodes, SerialNumber, TokenCode);
    else if (role.needsMfa) throw refused;
    return assumed(input, `sts:${nameOf(RoleArn)}`);
  }

  function assumeRoleWithWebIdentity(input: Input): XmlValue {
    const { RoleArn = '', WebIdentityToken = '' } = input;
    const role = roles[nameOf(RoleArn)];
    if (role?.webIdentityToken === undefined) {
      throw new Refusal(403, 'AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity');
    }
    if (WebIdentityToken !== role.webIdentityToken) {
      throw new Refusal(400, 'InvalidIdentityToken', 'The ID Token provided is not a valid JWT.');
    }
    return {
      ...assumed(input, `sts:web-identity:${nameOf(RoleArn)}`),
      SubjectFromWebIdentityToken: 'system:serviceaccount:default:app',
      Audience: 'sts.amazonaws.com',
      Provider: 'arn:aws:iam::123456789012:oidc-provider/oidc.example',
    };
  }

  function assumed({ RoleArn = '', RoleSessionName = '', DurationSeconds = '3600' }: Input, source: string) {
    const arn = `arn:aws:sts::${account}:assumed-role/${nameOf(RoleArn)}/${RoleSessionName}`;
    const lifetime = Math.min(issuer.lifetime, Number(DurationSeconds) * 1000);
    return {
      Credentials: credentials(issuer.issue(source, { arn, lifetime })),
      AssumedRoleUser: { AssumedRoleId: `AROASAMPLEROLEID:${RoleSessionName}`, Arn: arn },
    };
  }
}

type Input = Readonly<Record<string, string | undefined>>;

function nameOf(arn: string): string {
  return arn.startsWith(roleArn('')) ? arn.slice(roleArn('').length) : '';
}

function identity(arn: string): XmlValue {
  const [, session] = /:assumed-role\/[^/]+\/(.+)/.exec(arn) ?? [];
  const id = session === undefined ? 'AIDASAMPLEUSERID' : `AROASAMPLEROLEID:${session}`;
  return { Arn: arn, UserId: id, Account: account };
}

function credentials({ accessKeyId, secretAccessKey, sessionToken, expiration }: IssuedKeys): XmlValue {
  return {
    AccessKeyId: accessKeyId,
    SecretAccessKey: secretAccessKey,
    SessionToken: sessionToken,
    Expiration: expiration.toISOString(),
  };
}
