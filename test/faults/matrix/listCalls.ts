import type { Rows } from './rows.ts';
export const listCalls = {} as Rows;
