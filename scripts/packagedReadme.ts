// The README that goes into the package: for people who have the extension, not its source. Its pictures stay out,
// and its links to other pages are plain words, since nothing but a repository on a known host could show those there.

/** What only somebody with a clone can use. */
const CHAPTERS = ['Install it', 'Try it', 'Development', 'Why each dependency is there'];
const PICTURE = /^!\[[^\]]*\]\([^)]*\)\n\n?/gm;
const POINTER = /\s+→ \[[^\]]*\]\((?!https?:|#)[^)]*\)/g;
const LINK = /\[([^\]]*)\]\((?!https?:|#)[^)]*\)/g;

export function packagedReadme(readme: string): string {
  const [beginning = '', ...chapters] = readme.split(/^(?=## )/m);
  const kept = chapters.filter(chapter => !CHAPTERS.some(title => chapter.startsWith(`## ${title}\n`)));
  return [beginning, ...kept].join('').replace(PICTURE, '').replace(POINTER, '').replace(LINK, '$1');
}
