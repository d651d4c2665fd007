import assert from 'node:assert/strict';
import type { Environment } from '../../../src/bedrock/connection/connection.ts';
import type { Network } from '../../../src/bedrock/network.ts';
import { proxyFor, proxyName } from '../../../src/bedrock/proxies.ts';

const proxy = 'http://proxy.corp:8080';

function through(url: string, environment: Environment, network: Partial<Network> = {}): string | undefined {
  const { protocol, hostname, port } = new URL(url);
  const target = { protocol, hostname, ...(port && { port: Number(port) }) };
  return proxyFor(target, { strictTls: true, ...network }, environment);
}

describe('proxies', () => {
  const aws = 'https://bedrock.us-east-1.amazonaws.com';

  it('are those of the protocol, in either case, else the one for all', () => {
    assert.equal(through(aws, {}), undefined);
    assert.equal(through(aws, { HTTPS_PROXY: proxy }), proxy);
    assert.equal(through(aws, { https_proxy: proxy, HTTPS_PROXY: 'http://other' }), proxy);
    assert.equal(through(aws, { ALL_PROXY: proxy }), proxy);
    assert.equal(through(aws, { HTTP_PROXY: proxy }), undefined);
    assert.equal(through('http://gateway.corp', { HTTP_PROXY: proxy }), proxy);
    assert.equal(through('http://gateway.corp', { HTTPS_PROXY: proxy }), undefined);
  });

  it('of the editor go before those of the environment', () => {
    assert.equal(through(aws, { HTTPS_PROXY: 'http://other' }, { proxy }), proxy);
    assert.equal(through(aws, { HTTPS_PROXY: proxy }, { proxy: ' ' }), proxy);
  });

  it('may lack the scheme; what is no proxy of HTTP is left alone', () => {
    assert.equal(through(aws, { HTTPS_PROXY: 'proxy.corp:8080' }), proxy);
    for (const other of ['socks5://proxy.corp:1080', 'http://', 'http://a b']) {
      assert.equal(through(aws, { HTTPS_PROXY: other }), undefined, other);
    }
  });

  const excepted: [string, string, boolean][] = [
    [aws, 'amazonaws.com', true],
    [aws, '.amazonaws.com', true],
    [aws, '*.AmazonAWS.com', true],
    [aws, 'corp.example, us-east-1.amazonaws.com', true],
    [aws, 'bedrock.us-east-1.amazonaws.com', true],
    [aws, '*', true],
    [aws, 'amazonaws.com:443', true],
    [aws, 'amazonaws.com:8443', false],
    [`${aws}:8443`, 'amazonaws.com:8443', true],
    [aws, 'naws.com', false],
    [aws, 'runtime.bedrock.us-east-1.amazonaws.com', false],
    [aws, ' ,', false],
  ];
  for (const [url, list, isExcepted] of excepted) {
    it(`${isExcepted ? 'leave out' : 'take'} ${url} with NO_PROXY=${list}`, () => {
      const expected = isExcepted ? undefined : proxy;
      assert.equal(through(url, { HTTPS_PROXY: proxy, NO_PROXY: list }), expected);
      assert.equal(through(url, { HTTPS_PROXY: proxy }, { noProxy: list.split(',') }), expected);
    });
  }

  it('as in the editor, its exceptions replace those of the environment', () => {
    const environment = { HTTPS_PROXY: proxy, NO_PROXY: '*' };
    assert.equal(through(aws, environment, { noProxy: ['corp.example'] }), proxy);
    assert.equal(through(aws, environment, { noProxy: [] }), undefined);
  });

  it('never carry what only the machine itself can reach', () => {
    for (const host of [
      'localhost',
      '127.0.0.1',
      '[::1]',
      '169.254.169.254',
      '169.254.170.2',
      '[fd00:ec2::254]',
    ]) {
      assert.equal(through(`http://${host}:8080`, { HTTP_PROXY: proxy }), undefined, host);
    }
    assert.equal(through('http://127.0.0.1.example', { HTTP_PROXY: proxy }), proxy);
  });

  it('are named without their password', () => {
    assert.equal(proxyName('http://jane:p%40ss@proxy.corp:8080/x'), proxy);
  });
});
