/** One way to invoke a model, below it in the tree. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import type { BedrockModel, Route } from '../bedrock/models/bedrockModel.ts';
import { priceWords, routeName, shortPrice } from '../bedrock/models/words.ts';
import { plain, table } from '../editor/markdown.ts';
import type { ModelList } from '../state/modelList.ts';
import type { ModelNode } from './modelNode.ts';

export class RouteNode extends vscode.TreeItem {
  readonly model: BedrockModel;
  readonly route: Route;
  readonly list: ModelList;

  constructor(route: Route, { model, list, id }: ModelNode) {
    super(routeName(route), vscode.TreeItemCollapsibleState.None);
    this.model = model;
    this.route = route;
    this.list = list;
    this.id = `route:${id ?? ''}:${route.id}`;
    this.contextValue = 'route';
    this.iconPath = new vscode.ThemeIcon(ICONS[route.reach]);
    const isDefault = route === model.routes[0];
    const { price } = route;
    this.description = [isDefault && l10n.t('default'), price && shortPrice(price)]
      .filter(Boolean)
      .join(' · ');
    this.accessibilityInformation = {
      label: [
        l10n.t('{0} through {1}', model.name, routeName(route)),
        isDefault ? l10n.t('default') : '',
        price ? priceWords(price) : '',
        route.id,
      ]
        .filter(Boolean)
        .join(', '),
    };
    this.tooltip = tooltip(route);
  }
}

const ICONS: Readonly<Record<Route['reach'], string>> = {
  region: 'location',
  geography: 'map',
  global: 'globe',
};

function tooltip(route: Route): vscode.MarkdownString {
  const { id, reach, regions, price } = route;
  const rows: [string, string][] = [
    [l10n.t('Id'), `\`${id}\``],
    [
      l10n.t('Answers come from'),
      regions.length > 0 && reach !== 'global' ? plain(regions.join(', ')) : reachName(reach),
    ],
    ...(price ? [[l10n.t('Price'), plain(priceWords(price))] as [string, string]] : []),
  ];
  return new vscode.MarkdownString(`**${plain(routeName(route))}**\n\n${table(rows)}`);
}

function reachName(reach: Route['reach']): string {
  return {
    region: l10n.t('this region'),
    geography: l10n.t('regions nearby'),
    global: l10n.t('any region'),
  }[reach];
}

/** Whether a command was called with a route's node; told by what it holds, since bundles have classes of their own. */
export function isRouteNode(value: unknown): value is RouteNode {
  return value instanceof vscode.TreeItem && 'route' in value;
}
