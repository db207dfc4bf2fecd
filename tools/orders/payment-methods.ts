import { z } from 'zod';
import { textOf } from '../../stores/local-text.ts';
import type { Language } from '../../stores/schema.ts';
import { formatMoney } from '../format.ts';

/** A saved way to pay. `balance`: what a gift card still holds; null: not limited. */
export interface PaymentMethod {
  id: string;
  kind: string;
  brand: string | null;
  lastFour: string | null;
  balance: number | null;
}

const text = z.union([z.string(), z.number()]).transform(String).nullish().catch(null);
const methodSchema = z.looseObject({
  id: z.union([z.string().min(1), z.number()]).transform(String),
  kind: text,
  type: text,
  method: text,
  source: text,
  brand: text,
  lastFour: text,
  last_four: text,
  balance: z.coerce.number().nullish().catch(null),
});

/** Reads what shops' files say of saved methods; entries without an id can't be chosen and are left out. */
export function readPaymentMethods(rows: unknown): PaymentMethod[] {
  return (Array.isArray(rows) ? rows : []).flatMap((row) => {
    const read = methodSchema.safeParse(row);
    if (!read.success) return [];
    const { id, kind, type, method, source, brand, lastFour, last_four, balance } = read.data;
    return [
      {
        id,
        kind: kind ?? type ?? method ?? source ?? id.replace(/_?\d+$/, ''),
        brand: brand ?? null,
        lastFour: lastFour ?? last_four ?? null,
        balance: balance ?? null,
      },
    ];
  });
}

const NAMES: Record<string, Record<Language, string>> = {
  gift_card: { zh: '礼品卡', en: 'gift card' },
  credit_card: { zh: '信用卡', en: 'credit card' },
  debit_card: { zh: '借记卡', en: 'debit card' },
  paypal: { zh: 'PayPal', en: 'PayPal' },
  alipay: { zh: '支付宝', en: 'Alipay' },
  wechat_pay: { zh: '微信支付', en: 'WeChat Pay' },
  unionpay: { zh: '银联', en: 'UnionPay' },
};

/** A way to pay in words; one that only the shop knows is shown as it is. */
export const paymentKind = (kind: string, language: Language): string =>
  NAMES[kind]?.[language] ?? textOf(kind, language).replaceAll('_', ' ');

/** "credit card visa ····1234". */
export function paymentName(method: PaymentMethod, language: Language): string {
  return [paymentKind(method.kind, language), method.brand, method.lastFour ? `····${method.lastFour}` : '']
    .filter(Boolean)
    .join(' ');
}

/** The method by its id, by its kind or brand, or by its last digits. */
export const findPaymentMethod = (methods: readonly PaymentMethod[], said: string): PaymentMethod | undefined =>
  methods.find(({ id }) => id === said);

/** What stands in the way of paying an amount with it; undefined: nothing. */
export function cannotPay(
  method: PaymentMethod,
  amount: number,
  view: { language: Language; currency: string },
): string | undefined {
  if (amount <= 0 || method.balance === null || method.balance >= amount) return undefined;
  const [balance, needed] = [formatMoney(method.balance, view.currency), formatMoney(amount, view.currency)];
  return view.language === 'zh'
    ? `${paymentName(method, 'zh')}余额只有 ${balance}，不够支付 ${needed}。请换一种支付方式。`
    : `The ${paymentName(method, 'en')} holds only ${balance}, less than the ${needed} needed. Please choose another way to pay.`;
}
