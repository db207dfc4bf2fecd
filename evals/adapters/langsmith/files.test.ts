import { describe, expect, it } from 'vitest';
import { ourCases, type PortableCase } from '../portable-case.ts';
import { readDataset, writeDataset } from './files.ts';

const CASES: PortableCase[] = [
  {
    id: 'a',
    suite: 'routing',
    question: 'Where is my "parcel", please?\nThanks',
    language: 'en',
    customer: 'C002',
    expected: { route: 'order', orders: ['SO1', 'SO2'] },
  },
  {
    id: 'b',
    suite: 'dataset',
    question: '=能退吗？',
    language: 'zh',
    expected: { answer: '可以，7 天内。', sources: [] },
  },
];

describe('a dataset of LangSmith', () => {
  it.each(['jsonl', 'csv'] as const)('comes back from %s as it was written', (format) => {
    expect(readDataset(writeDataset(CASES, format), format)).toEqual(CASES);
    const ours = ourCases();
    expect(ours.length).toBeGreaterThan(200);
    expect(readDataset(writeDataset(ours, format), format)).toEqual(ours);
  });

  it('takes examples of others: chat messages, other keys, prefixed columns, nested cells', () => {
    const lines = [
      { id: 'u1', inputs: { messages: [{ role: 'user', content: '保修多久？' }] }, outputs: { output: '两年' } },
      {
        inputs: { messages: [{ type: 'human', content: [{ type: 'text', text: 'How long?' }] }] },
        reference_outputs: { messages: [{ type: 'ai', content: 'Two years' }] },
      },
    ];
    const read = readDataset(lines.map((one) => JSON.stringify(one)).join('\n'), 'jsonl');
    expect(read).toMatchObject([
      { id: 'u1', suite: 'dataset', question: '保修多久？', language: 'zh', expected: { answer: '两年' } },
      { id: 'line 2', question: 'How long?', language: 'en', expected: { answer: 'Two years' } },
    ]);
    const csv = 'inputs.input,outputs.output,metadata.id\nHow long?,"{""answer"":""Two years""}",x\n';
    expect(readDataset(csv, 'csv')).toMatchObject([{ id: 'x', question: 'How long?' }]);
  });

  it('names the line that does not fit', () => {
    expect(() => readDataset('{"inputs":{"question":"a"}}\nno', 'jsonl')).toThrow('line 2: no JSON');
    expect(() => readDataset('{"inputs":{"a":1}}', 'jsonl')).toThrow('line 1: no question; inputs has a');
    expect(() => readDataset('{"outputs":{}}', 'jsonl')).toThrow('line 1: inputs does not fit');
  });
});
