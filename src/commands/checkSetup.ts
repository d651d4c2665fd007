/** OpenClaw: Check Setup. */
import { reportText } from '../setup/reportText.ts';
import { maskedReport } from '../setup/maskedReport.ts';
import { wholeReport } from '../setup/setupReport.ts';
import type { Command, Parts } from './parts.ts';

export const checkSetup: Command = {
  id: 'openclawBedrock.checkSetup',
  /** By hand it opens the page; called with `json` or `text` it opens nothing, and answers without account ids. */
  run: async ({ checkSetup, setupPage }: Parts, form?: 'json' | 'text') => {
    if (form !== 'json' && form !== 'text') {
      setupPage.show();
      return undefined;
    }
    const report = maskedReport(await wholeReport(checkSetup(new AbortController().signal)));
    return form === 'text' ? reportText(report) : report;
  },
};
