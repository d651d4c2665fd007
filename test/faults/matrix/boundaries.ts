/** The boundaries of the product, each with its rows. */
import { cacheFile } from './cacheFile.ts';
import { configFile } from './configFile.ts';
import { converse } from './converse.ts';
import { credentials } from './credentials.ts';
import { editorRestart } from './editorRestart.ts';
import { listCalls } from './listCalls.ts';

export const BOUNDARIES = {
  'List calls': listCalls,
  Converse: converse,
  Credentials: credentials,
  'Config file': configFile,
  'Cache file': cacheFile,
  'Editor restart': editorRestart,
};
export type Boundary = keyof typeof BOUNDARIES;
