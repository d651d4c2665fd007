/** What there is to find in the config and in the files that it includes, as they are on disk. */
import { checkConfig, type Finding } from '../openclaw/checkConfig.ts';
import { checkContext, type CheckParts } from './checkContext.ts';

export interface FileFinding extends Finding {
  /** The file that it is found in. */
  readonly file: string;
}

/** File by file; asks neither AWS nor the network. */
export async function configFindings(parts: CheckParts): Promise<FileFinding[]> {
  const { path, text = '', files } = await parts.config.read();
  // A malformed config is not among the files that were read, and its syntax error is all there is to find.
  const read = files.length > 0 ? files : [{ path, text }];
  const found = await Promise.all(
    read.map(async file => {
      const findings = await checkConfig(file.text, await checkContext(parts, file.path));
      return findings.map(finding => ({ ...finding, file: file.path }));
    }),
  );
  return found.flat();
}
