/** A model in the tree: what it is in OpenClaw's config, what it holds and costs, and what stands in its way. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { type Access, accessName } from '../bedrock/models/access.ts';
import { type BedrockModel, modelRef, PROVIDER_ID } from '../bedrock/models/bedrockModel.ts';
import { legacyWords, priceWords, shortPrice, shortTokens } from '../bedrock/models/words.ts';
import type { Roles } from '../openclaw/edits/roles.ts';
import type { Root } from '../state/connections.ts';
import type { ModelList } from '../state/modelList.ts';
import { isRouteNode } from './routeNode.ts';

/** What is known of a model beside itself. */
export interface ModelLook {
  readonly roles: Roles;
  readonly access: Access | undefined;
  readonly isFavourite: boolean;
  readonly isHidden: boolean;
  /** Whether the chat's picker offers it. */
  readonly isOffered: boolean;
}

export class ModelNode extends vscode.TreeItem {
  readonly model: BedrockModel;
  readonly look: ModelLook;
  /** The list that it is from. */
  readonly list: ModelList;

  constructor(model: BedrockModel, look: ModelLook, root: Pick<Root, 'id' | 'list'>) {
    const { Collapsed, None } = vscode.TreeItemCollapsibleState;
    super(model.name, model.routes.length > 1 ? Collapsed : None);
    const [{ kind, label, price }] = model.routes;
    const troubles = troubleWords(model, look);
    this.model = model;
    this.look = look;
    this.list = root.list;
    this.id = `model:${root.id}:${model.key}`;
    this.contextValue = contextValue(look);
    this.iconPath = icon(model, look);
    this.description = [
      ...roleWords(look.roles),
      ...troubles,
      shortTokens(model.contextWindow),
      price && shortPrice(price),
      kind === 'profile' && label,
    ]
      .filter(Boolean)
      .join(' · ');
    this.accessibilityInformation = {
      label: [
        l10n.t('{0} by {1}, {2} tokens of context', model.name, model.provider, model.contextWindow),
        ...roleWords(look.roles).map(word => l10n.t('{0} in OpenClaw', word)),
        ...troubles,
        ...(price ? [priceWords(price)] : []),
        ...(look.isFavourite ? [l10n.t('favourite')] : []),
        ...(look.isOffered ? [l10n.t('offered in the chat')] : []),
      ].join(', '),
    };
  }
}

/** `primary`, `fallback 2`, `images` and the alias: what OpenClaw has the model for. */
export function roleWords({ isPrimary, fallback, isImageModel, alias }: Roles): string[] {
  return [
    isPrimary && l10n.t('primary'),
    fallback > 0 && l10n.t('fallback {0}', fallback),
    isImageModel && l10n.t('for images'),
    alias && l10n.t('“{0}”', alias),
  ].filter(word => typeof word === 'string');
}

function troubleWords({ legacy }: BedrockModel, { access, isHidden }: ModelLook): string[] {
  return [
    ...(isHidden ? [l10n.t('hidden')] : []),
    ...(access && access !== 'ready' ? [accessName(access)] : []),
    ...(legacy ? [legacyWords(legacy)] : []),
  ];
}

/** What the chat does not offer is there, but muted. */
function icon({ legacy }: BedrockModel, { roles, access, isHidden, isOffered }: ModelLook): vscode.ThemeIcon {
  const muted = new vscode.ThemeColor('disabledForeground');
  if (roles.isPrimary) return new vscode.ThemeIcon('star-full', new vscode.ThemeColor('charts.yellow'));
  if (isHidden) return new vscode.ThemeIcon('eye-closed', muted);
  if (access && access !== 'ready') return new vscode.ThemeIcon('lock', muted);
  if (legacy) return new vscode.ThemeIcon('history', muted);
  return isOffered ? new vscode.ThemeIcon('sparkle') : new vscode.ThemeIcon('sparkle', muted);
}

/** Words by which the menus choose what to offer. */
function contextValue({ roles, isFavourite, isHidden, isOffered }: ModelLook): string {
  const { isPrimary, fallback, isDescribed } = roles;
  return [
    'model',
    isPrimary && 'primary',
    fallback > 0 && 'fallback',
    isDescribed && 'described',
    isFavourite && 'favourite',
    isHidden && 'hidden',
    isOffered && 'offered',
  ]
    .filter(Boolean)
    .join(' ');
}

/**
 * Whether a command was called with a model's node or one of its routes'; told by what it holds, since bundles have
 * classes of their own.
 */
export function isModelNode(value: unknown): value is Pick<ModelNode, 'model' | 'list'> & vscode.TreeItem {
  return value instanceof vscode.TreeItem && 'model' in value;
}

/** How OpenClaw's config names what a node stands for: the route, or the model's default one. */
export function refOfNode(node: Pick<ModelNode, 'model'>): string {
  return isRouteNode(node) ? `${PROVIDER_ID}/${node.route.id}` : modelRef(node.model);
}
