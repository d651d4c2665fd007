/** Editing OpenClaw's config by hand: completion, hovers, marks and quick fixes for its Bedrock parts. */
import * as vscode from 'vscode';
import { Disposable } from '../editor/disposable.ts';
import type { Installation } from '../openclaw/layout.ts';
import type { Connections } from '../state/connections.ts';
import type { OpenClawConfig } from '../state/openclawConfig.ts';
import { ConfigCompletion } from './completion.ts';
import { ConfigDocuments, LANGUAGE } from './configDocuments.ts';
import { ConfigDiagnostics } from './diagnostics.ts';
import { ConfigHover } from './hover.ts';
import { QuickFixes } from './quickFixes.ts';

const SELECTOR: vscode.DocumentSelector = { language: LANGUAGE, scheme: 'file' };

export class ConfigLanguage extends Disposable {
  constructor(config: OpenClawConfig, connections: Connections, installation: () => Promise<Installation>) {
    super();
    const parts = { config, connections, installation };
    const documents = this.register(new ConfigDocuments(config));
    const diagnostics = this.register(new ConfigDiagnostics(documents, parts));
    const { languages } = vscode;
    this.register(
      languages.registerCompletionItemProvider(
        SELECTOR,
        new ConfigCompletion(documents, parts),
        ...ConfigCompletion.triggers,
      ),
    );
    this.register(languages.registerHoverProvider(SELECTOR, new ConfigHover(documents, parts)));
    this.register(
      languages.registerCodeActionsProvider(SELECTOR, new QuickFixes(diagnostics), {
        providedCodeActionKinds: QuickFixes.kinds,
      }),
    );
  }
}
