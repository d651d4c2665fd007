/** What somebody of the account made or bought: routes to known models, and models of their own. */
import assert from 'node:assert/strict';
import type { BedrockModel } from '../../../../src/bedrock/models/bedrockModel.ts';
import type { PromptRouter, ProvisionedThroughput } from '../../../../src/bedrock/models/lists.ts';
import { foundationModel, models, profile } from './lists.ts';

const NOVA = 'amazon.nova-pro-v1:0';
const OWN = 'arn:aws:bedrock:us-east-1:123456789012';
const foundationArn = (id: string) => `arn:aws:bedrock:us-east-1::foundation-model/${id}`;
const nova = foundationModel(NOVA, {
  modelName: 'Nova Pro',
  providerName: 'Amazon',
  inputModalities: ['TEXT', 'IMAGE'],
});
const throughput: ProvisionedThroughput = {
  provisionedModelName: 'our-nova',
  provisionedModelArn: `${OWN}:provisioned-model/abc`,
  modelArn: foundationArn(NOVA),
  foundationModelArn: foundationArn(NOVA),
  status: 'InService',
};
const routeIds = (model: BedrockModel | undefined) => model?.routes.map(({ id }) => id);

describe('provisioned throughput', () => {
  it('is a route to its foundation model, after what costs nothing by the hour', () => {
    const [model, ...others] = models({ foundationModels: [nova], provisionedThroughputs: [throughput] });
    assert.deepEqual(others, []);
    assert.deepEqual(routeIds(model), [NOVA, throughput.provisionedModelArn]);
    const { kind, arn, label, reach } = model!.routes[1]!;
    assert.deepEqual(
      { kind, arn, label, reach },
      { kind: 'provisioned', arn: throughput.provisionedModelArn, label: 'our-nova', reach: 'region' },
    );
  });

  it('has no price for tokens: it is paid for by the hour', () => {
    const [model] = models({ foundationModels: [nova], provisionedThroughputs: [throughput] });
    assert.deepEqual(
      model?.routes.map(({ price }) => price !== undefined),
      [true, false],
    );
  });

  it('makes a model that can be had no other way usable', () => {
    const variant = foundationModel(`${NOVA}:24k`, {
      modelName: 'Nova Pro',
      inferenceTypesSupported: ['PROVISIONED'],
    });
    const bought = { ...throughput, modelArn: foundationArn(`${NOVA}:24k`) };
    assert.deepEqual(models({ foundationModels: [variant] }), []);
    const [model] = models({ foundationModels: [variant], provisionedThroughputs: [bought] });
    assert.equal(model?.name, 'Nova Pro (24K)');
    assert.deepEqual(routeIds(model), [bought.provisionedModelArn]);
  });

  it('of a customised model is a model of its own, with what is known of its base', () => {
    const custom = { ...throughput, modelArn: `${OWN}:custom-model/${NOVA}/xyz` };
    const found = models({ foundationModels: [nova], provisionedThroughputs: [custom] });
    const model = found.find(({ key }) => key === custom.provisionedModelArn);
    assert.equal(found.length, 2);
    assert.equal(model?.name, 'our-nova');
    assert.equal(model.provider, 'Amazon');
    assert.equal(model.facts.tools, 'streaming');
    assert.equal(model.contextWindow, 300_000);
    assert.deepEqual(model.input, ['text', 'image']);
  });

  it('answers while it is resized, and not before it is in service', () => {
    for (const [status, isListed] of [
      ['InService', true],
      ['Updating', true],
      ['Creating', false],
      ['Failed', false],
      [undefined, false],
    ] as const) {
      const [model] = models({
        foundationModels: [nova],
        provisionedThroughputs: [{ ...throughput, status }],
      });
      assert.equal(model?.routes.length, isListed ? 2 : 1, status);
    }
  });
});

describe('application profiles', () => {
  const arn = `${OWN}:application-inference-profile/k7ttp2wxy41q`;
  const application = profile('k7ttp2wxy41q', NOVA, ['us-east-1'], {
    type: 'APPLICATION',
    inferenceProfileArn: arn,
    inferenceProfileName: 'team-assistant',
  });

  it('are invoked by their ARN and go by their name', () => {
    const [model] = models({ foundationModels: [nova], inferenceProfiles: [application] });
    assert.deepEqual(routeIds(model), [NOVA, arn]);
    assert.equal(model?.routes[1]?.label, 'team-assistant');
    assert.equal(model.routes[1].kind, 'application');
  });

  it('name no model that is not in the list', () => {
    const [model] = models({ inferenceProfiles: [application] });
    assert.equal(model?.name, NOVA);
  });
});

describe('imported models', () => {
  const imported = {
    modelArn: `${OWN}:imported-model/abc`,
    modelName: 'our-llama',
    instructSupported: true,
    creationTime: new Date('2026-01-02'),
  };

  it('stand for themselves, with nothing taken for granted', () => {
    const [model] = models({ importedModels: [imported] });
    assert.equal(model?.key, imported.modelArn);
    assert.deepEqual([model.name, model.provider], ['our-llama', 'Imported']);
    assert.deepEqual(model.sources, { contextWindow: 'default', maxTokens: 'default' });
    assert.equal(model.facts.tools, 'none');
    assert.equal(model.released, Date.parse('2026-01-02'));
  });

  it('are left out where they do not answer through Converse', () => {
    for (const instructSupported of [false, undefined]) {
      assert.deepEqual(models({ importedModels: [{ ...imported, instructSupported }] }), []);
    }
  });
});

describe('prompt routers', () => {
  const lite = foundationModel('amazon.nova-lite-v1:0', { providerName: 'Amazon' });
  const inferenceProfiles = [
    profile(`us.${NOVA}`, NOVA, ['us-east-1', 'us-west-2'], {
      inferenceProfileArn: `${OWN}:inference-profile/us.${NOVA}`,
    }),
  ];
  const router: PromptRouter = {
    promptRouterName: 'Nova Prompt Router',
    promptRouterArn: `${OWN}:default-prompt-router/amazon.nova:1`,
    status: 'AVAILABLE',
    models: [
      { modelArn: `${OWN}:inference-profile/us.${NOVA}` },
      { modelArn: foundationArn('amazon.nova-lite-v1:0') },
    ],
  };
  const found = (more: Partial<PromptRouter> = {}) =>
    models({
      foundationModels: [nova, lite],
      inferenceProfiles,
      promptRouters: [{ ...router, ...more }],
    }).find(({ key }) => key === router.promptRouterArn);

  it('take and hold what all of their models do', () => {
    const model = found();
    assert.deepEqual([model?.name, model?.provider], ['Nova Prompt Router', 'Amazon']);
    assert.deepEqual(model?.input, ['text']);
    assert.equal(model.routes[0].kind, 'router');
    assert.equal(model.routes[0].reach, 'geography');
    // Whichever comes first: data can go as far as the farthest of them.
    assert.equal(found({ models: router.models!.toReversed() })?.routes[0].reach, 'geography');
    const [far, near] = router.models!;
    assert.equal(found({ models: [near!], fallbackModel: far })?.routes[0].reach, 'geography');
    assert.equal(found({ models: [near!], fallbackModel: near })?.routes[0].reach, 'region');
  });

  it('are left out where one of their models is not known, or they are not there', () => {
    assert.equal(found({ models: [...router.models!, { modelArn: foundationArn('acme.x') }] }), undefined);
    assert.equal(found({ models: [] }), undefined);
    assert.equal(found({ status: 'DELETING' }), undefined);
  });
});
