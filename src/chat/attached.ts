/** What is attached to a question, as parts of a message: files, selections, images and texts. */
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';

type Attached = vscode.LanguageModelTextPart | vscode.LanguageModelDataPart;

/** Bytes of a file that are read; more would fill most context windows. */
const MOST_BYTES = 5 * 1024 * 1024;

/** The editor adds what its own agent can do: lists of skills, and of agents. */
const OF_THE_AGENT = 'vscode.customizations.';

const MEDIA: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  pdf: 'application/pdf',
};

export function hasAttachments({ references }: Pick<vscode.ChatRequestTurn, 'references'>): boolean {
  return references.some(isOfPerson);
}

function isOfPerson({ id }: vscode.ChatPromptReference): boolean {
  return !id.startsWith(OF_THE_AGENT);
}

/**
 * The parts of all references; where there are none, what is selected in `editor`, or all of it. What can't be read is
 * told to `warn`, for the person, and to the model.
 */
export async function attachedParts(
  references: readonly vscode.ChatPromptReference[],
  {
    editor,
    warn = () => undefined,
  }: { editor?: vscode.TextEditor | undefined; warn?: (text: string) => void } = {},
): Promise<Attached[]> {
  const parts = await Promise.all(references.filter(isOfPerson).map(({ value }) => partOf(value, warn)));
  const found = parts.filter(part => part !== undefined);
  return found.length === 0 && editor ? [textOf(editor.document, editor.selection)] : found;
}

async function partOf(value: unknown, warn: (text: string) => void): Promise<Attached | undefined> {
  if (typeof value === 'string') return new vscode.LanguageModelTextPart(value);
  if (value instanceof vscode.Uri) return fileAt(value, warn);
  try {
    if (value instanceof vscode.Location) {
      return textOf(await vscode.workspace.openTextDocument(value.uri), value.range);
    }
    if (isBinary(value)) return vscode.LanguageModelDataPart.image(await value.data(), value.mimeType);
  } catch {
    // A selection of a file that has gone since; a chat's later questions come with all that was attached before.
    warn(l10n.t('What was attached is no longer there, so it was left out.'));
  }
  return undefined;
}

/** A file that can't be read, or is no text, is named all the same: the model can then ask for it. */
async function fileAt(uri: vscode.Uri, warn: (text: string) => void): Promise<Attached> {
  const name = vscode.workspace.asRelativePath(uri);
  const note = (text: string, why: string) => {
    warn(text);
    return new vscode.LanguageModelTextPart(`[${name} is attached, but ${why}.]`);
  };
  // What is open counts as it stands there, and need not be a file at all.
  const opened = vscode.workspace.textDocuments.find(document => document.uri.toString() === uri.toString());
  if (opened) return textOf(opened);
  try {
    const { type, size } = await vscode.workspace.fs.stat(uri);
    if (type & vscode.FileType.Directory)
      return new vscode.LanguageModelTextPart(`[The folder ${name} is attached.]`);
    if (size > MOST_BYTES)
      return note(l10n.t('{0} is larger than 5 MB, so it was not read.', name), 'too large to be read');
    const mimeType = MEDIA[/\.(\w+)$/.exec(uri.path)?.[1]?.toLowerCase() ?? ''];
    if (mimeType) return new vscode.LanguageModelDataPart(await vscode.workspace.fs.readFile(uri), mimeType);
    return textOf(await vscode.workspace.openTextDocument(uri));
  } catch {
    return note(l10n.t('{0} can’t be read as text, so it was left out.', name), 'can’t be read');
  }
}

/** A text with its name and lines; an empty selection stands for all of it. */
function textOf(document: vscode.TextDocument, range?: vscode.Range): vscode.LanguageModelTextPart {
  const name = vscode.workspace.asRelativePath(document.uri);
  const isPart = range !== undefined && !range.isEmpty;
  const where = isPart ? `, lines ${range.start.line + 1} to ${range.end.line + 1}` : '';
  const text = document.getText(isPart ? range : undefined);
  return new vscode.LanguageModelTextPart(`${name}${where}:\n\`\`\`${document.languageId}\n${text}\n\`\`\``);
}

interface Binary {
  readonly mimeType: string;
  data(): Thenable<Uint8Array>;
}

/** Pasted images come in a form that the typings do not name. */
function isBinary(value: unknown): value is Binary {
  const { mimeType, data } = (value ?? {}) as Partial<Binary>;
  return typeof mimeType === 'string' && typeof data === 'function';
}
