import { describe, expect, it } from 'vitest';
import { maskPersonal } from './mask.ts';

describe('maskPersonal', () => {
  it.each([
    ['我的电话是13812345678，邮箱 li.na@mail.cn', '我的电话是{phone},邮箱 {email}'],
    ['订单KF20250001到哪了', '订单{order_id}到哪了'],
    ['把地址改成上海市浦东新区世纪大道100号3栋502室', '把地址改成{address}'],
    ['送到杭州市西湖区文三路18号', '送到{address}'],
    ['Send it to 221 Baker Street, Apt 4B please', 'Send it to {address} please'],
    ['call me on +44 20 7946 0958 or (415) 555-0132', 'call me on {phone} or {phone}'],
    ['where is order #A-10234?', 'where is order {order_id}?'],
  ])('%s', (text, masked) => expect(maskPersonal(text)).toBe(masked));

  it.each(['300块以内的耳机有吗', 'Is the 500 ml bottle in stock?', '你们公司在哪条路上', '7天无理由怎么退'])(
    'leaves %s',
    (text) => expect(maskPersonal(text)).toBe(text),
  );
});
