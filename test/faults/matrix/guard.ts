/** Fails what does not come to an end: a hang is the one outcome that no row allows. */

/** Milliseconds after which a case hangs. The product's own limits are far below, or are set so. */
const PATIENCE = 60_000;

export async function within<Result>(
  name: string,
  work: Promise<Result>,
  patience = PATIENCE,
): Promise<Result> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`${name} hangs.`)), patience);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** Does the work for each of the items, in `lanes` at a time. */
export async function inLanes<Lane, Item>(
  lanes: readonly Lane[],
  items: readonly Item[],
  work: (lane: Lane, item: Item, index: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const run = async (lane: Lane) => {
    for (let index = next++; index < items.length; index = next++) await work(lane, items[index]!, index);
  };
  await Promise.all(lanes.map(run));
}
