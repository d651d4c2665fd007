/** Lists once; resolves to how many there are. */
export type List = () => Promise<number>;

/**
 * Loads what lists, and lists as often as the command line says; prints the milliseconds of each time as JSON, those of
 * loading with the first.
 */
export async function reportTimes(load: () => Promise<List>): Promise<void> {
  const times: number[] = [];
  let start = performance.now();
  const list = await load();
  while (times.length < Number(process.argv[2])) {
    if ((await list()) === 0) throw new Error('Nothing is listed.');
    const end = performance.now();
    times.push(end - start);
    start = end;
  }
  process.stdout.write(JSON.stringify(times));
  // OpenClaw's modules keep timers.
  process.exit(0);
}
