import { describe, expect, it } from 'vitest';
import { chatLine } from './chat-lines.ts';
import { writeOwnLines } from './own-lines.ts';
import { readLines } from './read-lines.ts';

const intents = new Set(['track_order', 'return_request']);
const line = {
  id: 'a',
  text: '订单KF20250001到哪了，另外我要退货',
  language: 'zh' as const,
  requests: [
    {
      text: '订单KF20250001到哪了',
      intent: 'track_order',
      slots: [{ name: 'orderIds' as const, value: 'KF20250001' }],
      inContext: false,
    },
    { text: '我要退货', intent: 'return_request', slots: [], inContext: false },
  ],
  reply: '好的',
  note: null,
};

describe('readLines', () => {
  it('reads what was written', () => {
    const { good, bad } = readLines(writeOwnLines([line], { mask: false }), 'own', intents);
    expect(bad).toEqual([]);
    expect(good).toEqual([line]);
  });

  it('masks by choice, also a slot without a shape', () => {
    const text = writeOwnLines([line], { mask: true });
    expect(text).not.toContain('KF20250001');
    expect(readLines(text, 'own', intents).good[0]?.requests[0]?.slots[0]?.value).toBe('{order_id}');
  });

  it('reads the chat format that it writes', () => {
    const chat = chatLine(line, 'router', 'the prompt');
    const { good, bad } = readLines(`${JSON.stringify(chat)}\n`, 'openai', intents);
    expect(bad).toEqual([]);
    expect(good[0]?.text).toBe(line.text);
    expect(good[0]?.requests.map(({ intent }) => intent)).toEqual(['track_order', 'return_request']);
    expect(good[0]?.language).toBe('zh');
  });

  it('writes a good reply from the passages that were found', () => {
    const passages = [{ title: '退货政策', heading: null, page: 3, text: '七天内可退。' }];
    const chat = chatLine({ ...line, passages }, 'writer', '');
    expect(chat?.messages[1]?.content).toContain('七天内可退。');
    expect(chat?.messages.at(-1)).toEqual({ role: 'assistant', content: '好的' });
    expect(chatLine({ ...line, reply: null }, 'writer', '')).toBeUndefined();
  });

  it('names bad rows with line and field, and keeps the good ones', () => {
    const text = [
      '{"text":"where is it","requests":[{"text":"where is it","intent":"track_order"}]}',
      'no json',
      '{"text":"hm","requests":[]}',
      '{"text":"hm","requests":[{"text":"hm","intent":"bogus"}]}',
      '{"text":"","requests":[{"text":"x","intent":"track_order"}]}',
    ].join('\n');
    const { good, bad } = readLines(text, 'own', intents);
    expect(good).toHaveLength(1);
    expect(bad.map(({ line, field }) => [line, field])).toEqual([
      [2, ''],
      [3, 'requests'],
      [4, 'requests.0.intent'],
      [5, 'text'],
    ]);
  });

  it('refuses chat rows without intents', () => {
    const text =
      '{"messages":[{"role":"user","content":"hi"},{"role":"assistant","content":"Hello!"}]}\n{"messages":[{"role":"user","content":"hi"}]}';
    const { good, bad } = readLines(text, 'openai', intents);
    expect(good).toEqual([]);
    expect(bad.map(({ line, field }) => [line, field])).toEqual([
      [1, 'messages.1.content'],
      [2, 'messages'],
    ]);
  });

  it('gives a row without an id one by its text', () => {
    const row = '{"text":"where is it","requests":[{"text":"where is it","intent":"track_order"}]}';
    const ids = readLines(`${row}\n${row}`, 'own', intents).good.map(({ id }) => id);
    expect(new Set(ids).size).toBe(1);
  });
});
