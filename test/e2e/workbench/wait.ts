// Waiting for what the page shows, for the cases that a Playwright locator can't express.
import { setTimeout as delay } from 'node:timers/promises';

const pollMilliseconds = 50;

/** The patience of every wait: an idle workbench reacts at once, a busy machine takes its time (PATIENCE, in seconds). */
export const patienceMilliseconds = 1000 * Number(process.env.PATIENCE ?? 30);

/** Reads until the value is accepted, and returns it; rejects with the last value when patience runs out. */
export async function waitFor<T>(
  what: string,
  read: () => Promise<T>,
  accept: (value: T) => boolean,
  patience = patienceMilliseconds,
): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const value = await read();
    if (accept(value)) {
      return value;
    }
    if (Date.now() > end) {
      throw new Error(`Waited in vain for ${what}. Last seen: ${JSON.stringify(value)}`);
    }
    await delay(pollMilliseconds);
  }
}
