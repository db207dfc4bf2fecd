import type { Language } from '../../stores/schema.ts';
import type { Lexicon } from '../text/lexicon.ts';
import { stem } from '../text/stem.ts';
import { propertyNameZh } from './attribute-names.ts';

const UNITS: Record<string, { zh: string; en: string }> = {
  h: { zh: '小时', en: 'hours' },
  hours: { zh: '小时', en: 'hours' },
  min: { zh: '分钟', en: 'minutes' },
  minutes: { zh: '分钟', en: 'minutes' },
  days: { zh: '天', en: 'days' },
  months: { zh: '个月', en: 'months' },
  years: { zh: '年', en: 'years' },
  g: { zh: '克', en: 'g' },
  kg: { zh: '公斤', en: 'kg' },
  l: { zh: '升', en: 'litres' },
  ml: { zh: '毫升', en: 'ml' },
  w: { zh: '瓦', en: 'W' },
  v: { zh: '伏', en: 'V' },
  mah: { zh: '毫安时', en: 'mAh' },
  mm: { zh: '毫米', en: 'mm' },
  cm: { zh: '厘米', en: 'cm' },
  m: { zh: '米', en: 'm' },
  m2: { zh: '平方米', en: 'm²' },
  in: { zh: '英寸', en: 'inches' },
  inch: { zh: '英寸', en: 'inches' },
  db: { zh: '分贝', en: 'dB' },
  pa: { zh: '帕', en: 'Pa' },
  hz: { zh: '赫兹', en: 'Hz' },
  c: { zh: '摄氏度', en: '°C' },
  pct: { zh: '%', en: '%' },
  percent: { zh: '%', en: '%' },
  kcal: { zh: '千卡', en: 'kcal' },
  kwh: { zh: '千瓦时', en: 'kWh' },
  wh: { zh: '瓦时', en: 'Wh' },
  oz: { zh: '盎司', en: 'oz' },
  lb: { zh: '磅', en: 'lb' },
  ft: { zh: '英尺', en: 'ft' },
  kmh: { zh: '公里/小时', en: 'km/h' },
  mph: { zh: '英里/小时', en: 'mph' },
  km: { zh: '公里', en: 'km' },
  weeks: { zh: '周', en: 'weeks' },
  persons: { zh: '人', en: 'people' },
  people: { zh: '人', en: 'people' },
  lm: { zh: '流明', en: 'lm' },
  lux: { zh: '勒克斯', en: 'lux' },
  nits: { zh: '尼特', en: 'nits' },
  k: { zh: 'K', en: 'K' },
  ra: { zh: 'Ra', en: 'Ra' },
  sec: { zh: '秒', en: 's' },
  seconds: { zh: '秒', en: 'seconds' },
  ms: { zh: '毫秒', en: 'ms' },
  rpm: { zh: '转/分', en: 'rpm' },
  fps: { zh: '帧/秒', en: 'fps' },
  gb: { zh: 'GB', en: 'GB' },
  tb: { zh: 'TB', en: 'TB' },
  mb: { zh: 'MB', en: 'MB' },
  mp: { zh: '百万像素', en: 'MP' },
  mbps: { zh: 'Mbps', en: 'Mbps' },
  gbps: { zh: 'Gbps', en: 'Gbps' },
  ghz: { zh: 'GHz', en: 'GHz' },
  mhz: { zh: 'MHz', en: 'MHz' },
  khz: { zh: '千赫', en: 'kHz' },
  kw: { zh: '千瓦', en: 'kW' },
  aw: { zh: '吸入瓦', en: 'AW' },
  hp: { zh: '匹', en: 'hp' },
  ma: { zh: '毫安', en: 'mA' },
  ohm: { zh: '欧', en: 'Ω' },
  ohms: { zh: '欧', en: 'Ω' },
  bar: { zh: '巴', en: 'bar' },
  psi: { zh: 'psi', en: 'psi' },
  kpa: { zh: '千帕', en: 'kPa' },
  mg: { zh: '毫克', en: 'mg' },
  lbs: { zh: '磅', en: 'lb' },
  um: { zh: '微米', en: 'µm' },
  cm2: { zh: '平方厘米', en: 'cm²' },
  cm3: { zh: '立方厘米', en: 'cm³' },
  m3: { zh: '立方米', en: 'm³' },
  m3h: { zh: '立方米/小时', en: 'm³/h' },
  deg: { zh: '度', en: '°' },
  degrees: { zh: '度', en: '°' },
  gsm: { zh: '克/平方米', en: 'gsm' },
};
const BY_HAN = new Map(Object.values(UNITS).map((unit) => [unit.zh, unit]));
/** Units that end a Chinese key without a sign before them: 厚度厘米. Shorter ones end names, too (上市年, 甜度). */
const HAN_UNIT =
  /(?<=\p{Script=Han})(?:平方厘米|立方厘米|平方米|立方米|毫安时|厘米|毫米|公分|英寸|公斤|千克|毫克|毫升|小时|分钟|分贝|千卡|流明)$/u;
/** A unit in brackets: 重量（克）, "weight (lb)". */
const IN_BRACKETS = /\s*[（(]\s*([^（()）]+?)\s*[)）]\s*$/u;
const SAME_UNIT: Readonly<Record<string, string>> = { 公分: '厘米', 千克: '公斤' };

const unitOf = (written: string): { zh: string; en: string } | undefined =>
  UNITS[written] ?? BY_HAN.get(SAME_UNIT[written] ?? written);

/** Units that are also a property's own name ("max people"): with a word that needs no unit they stay words. */
const ALSO_NAMES = new Set(['people', 'persons']);

/** "Made in", "strokes per min", "vitamin k". */
const NO_UNIT_AFTER = new Set(['made', 'built', 'per', 'vitamin']);

/** Units that others are counted by: `_ml_h`, `_l_min` (but `temp_c_min` is a minimum), `_g_m2`. */
const PER: Record<string, RegExp> = { h: /./, min: /^m?l$/, m2: /^k?g$/ };

const HAN = /\p{Script=Han}/u;

/** Takes the unit off the words' end: `_ml` or, by another, `_ml_h`. */
function takeUnit(words: string[], language: Language): string | undefined {
  const written = words.at(-1)?.toLowerCase() ?? '';
  const unit = words.length > 1 && !NO_UNIT_AFTER.has(words.at(-2) ?? '') ? unitOf(written)?.[language] : undefined;
  if (unit === undefined || (ALSO_NAMES.has(written) && words.length === 2 && words[0] !== 'capacity'))
    return undefined;
  words.pop();
  const each = words.length > 1 && PER[written]?.test(words.at(-1) ?? '') ? UNITS[words.at(-1) ?? ''] : undefined;
  if (each === undefined) return unit;
  words.pop();
  return `${each[language]}/${written === 'h' && language === 'en' ? 'h' : unit}`;
}

/** `batteryLife_h` is "battery", "life" and "h", 厚度厘米 is 厚度 and 厘米. What is written in capitals (CCA) stays so. */
function wordsOf(key: string): string[] {
  const open = key
    .replace(IN_BRACKETS, (bracket, unit: string) => (unitOf(unit.toLowerCase()) ? `_${unit}` : bracket))
    .replace(HAN_UNIT, '_$&')
    .replace(/([a-z])([A-Z])/g, '$1_$2');
  return open
    .split(/[_\s-]+/)
    .filter(Boolean)
    .map((word) => (/^[A-Z]{2,5}$/.test(word) && (word === key || /[a-z]/.test(key)) ? word : word.toLowerCase()));
}

/** A property's name and unit from its key: `battery_with_case_h` gives "battery with case" and "hours". */
export function attributeLabel(key: string, language: Language, lexicon: Lexicon): { label: string; unit: string } {
  const words = wordsOf(key);
  const unit = takeUnit(words, language);
  if (language === 'en') return { label: words.join(' '), unit: unit ?? '' };
  const own = propertyNameZh(words.map((word) => word.toLowerCase()));
  if (own !== undefined) return { label: own, unit: unit ?? '' };
  const named = words.map((word) => lexicon.phrases.get(stem(word.toLowerCase()))?.[0]);
  const whole = lexicon.phrases.get(words.map((word) => stem(word.toLowerCase())).join(' '))?.[0];
  // Half translated it would be read by nobody: then the shop's own words stand.
  const label = whole ?? (named.every(Boolean) ? named.join('') : words.join(HAN.test(key) ? '' : ' '));
  return { label: label.replaceAll('#', ''), unit: unit ?? '' };
}
