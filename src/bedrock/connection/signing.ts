/** What signs the requests of one connection: found once for both clients, kept, and renewed in time. */
export type SignedSource =
  | 'api-key'
  | 'access-keys'
  | 'static-profile'
  | 'sso'
  | 'assumed-role'
  | 'process'
  | 'web-identity'
  | 'container'
  | 'instance-role'
  | 'login';

export interface SignedBy {
  readonly source: SignedSource;
  readonly expiration?: Date;
  /** The profile that was resolved, for the sources that have one. */
  readonly profile?: string;
}
