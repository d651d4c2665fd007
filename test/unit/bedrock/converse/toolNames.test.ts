import assert from 'node:assert/strict';
import { toolCallId, ToolNames } from '../../../../src/bedrock/converse/toolNames.ts';
import { facts } from './samples.ts';

const ORDINARY = /^[a-zA-Z0-9_-]{1,64}$/;
const WITHOUT_HYPHENS = /^[a-zA-Z0-9_]{1,64}$/;
const AWKWARD = [
  'my tool',
  'my.tool',
  'my/tool',
  'Über',
  '工具',
  '',
  ' ',
  'x'.repeat(65),
  'x'.repeat(66),
  `${'x'.repeat(80)}y`,
];

describe('tool names', () => {
  it('that the service takes stay as they are', () => {
    const names = new ToolNames(facts());
    for (const name of ['read_file', 'a', 'mcp-github_search', 'X'.repeat(64)]) {
      assert.equal(names.toModel(name), name);
      assert.equal(names.fromModel(name), name);
    }
  });

  for (const [family, hyphensInToolNames, allowed] of [
    ['most families', true, ORDINARY],
    ['families without hyphens', false, WITHOUT_HYPHENS],
  ] as const) {
    it(`go there and back, one to one, for ${family}`, () => {
      const names = new ToolNames(facts({ hyphensInToolNames }));
      const originals = [...AWKWARD, 'my_tool', 'my-tool', 'my--tool', 'my-_tool'];
      const sent = originals.map(name => names.toModel(name));
      assert.equal(new Set(sent).size, originals.length, sent.join());
      for (const [index, name] of sent.entries()) {
        assert.match(name, allowed);
        assert.equal(names.fromModel(name), originals[index]);
        assert.equal(names.toModel(originals[index]!), name);
      }
    });
  }

  it('with hyphens are only changed where hyphens are not taken', () => {
    assert.equal(new ToolNames(facts()).toModel('my-tool'), 'my-tool');
    assert.match(
      new ToolNames(facts({ hyphensInToolNames: false })).toModel('my-tool'),
      /^my_tool_[0-9a-f]{8}$/,
    );
  });

  it('are the same in every request, whatever was named before', () => {
    const [one, other] = [new ToolNames(facts()), new ToolNames(facts())];
    other.toModel('another tool');
    assert.equal(one.toModel('my tool'), other.toModel('my tool'));
  });

  it('do not clash with a tool that has the substitute as its own name', () => {
    const names = new ToolNames(facts());
    const substitute = names.toModel('my tool');
    const another = names.toModel(substitute);
    assert.notEqual(another, substitute);
    assert.equal(names.fromModel(substitute), 'my tool');
    assert.equal(names.fromModel(another), substitute);
  });

  it('do not clash with such a tool that was named before, either', () => {
    const substitute = new ToolNames(facts()).toModel('my tool');
    const names = new ToolNames(facts());
    assert.equal(names.toModel(substitute), substitute);
    const another = names.toModel('my tool');
    assert.notEqual(another, substitute);
    assert.match(another, ORDINARY);
    assert.equal(names.fromModel(substitute), substitute);
    assert.equal(names.fromModel(another), 'my tool');
  });

  it('that the model made up stay as they are', () => {
    assert.equal(new ToolNames(facts()).fromModel('made_up'), 'made_up');
  });
});

describe('tool call ids', () => {
  it('that Converse takes stay as they are', () => {
    for (const id of ['tooluse_abc-123', 'call.1:x', 'x'.repeat(64)]) {
      assert.equal(toolCallId(id, facts()), id);
    }
  });

  it('that it refuses are replaced, the same one always by the same', () => {
    for (const id of ['', 'a b', 'call/1', 'x'.repeat(65), 'é']) {
      const sent = toolCallId(id, facts());
      assert.match(sent, /^[a-zA-Z0-9_.:-]{1,64}$/);
      assert.equal(toolCallId(id, facts()), sent);
    }
    assert.notEqual(toolCallId('a b', facts()), toolCallId('a c', facts()));
  });

  it('are nine letters and digits where the family wants it so', () => {
    const mistral = facts({ toolCallId: 'nine-alphanumerics' });
    assert.equal(toolCallId('aB3dE6gH9', mistral), 'aB3dE6gH9');
    for (const id of ['tooluse_abc', 'tooluse_abd', 'abc', 'aB3dE6gH-', '']) {
      assert.match(toolCallId(id, mistral), /^[a-zA-Z0-9]{9}$/);
    }
    assert.notEqual(toolCallId('tooluse_abc', mistral), toolCallId('tooluse_abd', mistral));
  });
});
