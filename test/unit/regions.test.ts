import assert from 'node:assert/strict';
import { BedrockClient } from '@aws-sdk/client-bedrock';
import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { partition } from '@aws-sdk/core/client';
import {
  consoleUrl,
  isRegionName,
  partitionOf,
  REGIONS,
  runtimeUrl,
  serviceHost,
} from '../../src/regions.ts';

const PARTITIONS: Readonly<Record<string, string>> = {
  'us-east-1': 'aws',
  'mx-central-1': 'aws',
  'cn-northwest-1': 'aws-cn',
  'us-gov-west-1': 'aws-us-gov',
  'eusc-de-east-1': 'aws-eusc',
  'us-iso-east-1': 'aws-iso',
  'us-isob-east-1': 'aws-iso-b',
  'eu-isoe-west-1': 'aws-iso-e',
  'us-isof-south-1': 'aws-iso-f',
  'xy-nowhere-7': 'aws',
};

describe('the partition of a region', () => {
  for (const [region, id] of Object.entries(PARTITIONS)) {
    it(`is ${id} for ${region}, with the SDK’s own suffix`, () => {
      const { name, dnsSuffix } = partition(region);
      assert.deepEqual({ id: name, dnsSuffix }, { id, dnsSuffix: partitionOf(region).dnsSuffix });
      assert.equal(partitionOf(region).id, id);
    });
  }
});

describe('the hosts of a region', () => {
  for (const region of Object.keys(PARTITIONS)) {
    for (const fips of [false, true]) {
      it(`are the SDK’s: ${region}${fips ? ' with FIPS' : ''}`, async () => {
        const settings = { region, useFipsEndpoint: fips };
        assert.deepEqual(
          [serviceHost('bedrock', region, { fips }), serviceHost('bedrock-runtime', region, { fips })],
          [await hostOf(new BedrockClient(settings)), await hostOf(new BedrockRuntimeClient(settings))],
        );
      });
    }
  }

  it('are those of the STS in each partition', () => {
    assert.equal(serviceHost('sts', 'eu-west-1'), 'sts.eu-west-1.amazonaws.com');
    assert.equal(serviceHost('sts', 'eu-west-1', { fips: true }), 'sts-fips.eu-west-1.amazonaws.com');
    assert.equal(serviceHost('sts', 'us-gov-west-1', { fips: true }), 'sts.us-gov-west-1.amazonaws.com');
    assert.equal(serviceHost('sts', 'cn-north-1'), 'sts.cn-north-1.amazonaws.com.cn');
  });
});

describe('a page of the console', () => {
  const pages = {
    'us-east-1': 'https://us-east-1.console.aws.amazon.com/bedrock/home?region=us-east-1#/model-catalog',
    'us-gov-west-1':
      'https://us-gov-west-1.console.amazonaws-us-gov.com/bedrock/home?region=us-gov-west-1#/model-catalog',
    'cn-north-1': 'https://cn-north-1.console.amazonaws.cn/bedrock/home?region=cn-north-1#/model-catalog',
  };
  for (const [region, url] of Object.entries(pages)) {
    it(`is ${url}`, () => assert.equal(consoleUrl(region, '/bedrock/home#/model-catalog'), url));
  }

  it('can be without a place in it', () => {
    assert.match(
      consoleUrl('eusc-de-east-1', '/iam/home'),
      /\.amazonaws-eusc\.eu\/iam\/home\?region=[\w-]+$/,
    );
  });
});

describe('the name of a region', () => {
  it('has the form of one', () => {
    const others = ['', 'frankfurt', 'us_east_1', 'us-east-1a', 'US-EAST-1', 'eu-central', 'us-east-1 '];
    assert.deepEqual(Object.keys(PARTITIONS).filter(isRegionName), Object.keys(PARTITIONS));
    assert.deepEqual(others.filter(isRegionName), []);
  });
});

/** Where the SDK sends requests to. */
async function hostOf({ config }: BedrockClient | BedrockRuntimeClient): Promise<string> {
  const parameters = {
    Region: await config.region(),
    UseFIPS: await config.useFipsEndpoint(),
    UseDualStack: false,
  };
  return config.endpointProvider(parameters, {}).url.host;
}

describe('regions by name', () => {
  it('are all names of regions, each once', () => {
    assert.ok(REGIONS.every(isRegionName));
    assert.equal(new Set(REGIONS).size, REGIONS.length);
  });

  it('have answers at the host of their partition', () => {
    assert.equal(runtimeUrl('eu-west-1'), 'https://bedrock-runtime.eu-west-1.amazonaws.com');
    assert.equal(runtimeUrl('cn-north-1'), 'https://bedrock-runtime.cn-north-1.amazonaws.com.cn');
    assert.equal(runtimeUrl('eusc-de-east-1'), 'https://bedrock-runtime.eusc-de-east-1.amazonaws.eu');
  });
});
