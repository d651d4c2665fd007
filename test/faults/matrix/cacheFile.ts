import type { Rows } from './rows.ts';
export const cacheFile = {} as Rows;
