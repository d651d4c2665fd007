import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { commandLine } from '../../../src/editor/commandLine.ts';

const SCRIPT = 'C:\\Program Files (x86)\\100%\\aws.cmd';
/** What a profile's name would have to hold to run something else. */
const HOSTILE = [
  'dev',
  'two words',
  '"',
  '" & calc & "',
  'a"&calc',
  '\\',
  'a\\"b',
  '\\\\" | more',
  '%PATH%',
  '%PATH',
  '!PATH!',
  '^',
  '^^&calc',
  'a&b|c>d<e(f)g;h,i=j`k*l?m[n]',
  '--profile',
  'Zoë ☃',
  '',
];

describe('a command line', () => {
  it('has no shell in it where the system starts the program itself', () => {
    const args = ['sso', 'login', '--profile', ...HOSTILE];
    for (const [platform, path] of [
      ['linux', '/usr/bin/aws'],
      ['darwin', '/opt/aws.cmd'],
      ['win32', 'C:\\aws\\aws.exe'],
    ] as const) {
      assert.deepEqual(commandLine(path, args, platform), { shellPath: path, shellArgs: args });
    }
  });

  for (const name of HOSTILE) {
    it(`gets ${JSON.stringify(name)} through the shell of Windows and a script`, () => {
      assert.deepEqual(throughCmd(commandLine(SCRIPT, ['login', name, 'x'], 'win32')), [
        SCRIPT,
        'login',
        name,
        'x',
      ]);
    });
  }

  it('gets any arguments through', () => {
    const char = fc.constantFrom(...Array.from('a"\\%!^&|<>()`;, *?[]=~\t\'$'));
    const argument = fc.oneof(fc.string({ unit: char }), fc.string({ unit: 'binary' })).filter(isOneLine);
    fc.assert(
      fc.property(fc.array(argument), args => {
        assert.deepEqual(throughCmd(commandLine(SCRIPT, args, 'win32')), [SCRIPT, ...args]);
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses what would end the line', () => {
    for (const name of ['a\nb', 'a\rb', 'a\0b'])
      assert.throws(() => commandLine(SCRIPT, [name], 'win32'), RangeError);
  });

  it('names the shell that is given', () => {
    assert.equal(commandLine(SCRIPT, [], 'win32', 'C:\\cmd.exe').shellPath, 'C:\\cmd.exe');
  });
});

function isOneLine(text: string): boolean {
  return !/[\r\n\0]/.test(text);
}

/** What the program gets that the script starts: the shell's reading, the script's of `%*`, and the program's own. */
function throughCmd({ shellArgs }: { shellArgs: string | string[] }): string[] {
  const [, command] = /^\/d \/v:off \/s \/c "(.*)"$/s.exec(shellArgs as string)!;
  assert.doesNotMatch(expanded(command!), /EXPANDED/);
  const [path, rest] = read(expanded(command!), ' ');
  return [path, ...argumentsIn(read(rest).join(''))];
}

/** The shell replaces variables before anything else, in quotes too; here every one is set whose name has no caret. */
function expanded(command: string): string {
  return command.replace(/%([^%^]+)%/g, 'EXPANDED');
}

/** Takes the carets away that escape; an operator that is not escaped would run something else. */
function read(text: string, end?: string): [read: string, rest: string] {
  let result = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    if (isQuoted && char !== '"') result += char;
    else if (char === '^') result += text[++at] ?? '';
    else if (char === end) return [result, text.slice(at + 1)];
    else if (char === '"') {
      isQuoted = !isQuoted;
      result += char;
    } else if ('&|<>()'.includes(char)) assert.fail(`${char} is an operator in ${text}`);
    else result += char;
  }
  return [result, ''];
}

/** As Microsoft's C runtime splits a command line. */
function argumentsIn(line: string): string[] {
  const [once] = read(line);
  const found: string[] = [];
  let current: string | undefined;
  let isQuoted = false;
  for (let at = 0; at < once.length; at++) {
    const slashes = /^\\*/.exec(once.slice(at))![0].length;
    const isBeforeQuote = once[at + slashes] === '"';
    if (slashes > 0) {
      current = (current ?? '') + '\\'.repeat(isBeforeQuote ? Math.floor(slashes / 2) : slashes);
      at += slashes - 1;
      if (isBeforeQuote && slashes % 2 === 1) {
        current += '"';
        at++;
      }
    } else if (isBeforeQuote) {
      isQuoted = !isQuoted;
      current ??= '';
    } else if (!isQuoted && /[ \t]/.test(once[at]!)) {
      if (current !== undefined) found.push(current);
      current = undefined;
    } else current = (current ?? '') + once[at]!;
  }
  return current === undefined ? found : [...found, current];
}
