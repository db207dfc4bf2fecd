import { describe, expect, it } from 'vitest';
import { type ComparisonCase, compareVerdicts } from './compare.ts';
import { gateBarsSchema, judge } from './gate.ts';

const cases: ComparisonCase[] = Array.from({ length: 40 }, (_, n) => ({
  text: `text ${n}`,
  intent: n < 20 ? 'track_order' : 'return_request',
  language: n % 2 === 0 ? 'zh' : 'en',
  origin: n % 4 === 0 ? 'held' : 'shipped',
}));
/** Right but for the texts given. */
const said = (...wrong: number[]) =>
  cases.map(({ intent }, n) => ({ intent: wrong.includes(n) ? 'greeting' : intent, confidence: 0.9 }));
const compare = (current: number[], candidate: number[]) =>
  compareVerdicts(cases, { current: said(...current), candidate: said(...candidate) }, 0);
const bars = gateBarsSchema.parse({});

describe('compareVerdicts', () => {
  const comparison = compare([0, 1], [1, 2, 30]);

  it('gives precision, recall and F1 for each intent and side', () => {
    expect(comparison.intents.track_order).toEqual({
      count: 20,
      current: { precision: 1, recall: 0.9, f1: 0.9474, right: 18 },
      candidate: { precision: 1, recall: 0.9, f1: 0.9474, right: 18 },
    });
    expect(comparison.accuracy.candidate.all).toBe(0.925);
    expect(comparison.confusion.candidate.return_request).toEqual({ greeting: 1 });
  });

  it('lists the texts whose verdict changes, the worse ones first', () => {
    expect(comparison.changed.map(({ text, change }) => [text, change])).toEqual([
      ['text 2', 'worse'],
      ['text 30', 'worse'],
      ['text 0', 'better'],
    ]);
  });
});

describe('judge', () => {
  it('passes what is as good', () => {
    expect(judge(compare([0], [1]), bars)).toEqual({ passed: true, bars, reasons: [] });
  });

  it('stops a lower total, and says from what to what', () => {
    expect(judge(compare([], [0]), bars).reasons).toEqual([
      { code: 'total_fell', intent: null, from: 1, to: 0.975, lost: 1 },
    ]);
  });

  it('stops an intent that falls although the total rises', () => {
    const verdict = judge(compare([0, 1, 2, 3], [20, 21, 22]), bars);
    expect(verdict.reasons.map(({ code, intent, lost }) => [code, intent, lost])).toEqual([
      ['intent_fell', 'return_request', 3],
    ]);
  });

  it('takes one text for noise, and other bars at their word', () => {
    const better = compare([0, 1], [20]);
    expect(judge(better, bars).passed).toBe(true);
    expect(judge(better, { ...bars, intentFall: 0.01, ignoreTexts: 0 }).passed).toBe(false);
    expect(judge(better, { ...bars, leastTexts: 41 }).reasons[0]?.code).toBe('too_few_texts');
  });
});
