import type { Rows } from './rows.ts';
export const configFile = {} as Rows;
