// Another display language, without the network: a language pack that translates nothing of the editor itself, so that
// extensions speak the language and the editor's own words stay English.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Has the editor that starts with this user data folder know a language pack, as if it had been installed. */
export function addLanguagePack(language: string, userDataDir: string) {
  const translation = join(userDataDir, `${language}.json`);
  writeFileSync(translation, JSON.stringify({ contents: {} }));
  const extensions = [{ extensionIdentifier: { id: `test.language-pack-${language}` }, version: '1.0.0' }];
  const pack = { hash: language, extensions, translations: { vscode: translation }, label: language };
  writeFileSync(join(userDataDir, 'languagepacks.json'), JSON.stringify({ [language]: pack }));
}
