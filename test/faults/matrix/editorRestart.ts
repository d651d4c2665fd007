import type { Rows } from './rows.ts';
export const editorRestart = {} as Rows;
