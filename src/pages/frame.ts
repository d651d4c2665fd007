/** The frame of a page: what never changes on it, and a policy by which nothing but our own code and styles is let in. */
import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { language } from '../locale.ts';

export interface Frame {
  readonly title: string;
  /** The name of its script in `dist/`. */
  readonly name: string;
  /** The name of its styles in `media/`. */
  readonly styles: string;
  /** HTML. */
  readonly body: string;
}

export function frame(
  webview: vscode.Webview,
  extensionUri: vscode.Uri,
  { title, name, styles, body }: Frame,
): string {
  const nonce = randomBytes(16).toString('base64');
  const resource = (...path: string[]) =>
    escaped(webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, ...path)).toString());
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${escaped(language())}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="${resource('media', `${styles}.css`)}">
</head>
<body>
${body}
<script nonce="${nonce}" src="${resource('dist', `${name}.js`)}"></script>
</body>
</html>`;
}

/** The panel of a page: its script runs, and reads nothing but `dist/` and `media/`. */
export function pagePanel(extensionUri: vscode.Uri, page: Frame, icon: string): vscode.WebviewPanel {
  const roots = ['dist', 'media'].map(folder => vscode.Uri.joinPath(extensionUri, folder));
  const options = { enableScripts: true, localResourceRoots: roots };
  const panel = vscode.window.createWebviewPanel(
    `openclawBedrock.${page.name}`,
    page.title,
    vscode.ViewColumn.Active,
    options,
  );
  panel.iconPath = new vscode.ThemeIcon(icon);
  panel.webview.html = frame(panel.webview, extensionUri, page);
  return panel;
}

export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
