import { describe, expect, it } from 'vitest';
import { loadIntents } from '../../understanding/intents.ts';
import type { ResolvedLabel } from '../labels/resolved-labels.ts';
import { countRows, datasetRows, isHeldBack } from './dataset-rows.ts';

const label = (text: string, over: Partial<ResolvedLabel['requests'][number]> = {}): ResolvedLabel => ({
  id: text,
  turnId: null,
  text,
  language: 'zh',
  requests: [{ text, intent: 'track_order', slots: [], inContext: false, ...over }],
  reply: null,
  labeller: 'qa',
  at: new Date(0),
});
const rowsOf = (...labels: ResolvedLabel[]) =>
  datasetRows(loadIntents(), labels).filter(({ origin }) => origin === 'label');

describe('datasetRows', () => {
  it('holds a fifth back, always the same texts', () => {
    const texts = Array.from({ length: 500 }, (_, n) => `包裹第${n}次没有消息`);
    const held = texts.filter(isHeldBack);
    expect(held.length).toBeGreaterThan(70);
    expect(held.length).toBeLessThan(130);
    expect(texts.filter(isHeldBack)).toEqual(held);
  });

  it('masks personal data and takes brackets for nothing', () => {
    expect(rowsOf(label('[急] 订单KF20250001 {到哪}了|13812345678'))[0]?.text).toBe(
      '急 订单{order_id} 到哪 了 {phone}',
    );
  });

  it('does not train on what only the conversation explains', () => {
    expect(rowsOf(label('那它呢', { inContext: true }))[0]?.split).toBe('context');
  });

  it('leaves talk about the conversation itself to the rules', () => {
    expect(rowsOf(label('刚说啥来着', { intent: 'dialogue_repeat' }))).toEqual([]);
  });

  it('never holds back what is shipped: every model has seen it', () => {
    const { intents } = loadIntents();
    const shipped = intents
      .flatMap(({ examples }) => examples.zh)
      .filter((text) => !/[[{]/.test(text) && isHeldBack(text));
    expect(shipped.length).toBeGreaterThan(0);
    expect(rowsOf(...shipped.slice(0, 5).map((text) => label(text))).every(({ split }) => split === 'train')).toBe(
      true,
    );
  });

  it('counts by intent and language', () => {
    const counts = countRows(datasetRows(loadIntents(), [label('我的包裹是不是丢在路上啦')]));
    expect(counts.labels).toBe(1);
    expect(counts.intents.track_order?.labels).toBe(1);
    expect(counts.rows).toBe(counts.train + counts.held + counts.context);
  });
});
