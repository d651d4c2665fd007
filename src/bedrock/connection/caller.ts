/** Who the credentials belong to, as STS tells it. */
export interface Caller {
  readonly account: string;
  readonly arn: string;
}
