import { describe, expect, it } from 'vitest';
import { missingValues, readValues } from './values.ts';

const missing = (claim: string, source: string) => missingValues(readValues(claim), readValues(source));

describe('values', () => {
  it.each([
    ['七天', '7 days'],
    ['满99元', 'over ¥99'],
    ['3 to 5 business days', '3-5个工作日'],
    ['20 November 2026', '2026年11月20日'],
    ['November 20, 2026', '2026-11-20T08:00:00Z'],
    ['at 2:30 pm', '14:30'],
    ['two years', '2年'],
    ['¥1,299', '"price":1299'],
    ['order kf20261120-0004', '#KF20261120-0004'],
    ['AF 50 and AF-50', 'AF50, 50'],
    ['15000 mAh', '1.5万毫安'],
    ['see shop.example.com/returns', 'https://shop.example.com/returns.'],
    ['1. First', 'First'],
  ])('%s is in %s', (claim, source) => {
    expect(missing(claim, source)).toEqual([]);
  });

  it.each([
    ['¥7', '7 days'],
    ['30 days', '30 yuan, 3 days'],
    ['11月12日', '11月20日，12月12日'],
    ['KF20261120-0005', 'KF20261120-0004'],
    ['10% off', '10 yuan off'],
    ['help@evil.example', 'help@shop.example'],
    ['https://evil.example', 'https://shop.example'],
    ['400-820-8821', '400-820-8820'],
    ['18:00', '9:00-22:00'],
    ['two years', '3年'],
  ])('%s is not in %s', (claim, source) => {
    expect(missing(claim, source).length).toBeGreaterThan(0);
  });
});
