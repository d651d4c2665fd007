import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packagedReadme } from '../../../scripts/packagedReadme.ts';

describe('the README in the package', () => {
  it('is without pictures and without what is for a clone', () => {
    const readme =
      '# It\n\nText.\n\n![A picture](docs/it.png)\n\n## Try it\n\nno\n\n## Use\n\n### Try it\n\nyes\n';
    assert.equal(packagedReadme(readme), '# It\n\nText.\n\n## Use\n\n### Try it\n\nyes\n');
  });

  it('has plain words for links to pages that only a clone shows', () => {
    const readme =
      'See [it](docs/it.md), [there](https://there.example) or [above](#it).\n→ [More](docs/more.md)\n';
    assert.equal(packagedReadme(readme), 'See it, [there](https://there.example) or [above](#it).\n');
  });

  it('leads nowhere that is not in it', () => {
    const packaged = packagedReadme(readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8'));
    assert.doesNotMatch(packaged, /!\[|npm run|docs\/images/);
    const headings = [...packaged.matchAll(/^#+ (.*)$/gm)].map(([, text]) =>
      text!
        .toLowerCase()
        .replace(/[^\w\s-]/g, '')
        .replaceAll(' ', '-'),
    );
    for (const [, target] of packaged.matchAll(/\]\(([^)]+)\)/g)) {
      assert.ok(/^https:/.test(target!) || headings.includes(target!.slice(1)), target);
    }
  });
});
