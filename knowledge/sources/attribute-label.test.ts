import { expect, it } from 'vitest';
import { tradeWords } from '../text/trade-words.ts';
import { attributeLabel } from './attribute-label.ts';

const zh = (key: string) => {
  const { label, unit } = attributeLabel(key, 'zh', tradeWords().lexicon);
  return `${label}|${unit}`;
};

it.each([
  ['pot_cm', '花盆|厘米'],
  ['battery_h', '电池|小时'],
  ['maxLoadKg', '最大承重|公斤'],
  ['nickel_free', '不含镍|'],
  ['no_added_sugar', '不含添加糖|'],
  ['use_after_opening_days', '开封后可用|天'],
  ['prescription_ready', '可配度数|'],
  ['capacity_persons', '容量|人'],
  ['max_people', '最多人数|'],
  ['calories_kcal', '热量|千卡'],
  ['r_value', 'R 值|'],
  ['chip', '芯片|'],
  ['driver_mm', '发声单元|毫米'],
  ['storage_gb', '存储|GB'],
  ['storage GB', '存储|GB'],
  ['screen_size_in', '屏幕尺寸|英寸'],
  ['made_in', '产地|'],
  ['players', '玩家人数|'],
  ['measure_seconds', '测量|秒'],
  ['flow_l_min', '流量|升/分钟'],
  ['产地', '产地|'],
  ['厚度厘米', '厚度|厘米'],
  ['重量(克)', '重量|克'],
  ['净重（公斤）', '净重|公斤'],
  ['甜度', '甜度|'],
])('names the property %s as a shop would: %s', (key, said) => {
  expect(zh(key)).toBe(said);
});

it('leaves a key in the shop’s own words where one of them is not known', () => {
  expect(zh('flurbish_pot')).toBe('flurbish pot|');
});

it('splits an English key into name and unit', () => {
  expect(attributeLabel('weight (lb)', 'en', tradeWords().lexicon)).toEqual({ label: 'weight', unit: 'lb' });
  expect(attributeLabel('CCA', 'en', tradeWords().lexicon).label).toBe('CCA');
  expect(attributeLabel('mist_ml_h', 'en', tradeWords().lexicon)).toEqual({ label: 'mist', unit: 'ml/h' });
  expect(attributeLabel('paper_g_m2', 'en', tradeWords().lexicon)).toEqual({ label: 'paper', unit: 'g/m²' });
  expect(attributeLabel('calories_kcal', 'en', tradeWords().lexicon)).toEqual({ label: 'calories', unit: 'kcal' });
});
