import { type PaymentMethod, paymentName } from '../../../tools/orders/payment-methods.ts';

const KINDS: ReadonlyArray<readonly [RegExp, RegExp]> = [
  [/礼品卡|购物卡|gift ?card/i, /gift/i],
  [/信用卡|credit ?card/i, /credit/i],
  [/借记卡|储蓄卡|debit ?card/i, /debit/i],
  [/paypal/i, /paypal/i],
  [/支付宝|alipay/i, /alipay/i],
  [/微信|wechat/i, /wechat/i],
  [/银联|unionpay/i, /unionpay/i],
];

/** The saved methods that a message means: by button, last digits, id, brand or kind. */
export function paymentsSaid(text: string, methods: readonly PaymentMethod[]): PaymentMethod[] {
  const trimmed = text.trim();
  const exact = methods.filter(
    (method) =>
      paymentName(method, 'zh') === trimmed || paymentName(method, 'en') === trimmed || text.includes(method.id),
  );
  if (exact.length > 0) return exact;
  const byDigits = methods.filter(({ lastFour }) => lastFour !== null && text.includes(lastFour));
  if (byDigits.length > 0) return byDigits;
  const brands = methods.filter(({ brand }) => brand !== null && text.toLowerCase().includes(brand.toLowerCase()));
  if (brands.length > 0) return brands;
  const kinds = KINDS.filter(([said]) => said.test(text)).map(([, kind]) => kind);
  return methods.filter((method) => kinds.some((kind) => kind.test(method.kind)));
}
