/** Whether OpenClaw is there: its config, its version, and what brings Bedrock to it. */
import * as l10n from '@vscode/l10n';
import { openConfig, openSettings } from '../../bedrock/fixes.ts';
import { sentence } from '../../problem.ts';
import { type Check, failed, failedBy, type Finding, passed, skipped, warning } from '../check.ts';
import type { ConfigFacts, VersionFacts } from '../setupWorld.ts';

export const notSetUp = () => l10n.t('OpenClaw is not set up on this machine.');

export const config: Check = {
  id: 'config',
  title: () => l10n.t('OpenClaw config'),
  needs: [],
  run: async world => configFinding(await world.config()),
};

export const version: Check = {
  id: 'version',
  title: () => l10n.t('OpenClaw version'),
  needs: [],
  run: async world => versionFinding(await world.version()),
};

function configFinding({ path, isSetUp, problem, verdict, findings }: ConfigFacts): Finding {
  if (problem?.code === 'config-missing') {
    return isSetUp
      ? warning(sentence(problem), problem.fixes)
      : skipped(l10n.t('{0} Bedrock models work in this editor without it.', notSetUp()), problem.fixes);
  }
  if (problem) return failedBy([problem]);

  const [issue] = verdict?.issues ?? [];
  const first = findings.find(({ severity }) => severity === 'error') ?? findings[0];
  if (verdict?.valid === false) {
    const reason = issue
      ? l10n.t('OpenClaw itself refuses {0}: {1}', path, issue)
      : l10n.t('OpenClaw itself refuses {0}.', path);
    return failed(reason, [first?.open ?? openConfig()]);
  }
  if (first) {
    const reason =
      findings.length === 1
        ? l10n.t('One place in {0} needs a look: {1}', path, first.message)
        : l10n.t('{0} places in {1} need a look. The first: {2}', findings.length, path, first.message);
    // What OpenClaw accepts is there and valid, even where it will not work.
    const isRefused = first.severity === 'error' && !verdict;
    return (isRefused ? failed : warning)(reason, [first.open]);
  }
  return passed(
    verdict
      ? l10n.t('{0} is there, and OpenClaw itself accepts it.', path)
      : l10n.t('{0} is there, and its Bedrock parts are in order.', path),
  );
}

function versionFinding({ isSetUp, source, needsPlugin, obstacles, ...facts }: VersionFacts): Finding {
  if (!isSetUp) {
    return skipped(notSetUp(), [
      { label: l10n.t('How to Install OpenClaw'), url: 'https://docs.openclaw.ai/install' },
    ]);
  }
  const found = facts.version && isCertain(source) ? versionWords(facts.version, source) : undefined;
  if (obstacles.length > 0) {
    const reason = [found, ...obstacles.map(({ text }) => text)].filter(Boolean).join(' ');
    return failed(
      reason,
      obstacles.map(({ fix }) => fix),
    );
  }
  if (found) return passed(needsPlugin ? l10n.t('{0} Its Bedrock plugin is there.', found) : found);
  return warning(
    l10n.t(
      'There is no command “openclaw” on this editor’s PATH, and the config does not name its version. Say which one it is in the settings.',
    ),
    [openSettings('openclawBedrock.openclawVersion')],
  );
}

type Certain = Extract<VersionFacts['source'], 'setting' | 'cli' | 'config'>;

function isCertain(source: VersionFacts['source']): source is Certain {
  return source === 'setting' || source === 'cli' || source === 'config';
}

function versionWords(version: string, source: VersionFacts['source']): string {
  switch (source) {
    case 'setting':
      return l10n.t('OpenClaw {0}, as the settings say.', version);
    case 'config':
      return l10n.t('OpenClaw {0}, which wrote the config last.', version);
    default:
      return l10n.t('OpenClaw {0}.', version);
  }
}
