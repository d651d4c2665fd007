/** A syntax error, as the reader of record sees it. */
import * as l10n from '@vscode/l10n';
import parseJson5 from 'json5/lib/parse.js';
import { isBlank, syntaxReason } from '../parseConfig.ts';
import type { Finding } from './finding.ts';

/** The first error, if there is one: the parser goes no further. */
export function syntaxFinding(text: string): Finding | undefined {
  if (isBlank(text)) return empty(text);
  try {
    parseJson5(text);
    return undefined;
  } catch (error) {
    const { lineNumber = 1, columnNumber = 1 } = error as SyntaxError & Position;
    const start = offsetOf(text, lineNumber, columnNumber);
    return {
      code: 'syntax',
      severity: 'error',
      message: l10n.t(
        'Syntax error: {0}. OpenClaw can’t read the config until it is corrected; look for a missing comma, quote or bracket before it.',
        syntaxReason(error as SyntaxError),
      ),
      path: [],
      range: [start, Math.min(start + 1, text.length)],
      fixes: [],
    };
  }
}

/** An included file may not be empty either. */
function empty(text: string): Finding {
  return {
    code: 'syntax',
    severity: 'error',
    message: l10n.t('OpenClaw refuses an empty config. Begin it with {0}.', '{}'),
    path: [],
    range: [0, Math.min(1, text.length)],
    fixes: [
      { label: l10n.t('Begin with {0}', '{}'), range: [text.length, text.length], text: beginning(text) },
    ],
  };
}

function beginning(text: string): string {
  return text === '' || /\n[ \t]*$/.test(text) ? '{}\n' : '\n{}\n';
}

interface Position {
  readonly lineNumber?: number;
  readonly columnNumber?: number;
}

/** The parser counts lines by line feeds, and columns from 1 (from 0 for a line feed itself). */
function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let left = line - 1; left > 0; left--) start = text.indexOf('\n', start) + 1;
  const offset = Math.min(start + column - 1, text.length - 1);
  // The end, and the end of a line, can't be seen: the last character before it is marked.
  return Math.max(0, text.slice(0, offset + 1).trimEnd().length - 1);
}
