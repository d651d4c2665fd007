/** Loads the JSON5 parser at the first edit. */
export function loadSyntaxTree(): Promise<typeof import('./syntaxTree.ts')> {
  return import('./syntaxTree.ts');
}
