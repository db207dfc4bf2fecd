import { expect, it } from 'vitest';
import { formatAddress } from './format-address.ts';

const shanghai = {
  city: { zh: '上海市', en: 'Shanghai' },
  line: { zh: '长宁区梧桐路 88 号', en: '88 Plane Tree Lane' },
  name: 'Nora',
  phone: '+1-555-0114',
  label: 'Home',
  country: { zh: '中国', en: 'China' },
  postcode: '200000',
  province: { zh: '上海市', en: 'Shanghai' },
};

it('writes an address in the order of the language, whatever the order of its fields', () => {
  expect(formatAddress(shanghai, 'en')).toBe('Nora +1-555-0114, 88 Plane Tree Lane, Shanghai, 200000, China');
  expect(formatAddress(shanghai, 'zh')).toBe('中国 上海市 长宁区梧桐路 88 号 200000，Nora +1-555-0114');
});

it('takes plain texts, unknown shapes and nothing', () => {
  expect(formatAddress('5 Elm Road', 'en')).toBe('5 Elm Road');
  expect(formatAddress({ zh: '路 1 号', en: '1 Road' }, 'zh')).toBe('路 1 号');
  expect(formatAddress({ where: 'the harbour' }, 'en')).toBe('the harbour');
  expect(formatAddress(null, 'en')).toBeNull();
});
