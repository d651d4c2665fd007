/** A problem in the tree, with its fixes below. */
import * as vscode from 'vscode';
import { commandOf } from '../editor/notify.ts';
import { type Fix, type Problem, sentence } from '../problem.ts';

export class ProblemNode extends vscode.TreeItem {
  readonly problem: Problem;

  /** `rootId`: the connection that it is about, which others can share the problem with. */
  constructor(problem: Problem, rootId = '') {
    super(problem.title, vscode.TreeItemCollapsibleState.Expanded);
    this.problem = problem;
    this.id = `problem:${rootId}:${problem.code}:${problem.title}`;
    this.contextValue = `problem.${problem.code}`;
    this.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('problemsWarningIcon.foreground'));
    this.tooltip = problem.explanation;
    this.accessibilityInformation = { label: sentence(problem) };
  }
}

/** A fix: a click takes it. */
export class FixNode extends vscode.TreeItem {
  constructor(fix: Fix, { id }: ProblemNode) {
    super(fix.label, vscode.TreeItemCollapsibleState.None);
    this.id = `fix:${id ?? ''}:${fix.label}`;
    this.contextValue = 'fix';
    this.iconPath = new vscode.ThemeIcon('url' in fix ? 'link-external' : 'arrow-right');
    this.command = commandOf(fix);
  }
}
