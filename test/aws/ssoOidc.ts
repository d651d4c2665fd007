/**
 * The OIDC endpoints of IAM Identity Center: a client registers, a person approves it on a page, and it gets a token.
 * https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/Welcome.html
 */
import { createHash } from 'node:crypto';

import { json, type LocalAnswer, type LocalRequest } from './localServer.ts';
import { secret, type SsoToken, type SsoTokens } from './ssoTokens.ts';

export interface Registration {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly clientIdIssuedAt: number;
  readonly clientSecretExpiresAt: number;
}

interface Client {
  readonly clientSecret: string;
  readonly scopes: readonly string[];
}

interface Device {
  readonly clientId: string;
  readonly userCode: string;
  status: 'waiting' | 'approved' | 'denied';
  asked: number;
}

interface Code {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly challenge: string;
}

type Input = Readonly<Record<string, unknown>>;
type Grant = (input: Input, clientId: string, client: Client) => SsoToken | LocalAnswer;

const ninetyDays = 90 * 24 * 60 * 60;

export class SsoOidc {
  /** Nobody has to approve. */
  approvesAtOnce = true;
  /** Seconds that clients have to wait between two questions. */
  interval = 1;
  readonly #startUrl: string;
  readonly #tokens: SsoTokens;
  readonly #clients = new Map<string, Client>();
  readonly #devices = new Map<string, Device>();
  readonly #codes = new Map<string, Code>();
  readonly #grants: Readonly<Record<string, Grant>> = {
    'urn:ietf:params:oauth:grant-type:device_code': (input, clientId, client) =>
      this.#deviceGrant(text(input, 'deviceCode'), clientId, client),
    authorization_code: (input, clientId, client) => this.#codeGrant(input, clientId, client),
    refresh_token: input =>
      this.#tokens.refresh(text(input, 'refreshToken')) ??
      refusal(400, 'InvalidGrantException', 'invalid_grant', 'Invalid refresh token provided'),
  };

  constructor(startUrl: string, tokens: SsoTokens) {
    this.#startUrl = startUrl;
    this.#tokens = tokens;
  }

  /** Undefined for what is none of its endpoints. */
  answer(request: LocalRequest): LocalAnswer | undefined {
    switch (`${request.method} ${request.path}`) {
      case 'POST /client/register':
        return this.#registerClient(inputOf(request));
      case 'POST /device_authorization':
        return this.#authorizeDevice(inputOf(request), request.headers['host'] ?? '');
      case 'POST /token':
        return this.#token(inputOf(request));
      case 'GET /authorize':
        return this.#authorize(request.query);
      case 'GET /device':
        return this.#visit(request.query['user_code'] ?? '');
      default:
        return undefined;
    }
  }

  /** Clients with scopes get refresh tokens. Times are in seconds since 1970. */
  register(scopes: readonly string[]): Registration {
    const clientId = secret();
    const clientSecret = secret('eyJraWQi');
    this.#clients.set(clientId, { clientSecret, scopes });
    const clientIdIssuedAt = Math.floor(Date.now() / 1000);
    const clientSecretExpiresAt = clientIdIssuedAt + ninetyDays;
    return { clientId, clientSecret, clientIdIssuedAt, clientSecretExpiresAt };
  }

  /** A person says yes or no to whatever is waiting. */
  decide(status: 'approved' | 'denied'): void {
    for (const device of this.#devices.values()) {
      if (device.status === 'waiting') device.status = status;
    }
  }

  #registerClient(input: Input): LocalAnswer {
    const { clientName, clientType, scopes = [] } = input;
    if (typeof clientName !== 'string') {
      return refusal(400, 'InvalidRequestException', 'invalid_request', 'clientName is missing');
    }
    if (clientType !== 'public') {
      return refusal(400, 'InvalidClientMetadataException', 'invalid_client_metadata', 'Invalid client type');
    }
    return json(200, this.register(scopes as string[]));
  }

  #authorizeDevice(input: Input, host: string): LocalAnswer {
    if (!this.#client(input)) return invalidClient();
    if (text(input, 'startUrl') !== this.#startUrl) {
      return refusal(400, 'InvalidRequestException', 'invalid_request', 'Invalid start URL provided');
    }
    const deviceCode = secret();
    const userCode = `${letters()}-${letters()}`;
    const status = this.approvesAtOnce ? 'approved' : 'waiting';
    this.#devices.set(deviceCode, { clientId: text(input, 'clientId'), userCode, status, asked: 0 });
    return json(200, {
      deviceCode,
      userCode,
      verificationUri: `http://${host}/device`,
      verificationUriComplete: `http://${host}/device?user_code=${userCode}`,
      expiresIn: 600,
      interval: this.interval,
    });
  }

  #token(input: Input): LocalAnswer {
    const client = this.#client(input);
    if (!client) return invalidClient();
    const grant = this.#grants[text(input, 'grantType')];
    if (!grant) {
      return refusal(400, 'UnsupportedGrantTypeException', 'unsupported_grant_type', 'Grant type is unknown');
    }
    const result = grant(input, text(input, 'clientId'), client);
    return 'status' in result ? result : json(200, { tokenType: 'Bearer', ...result });
  }

  #deviceGrant(deviceCode: string, clientId: string, client: Client): SsoToken | LocalAnswer {
    const device = this.#devices.get(deviceCode);
    if (device?.clientId !== clientId) {
      return refusal(400, 'InvalidGrantException', 'invalid_grant', 'Invalid device code provided');
    }
    // Half of it is granted, as clocks and networks are not exact.
    const isEarly = Date.now() - device.asked < (this.interval * 1000) / 2;
    device.asked = Date.now();
    if (device.status === 'denied') {
      return refusal(400, 'AccessDeniedException', 'access_denied', 'The request was denied');
    }
    if (device.status === 'waiting') {
      return isEarly
        ? refusal(400, 'SlowDownException', 'slow_down', 'Polling too frequently')
        : refusal(400, 'AuthorizationPendingException', 'authorization_pending', 'Not approved yet');
    }
    this.#devices.delete(deviceCode);
    return this.#tokens.issue(client.scopes.length > 0);
  }

  /** The page that a browser is sent to; going there is approving. */
  #authorize(query: Readonly<Record<string, string>>): LocalAnswer {
    const { client_id: clientId = '', redirect_uri: redirectUri = '', state = '' } = query;
    const { code_challenge: challenge = '', code_challenge_method: method } = query;
    if (!this.#clients.has(clientId) || method !== 'S256' || !redirectUri.startsWith('http://127.0.0.1')) {
      return refusal(400, 'InvalidRequestException', 'invalid_request', 'Invalid request');
    }
    const code = secret();
    this.#codes.set(code, { clientId, redirectUri, challenge });
    const location = `${redirectUri}?${new URLSearchParams({ code, state }).toString()}`;
    return { status: 302, headers: { location } };
  }

  #codeGrant(input: Input, clientId: string, client: Client): SsoToken | LocalAnswer {
    const code = this.#codes.get(text(input, 'code'));
    this.#codes.delete(text(input, 'code'));
    const challenge = createHash('sha256').update(text(input, 'codeVerifier')).digest('base64url');
    const isGood =
      code?.clientId === clientId &&
      code.redirectUri === text(input, 'redirectUri') &&
      code.challenge === challenge;
    return isGood
      ? this.#tokens.issue(client.scopes.length > 0)
      : refusal(400, 'InvalidGrantException', 'invalid_grant', 'Invalid authorization code provided');
  }

  /** The page where a person enters the code that the client shows. */
  #visit(userCode: string): LocalAnswer {
    const device = [...this.#devices.values()].find(each => each.userCode === userCode);
    if (!device) return { status: 404, body: 'Unknown code' };
    device.status = 'approved';
    return { status: 200, headers: { 'content-type': 'text/html' }, body: '<h1>Request approved</h1>' };
  }

  #client(input: Input): Client | undefined {
    const client = this.#clients.get(text(input, 'clientId'));
    return client?.clientSecret === text(input, 'clientSecret') ? client : undefined;
  }
}

function inputOf({ body }: LocalRequest): Input {
  return JSON.parse(body) as Input;
}

function text(input: Input, name: string): string {
  const value = input[name];
  return typeof value === 'string' ? value : '';
}

function letters(): string {
  return secret()
    .replace(/[^A-Z]/g, '')
    .padEnd(4, 'X')
    .slice(0, 4);
}

function invalidClient(): LocalAnswer {
  return refusal(401, 'InvalidClientException', 'invalid_client', 'Invalid client provided');
}

function refusal(status: number, type: string, error: string, description: string): LocalAnswer {
  return json(status, { error, error_description: description }, { 'x-amzn-errortype': type });
}
