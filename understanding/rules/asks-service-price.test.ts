import { expect, it } from 'vitest';
import { asksServicePrice } from './asks-service-price.ts';

it.each([
  '装要多少钱',
  '装空调要多少钱',
  '请问安装费多少',
  '修一下屏幕多少钱',
  'how much to install an air conditioner',
  'how much do you charge for fitting',
  'what is the cost of repairing a zip',
  'repair costs',
])('what a service costs: %s', (said) => expect(asksServicePrice(said)).toBe(true));

it.each([
  '空调多少钱',
  '装饰灯多少钱',
  '维修工具箱多少钱',
  '冰箱装得下吗，多少钱',
  'how much is the repair kit',
  'how much is the bike',
])('what goods cost: %s', (said) => expect(asksServicePrice(said)).toBe(false));
