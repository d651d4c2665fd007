import assert from 'node:assert/strict';
import { detectConnection, processVariables } from '../../../../src/bedrock/connection/connection.ts';
import type { Network } from '../../../../src/bedrock/network.ts';
import { type Listed, readModelIds } from '../../../../src/bedrock/openai/readModelIds.ts';
import { type Authority, makeAuthority } from '../../../aws/authority.ts';
import { type LocalAnswer, startLocalServer } from '../../../aws/localServer.ts';
import { startProxy } from '../../../aws/proxy.ts';
import { type OpenAiProxy, PROXY_KEY, SIGN_IN_PAGE, startOpenAiProxy } from '../../../openaiProxy.ts';

interface Options {
  readonly key?: string | undefined;
  readonly variables?: Readonly<Record<string, string>>;
  readonly network?: Partial<Network>;
  readonly signal?: AbortSignal;
}

function read(baseUrl: string, { variables = {}, network = {}, key = PROXY_KEY, signal }: Options = {}) {
  const connection = detectConnection(processVariables(variables), []);
  const asked = { connection, network: () => ({ strictTls: true, ...network }), ...(signal && { signal }) };
  return readModelIds({ baseUrl, key: key || undefined, ...asked });
}

/** What a person is told, which never holds the key or any of it. */
function told(
  listed: Listed,
  key = PROXY_KEY,
): { code: string; text: string; elsewhere?: string | undefined } {
  if ('ids' in listed) assert.fail(`The list came: ${listed.ids.join()}`);
  const { problem, elsewhere } = listed;
  const text = JSON.stringify(problem);
  assert.ok(!text.includes(key.slice(0, 12)), text);
  return { code: problem.code, text, elsewhere };
}

describe('reading the models of a proxy', () => {
  let proxy: OpenAiProxy;
  beforeEach(async () => (proxy = await startOpenAiProxy()));
  afterEach(() => proxy.close());

  it('gets those to talk to, with the key', async () => {
    assert.deepEqual(await read(proxy.baseUrl), {
      ids: ['claude-sonnet-4-5', 'bedrock/us.amazon.nova-pro-v1:0', 'house-model', 'titan-embed-text-v2'],
    });
    assert.deepEqual(
      proxy.requests.map(({ method, path, headers }) => [
        method,
        path,
        headers['authorization'],
        headers['host'],
      ]),
      [['GET', '/v1/models', `Bearer ${PROXY_KEY}`, new URL(proxy.url).host]],
    );
  });

  it('sends no key where none is given', async () => {
    const open = await startOpenAiProxy({ key: null });
    try {
      assert.ok('ids' in (await read(open.baseUrl, { key: '' })));
      assert.equal(open.requests[0]?.headers['authorization'], undefined);
    } finally {
      await open.close();
    }
  });

  it('says that a key is refused, and not what the refusal repeats of it', async () => {
    const key = 'sk-wrong-00112233445566778899';
    const { code, text } = told(await read(proxy.baseUrl, { key }), key);
    assert.equal(code, 'credentials-refused');
    assert.doesNotMatch(text, /Authentication Error/);
  });

  it('says that a key is asked for', async () => {
    assert.equal(told(await read(proxy.baseUrl, { key: '' })).code, 'key-missing');
  });

  it('sends nothing that can’t be a key', async () => {
    for (const key of ['two words', 'line\nend', 'ключ-ключ-ключ']) {
      assert.equal(told(await read(proxy.baseUrl, { key }), key).code, 'api-key-invalid');
    }
    assert.equal(proxy.requests.length, 0);
  });

  it('finds the version that was left out', async () => {
    const { code, elsewhere } = told(await read(proxy.url));
    assert.deepEqual([code, elsewhere], ['not-openai', proxy.baseUrl]);
    const wrong = told(await read(proxy.url, { key: 'sk-wrong-00112233445566778899' }), 'sk-wrong-001122');
    assert.deepEqual([wrong.code, wrong.elsewhere], ['not-openai', proxy.baseUrl]);
  });

  it('asks nowhere else where there is a version already, or none answers there', async () => {
    for (const url of [`${proxy.url}/v2`, `${proxy.url}/api`]) {
      assert.deepEqual(
        [told(await read(url)).code, told(await read(url)).elsewhere],
        ['not-openai', undefined],
      );
    }
  });

  const big = JSON.stringify({ data: [{ id: 'a'.repeat(6_000_000) }] });
  const answers: [name: string, answer: LocalAnswer, code: string, words: RegExp][] = [
    ['a page', SIGN_IN_PAGE, 'not-openai', /page for people/],
    ['another JSON', { status: 200, body: '{"ok":true}' }, 'not-openai', /OpenAI’s API/],
    ['nothing', { status: 200 }, 'not-openai', /OpenAI’s API/],
    ['more than any list', { status: 200, body: big }, 'not-openai', /OpenAI’s API/],
    ['an empty list', { status: 200, body: '{"object":"list","data":[]}' }, 'no-models', /empty/],
    ['403', { status: 403, body: PROXY_KEY }, 'credentials-refused', /key/],
    ['429', { status: 429, body: PROXY_KEY }, 'throttled', /Wait/],
    ['503', { status: 503, body: PROXY_KEY }, 'service-error', /503/],
  ];
  for (const [name, answer, code, words] of answers) {
    it(`knows what ${name} means`, async () => {
      proxy.answerWith(answer);
      const listed = told(await read(proxy.baseUrl));
      assert.equal(listed.code, code);
      assert.match(listed.text, words);
      assert.equal(listed.elsewhere, undefined);
    });
  }

  describe('that sends elsewhere', () => {
    it('never takes the key there, and names the place', async () => {
      const other = await startOpenAiProxy();
      try {
        proxy.answerWith({ status: 302, headers: { location: `${other.baseUrl}/models` } });
        const { code, text, elsewhere } = told(await read(proxy.baseUrl));
        assert.deepEqual([code, elsewhere], ['not-openai', other.baseUrl]);
        assert.ok(text.includes(other.url), text);
        assert.equal(other.requests.length, 0);
      } finally {
        await other.close();
      }
    });

    const places: [location: string | undefined, elsewhere: string | undefined][] = [
      ['https://sso.example.com/login?to=%2Fv1%2Fmodels', undefined],
      ['https://ai.example.com/v1/models', 'https://ai.example.com/v1'],
      // Down to what everybody on the way can read.
      ['http://ai.example.com/v1/models', undefined],
      ['http://', undefined],
      [undefined, undefined],
    ];
    for (const [location, expected] of places) {
      it(`to ${location ?? 'nowhere'}`, async () => {
        proxy.answerWith({ status: 307, headers: { ...(location && { location }) } });
        const { code, elsewhere } = told(await read(proxy.baseUrl));
        assert.deepEqual([code, elsewhere], ['not-openai', expected]);
      });
    }
  });

  it('ends when it is cancelled', async () => {
    proxy.answerWith('never');
    const cancelling = new AbortController();
    const reading = read(proxy.baseUrl, { signal: cancelling.signal });
    await proxy.waitFor(() => true);
    cancelling.abort();
    await assert.rejects(reading, { name: 'AbortError' });
  });

  it('says that nothing is there', async () => {
    const { code, text } = told(await read('http://127.0.0.1:9/v1'));
    assert.equal(code, 'unreachable');
    assert.ok(text.includes('http://127.0.0.1:9/v1'), text);
  });

  it('ends in the middle of an answer too', async () => {
    const slow = await startLocalServer(() => ({
      status: 200,
      body: 'x',
      headers: { 'content-length': '99' },
    }));
    try {
      const reading = read(slow.url, { signal: AbortSignal.timeout(1_000) });
      await assert.rejects(reading, { name: 'TimeoutError' });
    } finally {
      await slow.close();
    }
  });

  describe('through the network', () => {
    const host = 'litellm.example.com';
    let authority: Authority;
    let secure: OpenAiProxy;
    beforeEach(async () => {
      authority = await makeAuthority();
      secure = await startOpenAiProxy({ tls: await authority.certify(host) });
    });
    afterEach(async () => {
      authority.remove();
      await secure.close();
    });

    it('goes by the forward proxy and the authorities that Bedrock is reached with', async () => {
      const forward = await startProxy({ routes: { [`${host}:443`]: new URL(secure.url).host } });
      try {
        const through = { HTTPS_PROXY: forward.url };
        const trusting = { ...through, AWS_CA_BUNDLE: authority.file };
        assert.ok('ids' in (await read(`https://${host}/v1`, { variables: trusting })));
        assert.equal(forward.tunnelsTo(`${host}:443`), 1);
        const untrusted = await read(`https://${host}/v1`, { variables: through });
        assert.equal(told(untrusted).code, 'certificate-untrusted');
        assert.equal(secure.requests.length, 1);
        const lax = await read(`https://${host}/v1`, { variables: through, network: { strictTls: false } });
        assert.ok('ids' in lax);
      } finally {
        await forward.close();
      }
    });

    it('says that the forward proxy is in the way', async () => {
      for (const url of ['http://jane:secret@127.0.0.1:9', 'not a url']) {
        const { code, text } = told(await read(`https://${host}/v1`, { variables: { HTTPS_PROXY: url } }));
        assert.match(code, /^proxy-(refused|invalid)$/);
        assert.doesNotMatch(text, /secret/);
      }
    });
  });
});
