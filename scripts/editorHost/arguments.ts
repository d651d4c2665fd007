// Reads the desktop editor's command line, as far as a run of an extension's tests needs it.
import { parseArgs } from 'node:util';

export interface TestRun {
  readonly extensionDevelopmentPaths: readonly string[];
  /** The module whose `run()` is the suite. */
  readonly extensionTestsPath: string;
  readonly userDataDir: string;
  readonly extensionsDir: string;
  /** A folder or a `.code-workspace` file. */
  readonly folder?: string;
}

/** Switches that only the desktop build knows, such as `--no-sandbox`, are passed over. */
export function readArguments(args: readonly string[]): TestRun {
  const { values, positionals } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    options: { extensionDevelopmentPath: { type: 'string', multiple: true } },
  });
  const required = (name: string) => {
    const value = values[name];
    if (typeof value !== 'string') {
      throw new Error(`--${name}=... is missing.`);
    }
    return value;
  };
  return {
    extensionDevelopmentPaths: (values.extensionDevelopmentPath ?? []).map(String),
    extensionTestsPath: required('extensionTestsPath'),
    userDataDir: required('user-data-dir'),
    extensionsDir: required('extensions-dir'),
    folder: positionals[0],
  };
}
