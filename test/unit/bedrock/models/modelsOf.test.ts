import assert from 'node:assert/strict';
import type { FoundationModel, InferenceProfile } from '../../../../src/bedrock/models/lists.ts';
import { foundationModel, keys, models, profile } from './lists.ts';

const NEEDS_PROFILE = { inferenceTypesSupported: ['INFERENCE_PROFILE'] };

describe('models: which are listed', () => {
  const cases: [name: string, model: Partial<FoundationModel>, isListed: boolean][] = [
    ['an active model that streams text', {}, true],
    ['a modality in lower case', { outputModalities: ['Text'] }, true],
    ['text beside another output', { outputModalities: ['IMAGE', 'TEXT'] }, true],
    ['no text output', { outputModalities: ['IMAGE'] }, false],
    ['only embeddings', { outputModalities: ['EMBEDDING'] }, false],
    ['no output at all', { outputModalities: [] }, false],
    ['output not told', { outputModalities: undefined }, false],
    ['no streaming', { responseStreamingSupported: false }, false],
    ['streaming not told', { responseStreamingSupported: undefined }, false],
    ['legacy', { modelLifecycle: { status: 'LEGACY' } }, true],
    ['neither active nor legacy', { modelLifecycle: { status: 'GONE' } }, false],
    ['lifecycle not told', { modelLifecycle: undefined }, false],
    ['a blank id', { modelId: ' ' }, false],
    ['no id', { modelId: undefined }, false],
    ['provisioned only', { inferenceTypesSupported: ['PROVISIONED'] }, false],
    ['provisioned and on demand', { inferenceTypesSupported: ['PROVISIONED', 'ON_DEMAND'] }, true],
    ['a context variant, which has no inference type', { inferenceTypesSupported: [] }, false],
    ['inference types not told', { inferenceTypesSupported: undefined }, false],
    ['only through a profile, and none there', NEEDS_PROFILE, false],
    ['a speech model that says it streams text', { modelId: 'amazon.nova-sonic-v1:0' }, false],
  ];
  for (const [name, more, isListed] of cases) {
    it(`${isListed ? 'lists' : 'leaves out'}: ${name}`, () => {
      const model = foundationModel('acme.one-v1:0', more);
      assert.deepEqual(keys({ foundationModels: [model] }), isListed ? [model.modelId] : []);
    });
  }

  it('does not list a context variant of a model beside it', () => {
    const foundationModels = [
      foundationModel('acme.one-v1:0'),
      foundationModel('acme.one-v1:0:8k', { inferenceTypesSupported: [] }),
    ];
    assert.deepEqual(keys({ foundationModels }), ['acme.one-v1:0']);
  });

  it('does not let a profile bring back a model that the filter left out', () => {
    const lists = {
      foundationModels: [foundationModel('acme.one-v1:0', { responseStreamingSupported: false })],
      inferenceProfiles: [profile('us.acme.one-v1:0', 'acme.one-v1:0', ['us-east-1'])],
    };
    assert.deepEqual(keys(lists), []);
  });
});

describe('models: routes', () => {
  const one = 'acme.one-v1:0';
  const routeIds = (types: string[], profiles: InferenceProfile[], region = 'us-east-1') =>
    models(
      {
        foundationModels: [foundationModel(one, { inferenceTypesSupported: types })],
        inferenceProfiles: profiles,
      },
      {},
      region,
    ).flatMap(({ routes }) => routes.map(({ id }) => id));

  const us = profile(`us.${one}`, one, ['us-east-1', 'us-west-2']);
  const wide = profile(`apac.${one}`, one, ['ap-south-1', 'ap-northeast-1', 'us-east-1']);
  const global = profile(`global.${one}`, one, ['', 'us-east-1']);
  const eu = profile(`eu.${one}`, one, ['eu-west-1', 'eu-central-1']);

  it('takes a model on demand as the default, whatever profiles there are', () => {
    assert.deepEqual(routeIds(['INFERENCE_PROFILE', 'ON_DEMAND'], [global, us]), [one, us, global].map(idOf));
  });

  it('takes the narrowest geography with the caller’s region', () => {
    assert.deepEqual(routeIds(['INFERENCE_PROFILE'], [global, wide, us]), [us, wide, global].map(idOf));
    assert.deepEqual(routeIds(['INFERENCE_PROFILE'], [us, wide, global]), [us, wide, global].map(idOf));
  });

  it('takes the global profile only when there is nothing else', () => {
    assert.deepEqual(routeIds(['INFERENCE_PROFILE'], [global]), [idOf(global)]);
    assert.deepEqual(routeIds(['INFERENCE_PROFILE'], [eu, global]), [idOf(global)]);
  });

  it('leaves out a geography without the caller’s region', () => {
    assert.deepEqual(routeIds(['INFERENCE_PROFILE'], [eu]), []);
    assert.deepEqual(routeIds(['INFERENCE_PROFILE'], [eu, us], 'eu-west-1'), [idOf(eu)]);
  });

  it('leaves out a profile that is not active, leads nowhere or has no id', () => {
    const unusable = [
      { ...us, status: 'INACTIVE' },
      { ...us, status: undefined },
      { ...us, models: [] },
      { ...us, models: undefined },
      { ...us, models: [{ modelArn: undefined }] },
      { ...us, models: [{ modelArn: 'arn:aws:bedrock:us-east-1:1:custom-model/x' }] },
      { ...us, inferenceProfileId: undefined },
    ];
    for (const profile of unusable) assert.deepEqual(routeIds(['INFERENCE_PROFILE'], [profile]), []);
  });

  it('orders equally wide profiles by their id, whatever order they came in', () => {
    const other = profile(`zz.${one}`, one, ['us-east-1', 'us-east-2']);
    assert.deepEqual(routeIds([], [other, us]), [us, other].map(idOf));
    assert.deepEqual(routeIds([], [us, other]), [us, other].map(idOf));
  });

  it('finds a profile’s model by its ARN, not by its name', () => {
    const arn = 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/k7ttp2wxy41q';
    const application = profile(arn, one, ['us-east-1']);
    const misleading = profile('us.acme.two-v1:0', one, ['us-east-1', 'us-west-2']);
    assert.deepEqual(routeIds(['INFERENCE_PROFILE'], [misleading, application]), [arn, 'us.acme.two-v1:0']);
  });

  it('says of each route where it leads and what it is called', () => {
    const [model] = models({
      foundationModels: [foundationModel(one)],
      inferenceProfiles: [us, global],
    });
    assert.deepEqual(model?.routes, [
      { kind: 'on-demand', id: one, reach: 'region', label: 'on demand', regions: [] },
      {
        kind: 'profile',
        id: `us.${one}`,
        reach: 'geography',
        label: 'us',
        regions: ['us-east-1', 'us-west-2'],
      },
      { kind: 'profile', id: `global.${one}`, reach: 'global', label: 'global', regions: ['us-east-1'] },
    ]);
  });

  it('knows other partitions', () => {
    const modelArn = `arn:aws-us-gov:bedrock:us-gov-west-1::foundation-model/${one}`;
    const gov = profile(`us-gov.${one}`, one, [], { models: [{ modelArn }] });
    const [model] = models({ inferenceProfiles: [gov] }, {}, 'us-gov-west-1');
    assert.equal(model?.key, one);
    assert.equal(model.routes[0].label, 'us-gov');
  });
});

function idOf(route: string | InferenceProfile): string | undefined {
  return typeof route === 'string' ? route : route.inferenceProfileId;
}

describe('models: known from profiles only', () => {
  const inferenceProfiles = [
    profile('us.acme.one-v1:0', 'acme.one-v1:0', ['us-east-1'], { inferenceProfileName: 'US Acme One' }),
    profile('global.acme.one-v1:0', 'acme.one-v1:0', [''], { inferenceProfileName: 'Global Acme One' }),
    profile('eu.acme.two-v1:0', 'acme.two-v1:0', ['eu-west-1']),
    profile('us.cohere.embed-v4:0', 'cohere.embed-v4:0', ['us-east-1']),
  ];

  it('lists them, once each, where the other list is missing', () => {
    const [model, ...others] = models({ inferenceProfiles });
    assert.deepEqual(others, []);
    assert.equal(model?.key, 'acme.one-v1:0');
    assert.equal(model.name, 'Acme One');
    assert.equal(model.provider, 'Acme');
    assert.deepEqual(model.input, ['text']);
    assert.deepEqual(
      model.routes.map(({ id }) => id),
      ['us.acme.one-v1:0', 'global.acme.one-v1:0'],
    );
  });

  it('lists them beside the models of the other list', () => {
    const foundationModels = [foundationModel('acme.zero-v1:0')];
    assert.deepEqual(keys({ foundationModels, inferenceProfiles }).sort(), [
      'acme.one-v1:0',
      'acme.zero-v1:0',
    ]);
  });

  it('puts them through the provider filter by their id', () => {
    assert.deepEqual(keys({ inferenceProfiles }, { providerFilter: ['acme'] }), ['acme.one-v1:0']);
    assert.deepEqual(keys({ inferenceProfiles }, { providerFilter: ['cohere'] }), []);
  });
});

describe('models: provider filter', () => {
  const foundationModels = [
    foundationModel('anthropic.claude-3-haiku-20240307-v1:0', { providerName: 'Anthropic' }),
    foundationModel('mistral.mistral-large-2407-v1:0', { providerName: 'Mistral AI' }),
    foundationModel('acme.nameless-v1:0', { providerName: undefined }),
  ];
  const cases: [filter: string[], expected: string[]][] = [
    [[], ['acme.nameless-v1:0', 'anthropic.claude-3-haiku-20240307-v1:0', 'mistral.mistral-large-2407-v1:0']],
    [['anthropic'], ['anthropic.claude-3-haiku-20240307-v1:0']],
    [['mistral ai'], ['mistral.mistral-large-2407-v1:0']],
    // The provider's name where there is one, and an exact match: OpenClaw's rule.
    [['mistral'], []],
    [['acme'], ['acme.nameless-v1:0']],
    [
      ['acme', 'anthropic'],
      ['acme.nameless-v1:0', 'anthropic.claude-3-haiku-20240307-v1:0'],
    ],
    [['anthro'], []],
  ];
  for (const [providerFilter, expected] of cases) {
    it(`[${providerFilter.join(', ')}]`, () => {
      assert.deepEqual(keys({ foundationModels }, { providerFilter }).sort(), expected);
    });
  }
});

describe('models: what is said of each', () => {
  const one = (modelId: string, more: Partial<FoundationModel> = {}, settings = {}) =>
    models({ foundationModels: [foundationModel(modelId, more)] }, settings)[0]!;

  it('takes name and provider as they are listed', () => {
    const { key, name, provider } = one('acme.one-v1:0', { modelName: ' One ', providerName: ' Acme Inc. ' });
    assert.deepEqual({ key, name, provider }, { key: 'acme.one-v1:0', name: 'One', provider: 'Acme Inc.' });
  });

  it('falls back to the id for name and provider', () => {
    for (const blank of [undefined, '', ' ']) {
      const { name, provider } = one('acme.one-v1:0', { modelName: blank, providerName: blank });
      assert.deepEqual({ name, provider }, { name: 'acme.one-v1:0', provider: 'Acme' });
    }
  });

  it('names text and images among the inputs, as they are listed, and nothing else', () => {
    assert.deepEqual(one('acme.one', { inputModalities: ['IMAGE', 'VIDEO', 'TEXT'] }).input, [
      'image',
      'text',
    ]);
    assert.deepEqual(one('acme.one', { inputModalities: ['IMAGE', 'VIDEO'] }).input, ['image']);
    assert.deepEqual(one('acme.one', { inputModalities: ['SPEECH'] }).input, ['text']);
    assert.deepEqual(one('acme.one', { inputModalities: undefined }).input, ['text']);
  });

  it('takes a model for a reasoning one by its id or its name', () => {
    assert.equal(one('acme.thinking-v1').reasoning, true);
    assert.equal(one('acme.one-v1', { modelName: 'One Reasoning' }).reasoning, true);
    assert.equal(one('acme.one-v1').reasoning, false);
  });

  it('has the discovery defaults for a model that nothing is known of, and says so', () => {
    const { contextWindow, maxTokens, sources } = one(
      'acme.one-v1:0',
      {},
      {
        defaultContextWindow: 12_345,
        defaultMaxTokens: 678,
      },
    );
    assert.deepEqual(
      { contextWindow, maxTokens, sources },
      {
        contextWindow: 12_345,
        maxTokens: 678,
        sources: { contextWindow: 'default', maxTokens: 'default' },
      },
    );
  });

  it('has what is known of a model, whatever the defaults', () => {
    const { contextWindow, maxTokens, sources } = one('anthropic.claude-sonnet-4-5-20250929-v1:0');
    assert.deepEqual(
      { contextWindow, maxTokens, sources },
      {
        contextWindow: 200_000,
        maxTokens: 64_000,
        sources: { contextWindow: 'catalogue', maxTokens: 'catalogue' },
      },
    );
  });
});

describe('models: order', () => {
  it('goes by provider, then name, then id, numbers by their value', () => {
    const names: [provider: string, name: string, id: string][] = [
      ['zeta', 'A', 'zeta.a'],
      ['Acme', 'One 10B', 'acme.one-10b'],
      ['Acme', 'One 9B', 'acme.one-9b'],
      ['Acme', 'Same', 'acme.same-b'],
      ['Acme', 'Same', 'acme.same-a'],
    ];
    const foundationModels = names.map(([providerName, modelName, id]) =>
      foundationModel(id, { providerName, modelName }),
    );
    const expected = ['acme.one-9b', 'acme.one-10b', 'acme.same-a', 'acme.same-b', 'zeta.a'];
    assert.deepEqual(keys({ foundationModels }), expected);
    assert.deepEqual(keys({ foundationModels: foundationModels.toReversed() }), expected);
  });
});
