/** Small file systems of a test's own, which nobody else sees and which are gone with the process. */

/**
 * The command that runs another one where `folder` is a tmpfs with these options, in a mount namespace of its own.
 * Needs root, or a system where users may make namespaces.
 */
export function withTmpfs(folder: string, options: string): string[] {
  const script = [
    `mount -t tmpfs -o "$1" tmpfs "$0" || {`,
    `echo "This test mounts a small tmpfs: run it as root, or allow user namespaces." >&2; exit 1; }`,
    `shift; exec "$@"`,
  ].join('\n');
  const namespace = process.getuid?.() === 0 ? ['--mount'] : ['--mount', '--user', '--map-root-user'];
  return ['unshare', ...namespace, 'sh', '-c', script, folder, options];
}
