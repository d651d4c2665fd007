/** A value as one word of a command that people copy into a POSIX shell: names of profiles can be anything. */
export function shellWord(value: string): string {
  return /^[\w@%+=:,./][\w@%+=:,./-]*$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`;
}
