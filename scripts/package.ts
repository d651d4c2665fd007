// Builds the extension and packs it: `npm run package`, or `packExtension` for scripts that install it.
import { createVSIX } from '@vscode/vsce';
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** Writes the package to `path`. */
export async function packExtension(path: string): Promise<void> {
  // Nothing left over from an older build may get in.
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  const { status } = spawnSync('node', ['esbuild.mjs'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error('The build failed.');
  await createVSIX({
    cwd: root,
    packagePath: path,
    // Everything is bundled.
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
}

if (process.argv[1] === import.meta.filename) await packExtension(join(root, 'openclaw-bedrock.vsix'));
