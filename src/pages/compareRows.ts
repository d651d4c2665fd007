/** From models to the rows of the Compare Models page. */
import * as l10n from '@vscode/l10n';
import { type Access, accessName } from '../bedrock/models/access.ts';
import type { BedrockModel } from '../bedrock/models/bedrockModel.ts';
import { inputWords, legacyWords, reasons, routeName } from '../bedrock/models/words.ts';
import type { Roles } from '../openclaw/edits/roles.ts';
import type { CompareRow } from './compareMessages.ts';

/** What is known of a model beside itself. */
export interface CompareLook {
  readonly roles: Roles;
  readonly access: Access | undefined;
}

export function compareRow(model: BedrockModel, { roles, access }: CompareLook): CompareRow {
  const { key, name, provider, contextWindow, maxTokens, sources, routes, input, facts, legacy } = model;
  const { price } = routes[0];
  return {
    key,
    name,
    provider,
    contextWindow,
    maxTokens,
    contextIsDefault: sources.contextWindow === 'default',
    outputIsDefault: sources.maxTokens === 'default',
    ...price,
    inputs: inputWords(model),
    seesImages: input.includes('image'),
    usesTools: facts.tools !== 'none',
    reasons: reasons(model),
    routes: routes.map(routeName).join(', '),
    access: access ? accessName(access) : '',
    marks: [...rolesOf(roles), ...(legacy ? [legacyWords(legacy)] : [])].join(', '),
    isPrimary: roles.isPrimary,
    isLegacy: legacy !== undefined,
  };
}

function rolesOf({ isPrimary, fallback, isImageModel }: Roles): string[] {
  return [
    ...(isPrimary ? [l10n.t('primary')] : []),
    ...(fallback > 0 ? [l10n.t('fallback {0}', fallback)] : []),
    ...(isImageModel ? [l10n.t('for images')] : []),
  ];
}
