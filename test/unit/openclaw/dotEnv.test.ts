import assert from 'node:assert/strict';
import { parseDotEnv } from '../../../src/openclaw/dotEnv.ts';

describe('.env files', () => {
  // Each ran against dotenv 17.4.2, OpenClaw's own reader.
  const cases: [text: string, values: Record<string, string>][] = [
    ['', {}],
    ['A=1', { A: '1' }],
    ['A = 1 ', { A: '1' }],
    ['  export   A=1', { A: '1' }],
    ['export\tA=1', { A: '1' }],
    ['\uFEFFA=1', { A: '1' }],
    ['A=1\r\nB=2\rC=3', { A: '1', B: '2', C: '3' }],
    ['A=1\nA=2', { A: '2' }],
    ['# A=1\n\nB=2 # two', { B: '2' }],
    ['A=1#c', { A: '1' }],
    ["A='x#y' # c", { A: 'x#y' }],
    ['A=#c', { A: '' }],
    ['A=\nB=2', { A: '', B: '2' }],
    ['A= \nB=2', { A: '', B: '2' }],
    ['A="a\nb"', { A: 'a\nb' }],
    ["A='a\nb'\nB=2", { A: 'a\nb', B: '2' }],
    ['A=`a "b" \'c\'`', { A: 'a "b" \'c\'' }],
    ['A="x\\ny\\rz\\t"', { A: 'x\ny\rz\\t' }],
    ["A='x\\ny'", { A: 'x\\ny' }],
    ['A="x\\"y"', { A: 'x\\"y' }],
    ['A="x', { A: '"x' }],
    ['A="x"y', { A: '"x"y' }],
    ['A=a=b', { A: 'a=b' }],
    ['A=$B ${B}', { A: '$B ${B}' }],
    ['A: 1\nB:2', { A: '1' }],
    ['A.B-C=1', { 'A.B-C': '1' }],
    ['A\nA B=1\n=1', {}],
    ["A=\n'x'", { A: 'x' }],
  ];
  for (const [text, values] of cases) {
    it(JSON.stringify(text), () => {
      assert.deepEqual(parseDotEnv(text), values);
    });
  }
});
