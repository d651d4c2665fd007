/** The tokens of IAM Identity Center sessions: what was handed out, and what is still good. */
import { randomBytes } from 'node:crypto';

export interface SsoToken {
  readonly accessToken: string;
  /** Seconds. */
  readonly expiresIn: number;
  /** Only for clients that registered scopes. */
  readonly refreshToken?: string;
}

export class SsoTokens {
  /** Seconds for which tokens are valid. */
  lifetime = 8 * 60 * 60;
  readonly #expirations = new Map<string, number>();
  readonly #refreshTokens = new Set<string>();

  issue(isRefreshable: boolean): SsoToken {
    const accessToken = secret('aoaAAAAAG');
    const refreshToken = secret('aorAAAAAG');
    this.#expirations.set(accessToken, Date.now() + this.lifetime * 1000);
    if (isRefreshable) this.#refreshTokens.add(refreshToken);
    return { accessToken, expiresIn: this.lifetime, ...(isRefreshable && { refreshToken }) };
  }

  /** New tokens for a refresh token, which is used up; undefined where it is not good. */
  refresh(refreshToken: string): SsoToken | undefined {
    return this.#refreshTokens.delete(refreshToken) ? this.issue(true) : undefined;
  }

  isGood(accessToken: string): boolean {
    return (this.#expirations.get(accessToken) ?? 0) > Date.now();
  }

  /** Ends all sessions: no token is good any more, whatever its holder was told. */
  revoke(): void {
    this.#expirations.clear();
    this.#refreshTokens.clear();
  }
}

export function secret(prefix = ''): string {
  return prefix + randomBytes(48).toString('base64url');
}
