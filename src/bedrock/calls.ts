/**
 * What asks Bedrock, explains what it answers, and finds what a connection would surprise with: a bundle of its own,
 * loaded at the first call. Its words are those of the bundle that loads it (`loadCalls.ts`).
 */
export * as l10n from '@vscode/l10n';
export { conflictsOf } from './connection/conflicts.ts';
export { differencesOf } from './connection/differences.ts';
export { readProfiles } from './connection/profiles.ts';
export { answer } from './converse/answer.ts';
export { askAccess } from './models/askAccess.ts';
export { discoverModels } from './models/discover.ts';
export { readModelIds } from './openai/readModelIds.ts';
export { noModels, problemOf } from './problems.ts';
export { SignedClients } from './signedClients.ts';
