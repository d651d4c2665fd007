import assert from 'node:assert/strict';
import {
  baseUrlOf,
  baseUrlProblem,
  isSameBase,
  isUnencrypted,
  worksWithoutKey,
} from '../../../../src/bedrock/openai/baseUrl.ts';

describe('the base URL of a proxy', () => {
  const pasted: [text: string, baseUrl: string][] = [
    ['https://litellm.example.com/v1', 'https://litellm.example.com/v1'],
    ['https://litellm.example.com', 'https://litellm.example.com'],
    ['https://litellm.example.com/', 'https://litellm.example.com'],
    ['  https://litellm.example.com/v1//\n', 'https://litellm.example.com/v1'],
    ['"https://litellm.example.com/v1/"', 'https://litellm.example.com/v1'],
    ['<https://litellm.example.com/v1>', 'https://litellm.example.com/v1'],
    ['https://litellm.example.com/v1/chat/completions', 'https://litellm.example.com/v1'],
    ['https://litellm.example.com/v1/Chat/Completions/', 'https://litellm.example.com/v1'],
    ['https://litellm.example.com/v1/models', 'https://litellm.example.com/v1'],
    ['https://litellm.example.com/v1/responses', 'https://litellm.example.com/v1'],
    ['https://litellm.example.com/models', 'https://litellm.example.com'],
    ['https://example.com/my/models/v1', 'https://example.com/my/models/v1'],
    ['https://example.com/supermodels', 'https://example.com/supermodels'],
    ['HTTPS://LiteLLM.Example.com:443/API/v1', 'https://litellm.example.com/API/v1'],
    ['http://127.0.0.1:4000', 'http://127.0.0.1:4000'],
    ['http://[::1]:4000/api/v1', 'http://[::1]:4000/api/v1'],
  ];
  for (const [text, baseUrl] of pasted) {
    it(`of ${JSON.stringify(text)} is ${baseUrl}`, () => {
      assert.equal(baseUrlOf(text), baseUrl);
      assert.equal(baseUrlProblem(baseUrl), undefined);
      assert.equal(baseUrlOf(baseUrl), baseUrl);
    });
  }

  const refused: [text: string, why: RegExp][] = [
    ['', /https:\/\//],
    ['litellm.example.com', /https:\/\//],
    ['ftp://example.com', /https:\/\//],
    ['https:///v1', /https:\/\//],
    ['https://exa mple.com', /https:\/\//],
    ['https://example.com:99999', /https:\/\//],
    ['file:///etc/passwd', /https:\/\//],
    ['https://jane:secret@example.com/v1', /user and password/],
    ['https://sk-key@example.com/v1', /user and password/],
    ['https://example.com/v1?key=secret', /\? or #/],
    ['https://example.com/v1?', /\? or #/],
    ['https://example.com/v1#top', /\? or #/],
  ];
  for (const [text, why] of refused) {
    it(`is not ${JSON.stringify(text)}`, () => {
      assert.equal(baseUrlOf(text), text);
      const problem = baseUrlProblem(text) ?? '';
      assert.match(problem, why);
      assert.doesNotMatch(problem, /secret|sk-key/);
    });
  }

  it('is the same with and without what is not part of it', () => {
    assert.ok(isSameBase('https://a.example/v1/', 'https://A.example/v1/models'));
    assert.ok(!isSameBase('https://a.example/v1', 'https://a.example/v2'));
    assert.ok(!isSameBase('${URL}', 'https://a.example'));
  });

  it('is unencrypted beyond this machine alone', () => {
    const of = (urls: string[]) => urls.map(isUnencrypted);
    assert.deepEqual(of(['http://localhost:4000', 'http://127.0.0.2', 'http://[::1]:1']), [
      false,
      false,
      false,
    ]);
    assert.deepEqual(of(['http://10.0.0.5', 'http://localhost.example', 'https://x.example']), [
      true,
      true,
      false,
    ]);
  });

  it('needs no key where OpenClaw asks without one', () => {
    const local = [
      'http://localhost',
      'http://[::1]',
      'https://10.1.2.3',
      'https://172.31.0.1',
      'https://llm.local',
    ];
    for (const url of local) assert.ok(worksWithoutKey(url), url);
    const others = ['https://llm.example.com', 'https://172.32.0.1', 'https://11.0.0.1', 'https://local'];
    for (const url of others) assert.ok(!worksWithoutKey(url), url);
  });
});
