/**
 * The recorded and derived data beside the project (`../shared/data`), for tests to read in place. It is not
 * part of a clone: where it is missing the tests over it are reported as not run, except in CI, where they fail.
 */
import { strict as assert } from 'node:assert';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const SHARED = resolve(import.meta.dirname, '../../shared/data');

/** Reads one folder of the recorded data, such as `bedrock`. */
export class RecordedData {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The value of a JSON file. */
  json(file: string): unknown {
    return JSON.parse(readFileSync(join(this.#folder, file), 'utf8'));
  }

  /** The names of a folder's files, sorted, with the folder before them. */
  files(folder: string): string[] {
    return readdirSync(join(this.#folder, folder))
      .sort()
      .map(file => join(folder, file));
  }
}

/** Defines tests over the recorded data of `kind`, where it is there. */
export function describeRecorded(
  title: string,
  kind: 'bedrock' | 'vscode',
  define: (data: RecordedData) => void,
): void {
  const folder = join(SHARED, kind);
  if (existsSync(folder)) {
    describe(title, () => define(new RecordedData(folder)));
  } else if (process.env['CI']) {
    describe(title, () => {
      it('finds the recorded data, which must be there in CI', () => assert.fail(`${folder} is missing`));
    });
  } else {
    console.log(`not run: ${title} (../shared/data is missing)`);
  }
}
