import assert from 'node:assert/strict';
import type { Question, Tool } from '../../../../src/bedrock/converse/conversation.ts';
import { toolConfig } from '../../../../src/bedrock/converse/toolConfig.ts';
import { ToolNames } from '../../../../src/bedrock/converse/toolNames.ts';
import type { ModelFacts } from '../../../../src/bedrock/models/modelFacts.ts';
import { describeRecorded } from '../../../recordedData.ts';
import { facts, question, tool } from './samples.ts';

function configured(more: Partial<Question>, its: Partial<ModelFacts> = {}, called: string[] = []) {
  const all = facts(its);
  return toolConfig(question([], more), new Set(called), all, new ToolNames(all));
}

function specifications(tools: Tool[]) {
  return (configured({ tools })?.tools ?? []).map(({ toolSpec }) => toolSpec!);
}

describe('tool configuration', () => {
  it('is absent where no tool is offered and none was called', () => {
    assert.equal(configured({}), undefined);
    assert.equal(configured({ mustCallTool: true }), undefined);
  });

  it('is absent for a family without tools', () => {
    assert.equal(configured({ tools: [tool('find')] }, { tools: 'none' }, ['find']), undefined);
  });

  it('holds the tools offered', () => {
    const inputSchema = { type: 'object', properties: { text: { type: 'string' } }, required: ['text'] };
    assert.deepEqual(configured({ tools: [tool('find', { inputSchema }), tool('my tool')] }), {
      tools: [
        { toolSpec: { name: 'find', description: 'Does find.', inputSchema: { json: inputSchema } } },
        {
          toolSpec: {
            name: new ToolNames(facts()).toModel('my tool'),
            description: 'Does my tool.',
            inputSchema: { json: { type: 'object', properties: {} } },
          },
        },
      ],
    });
  });

  it('lets the tools called earlier stand in where none is offered now', () => {
    const stand = configured({}, {}, ['find', 'my tool'])?.tools ?? [];
    assert.deepEqual(
      stand.map(({ toolSpec }) => toolSpec?.name),
      ['find', new ToolNames(facts()).toModel('my tool')],
    );
    for (const { toolSpec } of stand) {
      assert.match(toolSpec?.description ?? '', /Do not call/);
      assert.deepEqual(toolSpec?.inputSchema, { json: { type: 'object' } });
    }
  });

  it('holds no stand-ins beside tools offered', () => {
    const { tools = [] } = configured({ tools: [tool('find')] }, {}, ['replace']) ?? {};
    assert.deepEqual(
      tools.map(({ toolSpec }) => toolSpec?.name),
      ['find'],
    );
  });

  it('holds a tool offered twice once', () => {
    const [specification, ...others] = specifications([
      tool('find'),
      tool('find', { description: 'Better.' }),
    ]);
    assert.deepEqual(others, []);
    assert.equal(specification?.description, 'Better.');
  });

  it('leaves a blank description out', () => {
    const [specification] = specifications([tool('find', { description: ' ' })]);
    assert.ok(specification && !('description' in specification));
  });

  it('demands a call only where that is asked and the family can', () => {
    const tools = [tool('find')];
    assert.deepEqual(configured({ tools, mustCallTool: true })?.toolChoice, { any: {} });
    assert.equal(configured({ tools })?.toolChoice, undefined);
    assert.equal(configured({ tools, mustCallTool: true }, { toolChoices: [] })?.toolChoice, undefined);
  });

  describe('schemas', () => {
    const cases: [name: string, schema: object | undefined, sent: object][] = [
      ['none', undefined, { type: 'object' }],
      ['an empty one', {}, { type: 'object' }],
      [
        'no type at the root',
        { properties: { a: { type: 'string' } } },
        { properties: { a: { type: 'string' } }, type: 'object' },
      ],
      ['another type at the root', { type: 'string' }, { type: 'object', properties: {} }],
      [
        'several types at the root, an object among them',
        { type: ['object', 'null'], properties: { a: { type: 'string' } } },
        { type: 'object', properties: { a: { type: 'string' } } },
      ],
      [
        'several types at the root, and no object',
        { type: ['string', 'null'] },
        { type: 'object', properties: {} },
      ],
      [
        'a choice at the root, whose members are offered together',
        {
          oneOf: [
            { properties: { a: { type: 'string' } }, required: ['a'] },
            { properties: { b: {} } },
            null,
          ],
          properties: { c: {} },
          required: ['c', 'gone'],
        },
        { type: 'object', properties: { a: { type: 'string' }, b: {}, c: {} }, required: ['c'] },
      ],
      ['requirements that are no list', { type: 'object', required: true }, { type: 'object', required: [] }],
      [
        'an object, kept whole',
        { $schema: 'x', type: 'object', additionalProperties: false },
        { $schema: 'x', type: 'object', additionalProperties: false },
      ],
    ];
    for (const [name, inputSchema, sent] of cases) {
      it(name, () => {
        const [specification] = specifications([tool('find', { inputSchema })]);
        assert.deepEqual(specification?.inputSchema, { json: sent });
      });
    }

    it('are not changed in place', () => {
      const inputSchema = Object.freeze({ properties: {} });
      specifications([tool('find', { inputSchema })]);
      assert.deepEqual(inputSchema, { properties: {} });
    });
  });
});

describeRecorded('tool configuration of the editor’s own agent', 'vscode', data => {
  const tools = data.json('agent-tools.json') as (Omit<Tool, 'inputSchema'> & {
    inputSchema: object | null;
  })[];
  const offered = tools.map(({ inputSchema, ...rest }) => ({
    ...rest,
    inputSchema: inputSchema ?? undefined,
  }));

  it('has all 40 tools, three of which come without an object root', () => {
    assert.equal(tools.length, 40);
    const withoutRoot = tools.filter(({ inputSchema }) => !inputSchema || !('type' in inputSchema));
    assert.equal(withoutRoot.length, 3);
    assert.equal(specifications(offered).length, 40);
  });

  it('gives each a name, a description and a schema that Converse takes, the given ones unchanged', () => {
    for (const [index, { name, description, inputSchema }] of specifications(offered).entries()) {
      const schema = inputSchema?.json as { type?: unknown };
      assert.match(name ?? '', /^[a-zA-Z0-9_-]{1,64}$/);
      assert.equal(name, tools[index]?.name);
      assert.equal(description, tools[index]?.description);
      assert.equal(schema.type, 'object', name);
      assert.deepEqual(schema, tools[index]?.inputSchema ?? { type: 'object' });
    }
  });

  it('takes a schema that is null, as the editor can hand one in, for none', () => {
    const [specification] = specifications([{ name: 'find', description: '', inputSchema: null } as never]);
    assert.deepEqual(specification?.inputSchema, { json: { type: 'object' } });
  });
});
