import assert from 'node:assert/strict';
import type { Route } from '../../../../src/bedrock/models/bedrockModel.ts';
import { anyModelPolicy, iamPolicy, type PolicyNeeds } from '../../../../src/bedrock/models/iamPolicy.ts';

const CLAUDE = 'anthropic.claude-sonnet-4-5-20250929-v1:0';
const NOVA = 'amazon.nova-pro-v1:0';
const INVOKE = ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'];
const LIST = {
  Sid: 'ListModels',
  Effect: 'Allow',
  Action: [
    'bedrock:GetFoundationModelAvailability',
    'bedrock:ListFoundationModels',
    'bedrock:ListInferenceProfiles',
  ],
  Resource: ['*'],
};

const onDemand = (id: string): Route => ({ kind: 'on-demand', id, reach: 'region', label: '', regions: [] });
const profile = (arn: string, regions: readonly string[], reach: Route['reach'] = 'geography'): Route => ({
  kind: 'profile',
  id: arn.split('/')[1] ?? '',
  arn,
  reach,
  label: '',
  regions,
});
const policy = (region: string, models: PolicyNeeds['models'], more: Partial<PolicyNeeds> = {}) =>
  iamPolicy({ region, models, apiKey: false, guardrails: [], ...more });

describe('IAM policy', () => {
  it('of a cross-region profile in us-east-1', () => {
    const arn = `arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.${CLAUDE}`;
    const routes = [profile(arn, ['us-east-1', 'us-east-2', 'us-west-2'])] as const;
    assert.deepEqual(policy('us-east-1', [{ key: CLAUDE, routes }]), {
      Version: '2012-10-17',
      Statement: [
        LIST,
        { Sid: 'Invoke', Effect: 'Allow', Action: INVOKE, Resource: [arn] },
        {
          Sid: 'InvokeThroughProfiles',
          Effect: 'Allow',
          Action: INVOKE,
          Resource: [
            `arn:aws:bedrock:us-east-1::foundation-model/${CLAUDE}`,
            `arn:aws:bedrock:us-east-2::foundation-model/${CLAUDE}`,
            `arn:aws:bedrock:us-west-2::foundation-model/${CLAUDE}`,
          ],
          Condition: { ArnLike: { 'bedrock:InferenceProfileArn': [arn] } },
        },
      ],
    });
  });

  it('of a model on demand and through a profile in eu-central-1', () => {
    const arn = `arn:aws:bedrock:eu-central-1:111122223333:inference-profile/eu.${NOVA}`;
    const routes = [onDemand(NOVA), profile(arn, ['eu-central-1', 'eu-north-1', 'eu-west-3'])] as const;
    assert.deepEqual(policy('eu-central-1', [{ key: NOVA, routes }]).Statement.slice(1), [
      {
        Sid: 'Invoke',
        Effect: 'Allow',
        Action: INVOKE,
        Resource: [arn, `arn:aws:bedrock:eu-central-1::foundation-model/${NOVA}`],
      },
      {
        Sid: 'InvokeThroughProfiles',
        Effect: 'Allow',
        Action: INVOKE,
        Resource: [
          `arn:aws:bedrock:eu-central-1::foundation-model/${NOVA}`,
          `arn:aws:bedrock:eu-north-1::foundation-model/${NOVA}`,
          `arn:aws:bedrock:eu-west-3::foundation-model/${NOVA}`,
        ],
        Condition: { ArnLike: { 'bedrock:InferenceProfileArn': [arn] } },
      },
    ]);
  });

  it('of a global profile in ap-northeast-1: the model in no region too', () => {
    const arn = `arn:aws:bedrock:ap-northeast-1:111122223333:inference-profile/global.${CLAUDE}`;
    const routes = [profile(arn, [], 'global')] as const;
    assert.deepEqual(policy('ap-northeast-1', [{ key: CLAUDE, routes }]).Statement.slice(1), [
      { Sid: 'Invoke', Effect: 'Allow', Action: INVOKE, Resource: [arn] },
      {
        Sid: 'InvokeThroughProfiles',
        Effect: 'Allow',
        Action: INVOKE,
        Resource: [`arn:aws:bedrock:ap-northeast-1::foundation-model/${CLAUDE}`],
        Condition: { ArnLike: { 'bedrock:InferenceProfileArn': [arn] } },
      },
      {
        Sid: 'InvokeThroughGlobalProfiles',
        Effect: 'Allow',
        Action: INVOKE,
        Resource: [`arn:aws:bedrock:::foundation-model/${CLAUDE}`],
        Condition: {
          ArnLike: { 'bedrock:InferenceProfileArn': [arn] },
          StringEquals: { 'aws:RequestedRegion': 'unspecified' },
        },
      },
    ]);
  });

  it('in GovCloud, of a profile whose ARN the list does not name', () => {
    const route: Route = {
      ...onDemand(`us-gov.${CLAUDE}`),
      kind: 'profile',
      regions: ['us-gov-east-1', 'us-gov-west-1'],
    };
    const arn = `arn:aws-us-gov:bedrock:us-gov-west-1:*:inference-profile/us-gov.${CLAUDE}`;
    assert.deepEqual(policy('us-gov-west-1', [{ key: CLAUDE, routes: [route] }]).Statement.slice(1), [
      { Sid: 'Invoke', Effect: 'Allow', Action: INVOKE, Resource: [arn] },
      {
        Sid: 'InvokeThroughProfiles',
        Effect: 'Allow',
        Action: INVOKE,
        Resource: [
          `arn:aws-us-gov:bedrock:us-gov-east-1::foundation-model/${CLAUDE}`,
          `arn:aws-us-gov:bedrock:us-gov-west-1::foundation-model/${CLAUDE}`,
        ],
        Condition: { ArnLike: { 'bedrock:InferenceProfileArn': [arn] } },
      },
    ]);
  });

  it('of what somebody made names that alone, and the call that lists it', () => {
    const id = 'arn:aws:bedrock:us-east-1:111122223333:imported-model/abc';
    const route: Route = { ...onDemand(id), kind: 'imported' };
    const [list, invoke, ...others] = policy('us-east-1', [{ key: id, routes: [route] }]).Statement;
    assert.ok(list?.Action.includes('bedrock:ListImportedModels'));
    assert.deepEqual(invoke?.Resource, [id]);
    assert.deepEqual(others, []);
  });

  it('has what guardrails and API keys need', () => {
    const models = [{ key: NOVA, routes: [onDemand(NOVA)] as const }];
    const { Statement } = policy('us-east-1', models, { apiKey: true, guardrails: ['gr-1', 'gr-1'] });
    assert.deepEqual(Statement.slice(2), [
      {
        Sid: 'ApplyGuardrails',
        Effect: 'Allow',
        Action: ['bedrock:ApplyGuardrail'],
        Resource: ['arn:aws:bedrock:us-east-1:*:guardrail/gr-1'],
      },
      {
        Sid: 'SignWithApiKey',
        Effect: 'Allow',
        Action: ['bedrock:CallWithBearerToken'],
        Resource: ['*'],
      },
    ]);
  });

  it('can be for any model, and for nothing but models', () => {
    const { Statement } = anyModelPolicy('us-gov-west-1', { apiKey: false, guardrails: [] });
    assert.deepEqual(Statement, [
      {
        Sid: 'ListModels',
        Effect: 'Allow',
        Action: [
          'bedrock:GetFoundationModelAvailability',
          'bedrock:ListFoundationModels',
          'bedrock:ListImportedModels',
          'bedrock:ListInferenceProfiles',
          'bedrock:ListPromptRouters',
          'bedrock:ListProvisionedModelThroughputs',
        ],
        Resource: ['*'],
      },
      {
        Sid: 'Invoke',
        Effect: 'Allow',
        Action: ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'],
        Resource: [
          'arn:aws-us-gov:bedrock:*:*:application-inference-profile/*',
          'arn:aws-us-gov:bedrock:*:*:default-prompt-router/*',
          'arn:aws-us-gov:bedrock:*:*:imported-model/*',
          'arn:aws-us-gov:bedrock:*:*:inference-profile/*',
          'arn:aws-us-gov:bedrock:*:*:prompt-router/*',
          'arn:aws-us-gov:bedrock:*:*:provisioned-model/*',
          'arn:aws-us-gov:bedrock:*::foundation-model/*',
        ],
      },
    ]);
  });
});
