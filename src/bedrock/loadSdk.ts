/** The AWS SDK, loaded when it is first needed. */
type Sdk = typeof import('./sdk.ts');

/** Loads the AWS SDK (some 60 ms the first time, then cached by the module system). */
export function loadSdk(): Promise<Sdk> {
  return import('./sdk.ts');
}
