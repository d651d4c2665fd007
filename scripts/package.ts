// Packs the extension: `npm run package`, or `packExtension` for scripts that install it. How it is built and packed is
// in package.json, so that `vsce` and `ovsx` by themselves do the same.
import { createVSIX } from '@vscode/vsce';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** Writes the package to `path`. */
export async function packExtension(path: string): Promise<void> {
  // Nothing left over from an older build may get in.
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  await createVSIX({ cwd: root, packagePath: path });
}

if (process.argv[1] === import.meta.filename) await packExtension(join(root, 'openclaw-bedrock.vsix'));
