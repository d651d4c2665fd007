/**
 * The messages of each problem and the buttons below them, read from the source: what stands in objects with a `code`,
 * a `title` and an `explanation`.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import type { ProblemCode } from '../../src/problem.ts';

export interface Message {
  readonly code: ProblemCode;
  /** More than one where it depends on what went wrong. */
  readonly titles: readonly string[];
  /** The labels of the buttons that it can have. */
  readonly fixes: readonly string[];
}

const root = join(import.meta.dirname, '../..');

/** In the order of the files and of the places in them. `…` stands for what is filled in. */
export function messagesInSource(): Message[] {
  const labels = labelsIn(readFileSync(join(root, 'src/bedrock/fixes.ts'), 'utf8'));
  return globSync('src/**/*.ts', { cwd: root })
    .sort()
    .flatMap(file => messagesIn(readFileSync(join(root, file), 'utf8'), labels));
}

/** `labels`: of the fixes that are made by functions, by the name of the function. */
export function messagesIn(text: string, labels: ReadonlyMap<string, readonly string[]>): Message[] {
  const source = parsed(text);
  const known = { labels, declarations: declarationsIn(source) };
  const found: Message[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const [code, title, fixes] = ['code', 'title', 'fixes'].map(name => memberOf(node, name));
      const [written] = code ? literalsIn(code) : [];
      if (written !== undefined && title && isExplained(node))
        found.push({
          code: written as ProblemCode,
          titles: stringsIn(title).map(withGaps).filter(hasWords),
          fixes: fixes ? fixesIn(fixes, known) : [],
        });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The labels of what each function in a file makes. */
export function labelsIn(text: string): Map<string, readonly string[]> {
  const labels = new Map<string, readonly string[]>();
  ts.forEachChild(parsed(text), statement => {
    if (!ts.isVariableStatement(statement)) return;
    for (const { name, initializer } of statement.declarationList.declarations)
      if (initializer)
        labels.set(
          name.getText(),
          stringsIn(initializer).filter(label => !/\{0\}/.test(label)),
        );
  });
  return labels;
}

function parsed(text: string): ts.SourceFile {
  return ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest, true);
}

/**
 * The labels in an expression: those that are written in place, and those of the functions and variables that it names.
 * `seen`: names that were looked up on the way here.
 */
function fixesIn(node: ts.Node, known: Known, seen: readonly string[] = []): string[] {
  if (ts.isObjectLiteralExpression(node)) {
    const label = memberOf(node, 'label');
    if (label) return stringsIn(label).map(withGaps);
    return node.properties
      .filter(ts.isSpreadAssignment)
      .flatMap(each => fixesIn(each.expression, known, seen));
  }
  if (ts.isCallExpression(node)) {
    const name = node.expression.getText().replace(/^fixes\./, '');
    if (name === 'l10n.t') return stringsIn(node).map(withGaps);
    const given = node.arguments.flatMap(each => fixesIn(each, known, seen));
    // A label that is given stands in the place of the function's own.
    return given.length > 0 ? given : named(name, known, seen);
  }
  if (ts.isIdentifier(node)) return named(node.text, known, seen);
  return node.getChildren().flatMap(child => fixesIn(child, known, seen));
}

/** What is known of the names in a file. */
interface Known {
  readonly labels: ReadonlyMap<string, readonly string[]>;
  readonly declarations: ReadonlyMap<string, ts.Node>;
}

function named(name: string, known: Known, seen: readonly string[]): string[] {
  const labels = known.labels.get(name);
  if (labels) return [...labels];
  const declared = known.declarations.get(name);
  return declared && !seen.includes(name) ? fixesIn(declared, known, [...seen, name]) : [];
}

/** The bodies of a file's functions, and what its variables are made from. */
function declarationsIn(source: ts.SourceFile): Map<string, ts.Node> {
  const found = new Map<string, ts.Node>();
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionDeclaration(node) && node.name && node.body) found.set(node.name.text, node.body);
    if (ts.isVariableDeclaration(node) && node.initializer) found.set(node.name.getText(), node.initializer);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function memberOf(object: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined {
  for (const member of object.properties) {
    if (member.name?.getText() !== name) continue;
    if (ts.isPropertyAssignment(member)) return member.initializer;
    if (ts.isShorthandPropertyAssignment(member)) return member.name;
  }
  return undefined;
}

function isExplained(object: ts.ObjectLiteralExpression): boolean {
  return object.properties.some(member => member.name?.getText() === 'explanation');
}

/** A code as it is written: a string, perhaps `as const`. */
function literalsIn(node: ts.Expression): string[] {
  if (ts.isAsExpression(node)) return literalsIn(node.expression);
  return ts.isStringLiteral(node) ? [node.text] : [];
}

/** The texts of every `l10n.t('...')` in an expression. */
function stringsIn(node: ts.Node): string[] {
  if (ts.isCallExpression(node) && node.expression.getText() === 'l10n.t') {
    const [first] = node.arguments;
    return first && ts.isStringLiteralLike(first) ? [first.text] : [];
  }
  return node.getChildren().flatMap(stringsIn);
}

/** Not only places for what is filled in. */
function hasWords(text: string): boolean {
  return /\p{L}/u.test(text);
}

function withGaps(text: string): string {
  return text.replaceAll(/\{\d+\}/g, '…');
}
