// Finds the Chromium that Playwright drives: the project downloads no browser of its own.
import { existsSync } from 'node:fs';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The path of a Chromium: the one `CHROMIUM_PATH` names, or one in a usual place; undefined when there is none. */
export function findChromium(): string | undefined {
  return process.env.CHROMIUM_PATH || usualPlaces.find(path => existsSync(path));
}
