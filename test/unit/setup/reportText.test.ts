import assert from 'node:assert/strict';
import { maskedReport } from '../../../src/setup/maskedReport.ts';
import { reportText, summary } from '../../../src/setup/reportText.ts';
import type { Line, SetupReport } from '../../../src/setup/setupReport.ts';
import { checkSetup, wholeReport } from '../../../src/setup/setupReport.ts';
import { ACCOUNT, factsWith, problem, throwing, worldWith } from './world.ts';

const never = new AbortController().signal;
const line = (outcome: Line['outcome']): Line => ({
  id: 'config',
  title: 'The title',
  outcome,
  reason: 'The reason.',
  fixes: [],
});
const finished = (...outcomes: Line['outcome'][]): SetupReport => ({
  state: 'finished',
  lines: outcomes.map(line),
});

describe('the report in words', () => {
  it('says in a sentence where it stands', () => {
    assert.equal(summary(finished('passed', 'passed')), 'Everything works.');
    assert.equal(summary(finished('passed', 'skipped')), 'Everything that was checked works.');
    assert.equal(summary(finished('passed', 'warning', 'skipped')), 'One thing needs a look.');
    assert.equal(summary(finished('warning', 'warning')), '2 things need a look.');
    assert.equal(summary(finished('failed', 'warning')), 'One thing needs fixing.');
    assert.equal(summary(finished('failed', 'failed')), '2 things need fixing.');
    assert.equal(summary({ ...finished('passed', 'skipped'), state: 'cancelled' }), 'Cancelled.');
    assert.equal(
      summary({ ...finished('passed', 'running', 'waiting'), state: 'running' }),
      'Checking 2 of 3: The title',
    );
  });

  it('is plain text, one check after the other, with what to do', () => {
    const fixes = [
      { label: 'Sign In', command: 'x', arguments: ['profile'] },
      { label: 'About It', url: 'https://example.com/' },
    ];
    const report = { ...finished('passed', 'failed') };
    assert.equal(
      reportText({ ...report, lines: [report.lines[0]!, { ...report.lines[1]!, fixes }] }),
      [
        'OpenClaw and Amazon Bedrock on this machine: One thing needs fixing.',
        '',
        '[Passed] The title: The reason.',
        '[Failed] The title: The reason.',
        '    → Sign In',
        '    → About It: https://example.com/',
        '',
      ].join('\n'),
    );
  });
});

describe('the report without account ids', () => {
  it('holds none in its text or as values, whatever holds them in the world', async () => {
    const arn = `arn:aws:bedrock:eu-central-1:${ACCOUNT}:application-inference-profile/x`;
    const refused = problem('model-access', [
      { label: `Open ${ACCOUNT}`, url: `https://${ACCOUNT}.example.com/` },
      { label: 'Use It', command: 'use', arguments: [arn] },
    ]);
    const world = worldWith({
      ...factsWith('usage', { primary: `amazon-bedrock/${arn}`, refusedBy: 'x' }),
      ...factsWith('model', { id: arn }),
      converse: throwing({ ...refused, explanation: `User ${arn} may not.` }),
    });
    const report = await wholeReport(checkSetup(world, never));
    assert.match(JSON.stringify(report), /\d{12}/);
    assert.match(reportText(report), /\d{12}/);
    const shown = maskedReport(report);
    assert.doesNotMatch(JSON.stringify(shown), /\d{12}/);
    assert.doesNotMatch(reportText(shown), /\d{12}/);
    assert.equal(shown.lines.length, 10);
    assert.match(reportText(shown), /User arn:aws:bedrock:eu-central-1:••••••••9012:/);
  });
});
