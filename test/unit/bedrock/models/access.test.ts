import assert from 'node:assert/strict';
import {
  type Access,
  ACCESSES,
  accessName,
  accessOf,
  accessProblem,
  routePage,
} from '../../../../src/bedrock/models/access.ts';
import { ONE } from '../../openclaw/edits/plans.ts';

type Answer = Parameters<typeof accessOf>[0];

const READY: Answer = {
  agreementAvailability: { status: 'AVAILABLE' },
  authorizationStatus: 'AUTHORIZED',
  entitlementAvailability: 'AVAILABLE',
  regionAvailability: 'AVAILABLE',
};

describe('access to a model', () => {
  const cases: [access: Access, answer: Answer][] = [
    ['ready', {}],
    ['ready', { agreementAvailability: undefined }],
    ['needs-agreement', { agreementAvailability: { status: 'NOT_AVAILABLE' } }],
    ['needs-agreement', { agreementAvailability: { status: 'ERROR' } }],
    ['needs-agreement', { entitlementAvailability: 'NOT_AVAILABLE' }],
    ['pending', { agreementAvailability: { status: 'PENDING' }, entitlementAvailability: 'NOT_AVAILABLE' }],
    [
      'not-authorised',
      { authorizationStatus: 'NOT_AUTHORIZED', agreementAvailability: { status: 'NOT_AVAILABLE' } },
    ],
    ['not-in-region', { regionAvailability: 'NOT_AVAILABLE', authorizationStatus: 'NOT_AUTHORIZED' }],
  ];
  for (const [access, answer] of cases) {
    it(`is "${access}" by ${JSON.stringify(answer)}`, () => {
      assert.equal(accessOf({ ...READY, ...answer }), access);
    });
  }

  it('has a name of its own, and a way out unless it is ready', () => {
    assert.equal(new Set(ACCESSES.map(accessName)).size, ACCESSES.length);
    assert.equal(accessProblem('ready', ONE, 'us-east-1'), undefined);
    for (const access of ACCESSES.filter(each => each !== 'ready')) {
      const problem = accessProblem(access, ONE, 'eu-west-1');
      assert.equal(problem?.code, 'model-access');
      assert.match(problem.title, /^One: /);
      assert.equal(problem.fixes.length, 1);
    }
  });

  it('leads to the console of the region, on the model’s own page', () => {
    const [fix] = accessProblem('needs-agreement', ONE, 'eu-west-1')?.fixes ?? [];
    assert.deepEqual(fix, {
      label: 'Open in the Console',
      url: 'https://eu-west-1.console.aws.amazon.com/bedrock/home?region=eu-west-1#/model-catalog/serverless/acme.one-v1%3A0',
    });
  });

  it('leads to the pages of what somebody made', () => {
    for (const [kind, page] of [
      ['application', '#/inference-profiles'],
      ['provisioned', '#/provisioned-throughput'],
      ['imported', '#/imported-models'],
      ['router', '#/prompt-routers'],
      ['profile', '#/model-catalog/serverless/acme.one-v1%3A0'],
    ] as const) {
      assert.ok(routePage(ONE, { ...ONE.routes[0], kind }, 'us-east-1').endsWith(page), kind);
    }
  });
});
