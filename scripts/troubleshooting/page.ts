/** The page `docs/troubleshooting.md`: every problem with its messages, what to do, and the buttons it offers. */
import type { ProblemCode } from '../../src/problem.ts';
import { type Section, SECTIONS } from './advice.ts';
import type { Message } from './messages.ts';

const HEAD = `# Troubleshooting

Every problem that the extension tells you about, by the words of its message. **Learn More** beside a message leads here.
**OpenClaw: Check Setup** tries the whole way to an answer, and **Bedrock: Show Connection** says what is used and where it
was found.

<!-- Made by \`npm run troubleshooting\` from the source and from scripts/troubleshooting/advice.ts. -->
`;

/** Markdown. Headings are the codes, since messages lead to them. */
export function troubleshootingPage(messages: readonly Message[]): string {
  return [HEAD, ...SECTIONS.map(section => sectionText(section, messages))].join('\n');
}

function sectionText({ title, advice }: Section, messages: readonly Message[]): string {
  const problems = Object.entries(advice).map(([code, text]) =>
    problemText(
      text,
      messages.filter(message => message.code === (code as ProblemCode)),
      code,
    ),
  );
  return [`## ${title}\n`, ...problems].join('\n');
}

function problemText(advice: string, messages: readonly Message[], code: string): string {
  const titles = distinct(messages.flatMap(message => message.titles));
  const fixes = distinct(messages.flatMap(message => message.fixes));
  const buttons = fixes.length > 0 ? `\nButtons: ${fixes.map(label => `**${label}**`).join(', ')}.\n` : '';
  return `### ${code}\n\n${titles.map(title => `“${title}”`).join(', ')}\n\n${advice}\n${buttons}`;
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
