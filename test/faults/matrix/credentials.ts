import type { Rows } from './rows.ts';
export const credentials = {} as Rows;
