/** A connection in the tree, where there is more than one, with its models below. */
import * as vscode from 'vscode';
import { explainConnection } from '../bedrock/connection/explain.ts';
import { plain } from '../editor/markdown.ts';
import { type Problem, sentence } from '../problem.ts';
import type { Root } from '../state/connections.ts';
import { ageWords } from './noteNode.ts';
import { signerName } from './signerName.ts';

export class ConnectionNode extends vscode.TreeItem {
  readonly root: Root;

  /** `conflicts`: what would surprise people about it. */
  constructor(root: Root, conflicts: readonly Problem[]) {
    super(root.name, vscode.TreeItemCollapsibleState.Expanded);
    const { connection } = root.list;
    const words = explainConnection(connection);
    this.root = root;
    this.id = `connection:${root.id}`;
    this.contextValue = root.isDetected ? 'connection detected' : 'connection group';
    this.iconPath = new vscode.ThemeIcon(root.isDetected ? 'device-desktop' : 'plug');
    this.description = [
      root.name !== connection.region.name && connection.region.name,
      root.isDetected && signerName(connection, root.list.clients.signedBy),
      ageWords(root.list.state),
    ]
      .filter(Boolean)
      .join(' · ');
    this.tooltip = new vscode.MarkdownString(
      [`**${plain(root.name)}**`, plain(words), ...conflicts.map(each => `- ${plain(sentence(each))}`)].join(
        '\n\n',
      ),
    );
    this.accessibilityInformation = { label: `${root.name}, ${words}` };
  }
}
