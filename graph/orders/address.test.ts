import { expect, it } from 'vitest';
import { extractAddress } from './address.ts';

it.each([
  ['把地址改成杭州市西湖区文三路 9 号', '杭州市西湖区文三路 9 号'],
  ['新地址是：广州市天河区体育西路 100 号 5 楼。', '广州市天河区体育西路 100 号 5 楼'],
  ['Please change the address to 22 Baker Street, London', '22 Baker Street, London'],
  [
    'Please change the default address in my account to 7 Elm Road, Springfield, 62704.',
    '7 Elm Road, Springfield, 62704',
  ],
  ['can you ship it to 5 Elm Road, Springfield?', '5 Elm Road, Springfield'],
])('%s', (text, address) => {
  expect(extractAddress(text, false)).toBe(address);
});

it('takes the whole message only when it was asked for', () => {
  expect(extractAddress('成都市锦江区红星路 3 号', true)).toBe('成都市锦江区红星路 3 号');
  expect(extractAddress('成都市锦江区红星路 3 号', false)).toBeUndefined();
  expect(extractAddress('我想改地址', true)).toBeUndefined();
  expect(extractAddress('change my address', true)).toBeUndefined();
  expect(extractAddress('我要改订单 20261119-0386 的地址', true)).toBeUndefined();
  expect(extractAddress('I need another delivery address for order BK-1001.', true)).toBeUndefined();
  expect(extractAddress('BK-1001', true)).toBeUndefined();
  expect(extractAddress('就 61001 和 61002', true)).toBeUndefined();
  expect(extractAddress('BK-1001 and BK-1002', true)).toBeUndefined();
  expect(extractAddress('新西兰奥克兰市女王街 12 号', true)).toBe('新西兰奥克兰市女王街 12 号');
});

it('takes no other wish for the address that was asked for', () => {
  expect(extractAddress('need an invoice too, made out to Vantage GmbH, vat id DE123456789', true)).toBeUndefined();
  expect(extractAddress('发票抬头开江南文具有限公司，税号 91320500MA1X2Y3Z4K', true)).toBeUndefined();
});

it('leaves what is said to us behind an address out of it', () => {
  expect(extractAddress('send it to 9 Harbour Street, Cork please, thanks!', false)).toBe('9 Harbour Street, Cork');
  expect(extractAddress('改送到苏州市平江路 12 号，谢谢', false)).toBe('苏州市平江路 12 号');
});

it('leaves the house out that it is not', () => {
  expect(extractAddress('it should go to 15 Mill Row, not 14', true)).toBe('it should go to 15 Mill Row');
  expect(extractAddress('公司地址是苏州市平江路 12 号，不是 21 号', false)).toBe('苏州市平江路 12 号');
});

it('reads an address behind the bare wish to change it', () => {
  expect(extractAddress('收货地址换一下 成都市锦江区红星路 9 号', false)).toBe('成都市锦江区红星路 9 号');
});

it('leaves what leads to an address out of it', () => {
  expect(extractAddress('ok. so the address: 3 Quay Street, Dundee', true)).toBe('3 Quay Street, Dundee');
  expect(extractAddress("it's 9 Toll Road, York", true)).toBe('9 Toll Road, York');
  expect(extractAddress('嗯 收货地址是苏州市平江路 12 号', true)).toBe('苏州市平江路 12 号');
});

it('takes another wish with a number in it for no address', () => {
  expect(extractAddress('我要长的那种 换成228的', true)).toBeUndefined();
  expect(extractAddress('我要换成红星路 9 号', true)).toBeDefined();
});
