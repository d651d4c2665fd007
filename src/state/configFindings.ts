/** What there is to find in the config and in the files that it includes, with the unsaved changes of open ones. */
import { checkConfig, type Finding } from '../openclaw/checkConfig.ts';
import { checkContext, type CheckParts } from './checkContext.ts';

export interface FileFinding extends Finding {
  /** The file that it is found in. */
  readonly file: string;
}

/** File by file; asks neither AWS nor the network. */
export async function configFindings(parts: CheckParts): Promise<FileFinding[]> {
  const { files } = await parts.config.asEdited();
  const found = await Promise.all(
    files.map(async file => {
      const findings = await checkConfig(file.text, await checkContext(parts, file.path));
      return findings.map(finding => ({ ...finding, file: file.path }));
    }),
  );
  return found.flat();
}
