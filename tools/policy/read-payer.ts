import type { Payer, ShippingPaidBy } from './rule.ts';

const CUSTOMER = /^(?:the )?(?:customer|buyer|client|consumer|you)s?$|顾客|客户|买家|消费者|您/i;
const SHOP = /^(?:the )?(?:shop|store|seller|merchant|company|retailer|we|us|free)$|商家|卖家|店|我们|免费|包邮/i;

const asPayer = (value: unknown): Payer | null => {
  if (value === true) return 'shop';
  if (typeof value !== 'string') return null;
  const said = value.trim();
  return CUSTOMER.test(said) ? 'customer' : SHOP.test(said) ? 'shop' : null;
};

/** Who pays for sending things back: one for all, or `{noReason, fault}`; undefined: it can't be read. */
export function readShippingPaidBy(value: unknown): ShippingPaidBy | undefined {
  const fields: Record<string, unknown> =
    typeof value === 'object' && value !== null ? { ...value } : { noReason: value };
  const noReason = asPayer(fields.noReason ?? fields.withoutReason ?? fields.otherwise ?? fields.default);
  const fault = asPayer(fields.fault ?? fields.faulty ?? fields.defect ?? fields.quality);
  return noReason || fault ? { noReason, fault } : undefined;
}
