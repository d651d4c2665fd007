/** What governs discovery; OpenClaw's names, meanings and defaults. */
export interface DiscoverySettings {
  /** `false` stops discovery; `auto` is OpenClaw's own default. */
  readonly enabled: boolean | 'auto';
  readonly region?: string;
  /** Provider names in lower case; empty: all. */
  readonly providerFilter: readonly string[];
  /** Seconds; 0: neither a cache on disk nor a timer. */
  readonly refreshInterval: number;
  /** Tokens, for models that nothing is known of. */
  readonly defaultContextWindow: number;
  readonly defaultMaxTokens: number;
}

export const DEFAULT_DISCOVERY: DiscoverySettings = {
  enabled: 'auto',
  providerFilter: [],
  refreshInterval: 3600,
  defaultContextWindow: 32_000,
  defaultMaxTokens: 4_096,
};
