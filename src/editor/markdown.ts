/** Text from elsewhere in the editor's Markdown. */

/** The text with nothing in it that acts as Markdown: names come from the network. */
export function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|<>~-]/g, '\\$&');
}

/** A table of labels and values, both Markdown already. */
export function table(rows: readonly (readonly [label: string, value: string])[]): string {
  return ['| | |', '|:--|:--|', ...rows.map(([label, value]) => `| ${label} | ${value} |`)].join('\n');
}
