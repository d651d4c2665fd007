// Finds a desktop VS Code that can show a window here.
import { spawnSync } from 'node:child_process';

/** The command that starts it, or undefined where there is none or no screen to show it on. */
export function findDesktopEditor(): string | undefined {
  const hasScreen =
    process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
  if (!hasScreen) return undefined;
  return ['code', 'code-insiders'].find(
    name => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0,
  );
}
