/** Who pays: the two parties of a shop's rules. */
type Party = 'customer' | 'shop';

const PAYS = '承担|负担|支付|付|出|掏|扣';
const SHOP_PAYS = new RegExp(
  `(?:我们|本店|商家|卖家|店铺|店家|我方)[^，。；,;]{0,6}?(?:${PAYS})|由(?:我们|本店|商家|卖家|店铺)|\\b(?:we|the shop|the seller|us)\\b(?: will| also| always)? (?:pay|cover|bear)|\\b(?:paid|covered|borne) by (?:us|the shop|the seller)\\b`,
  'i',
);
const CUSTOMER_PAYS = new RegExp(
  `(?:您|你|顾客|买家|客户|用户)(?:自己|自行|也|需要?|要|本人)*(?:${PAYS})|由(?:您|你|顾客|买家|客户|用户)(?:自己|自行)?|\\b(?:you|the customer|the buyer)\\b(?: will| also| have to| must| simply)? (?:pay|cover|bear)|\\b(?:paid|covered|borne) by (?:you|the customer|the buyer)\\b`,
  'i',
);

/** Who pays by a sentence; undefined where it says nothing of it, or both do. */
export function payerOf(text: string): Party | undefined {
  const [shop, customer] = [SHOP_PAYS.test(text), CUSTOMER_PAYS.test(text)];
  return shop === customer ? undefined : shop ? 'shop' : 'customer';
}

/** Whether a claim makes the other party pay than its source does. */
export const paysOtherwise = (claim: string, source: string): boolean => {
  const [said, known] = [payerOf(claim), payerOf(source)];
  return said !== undefined && known !== undefined && said !== known;
};

/** Words that widen a rule; a claim may hold them only where its source does. Each row says the same. */
const SWEEPING: readonly RegExp[] = [
  /免费|免收|不收费|无需付费|\bfree\b|\bgratis\b|no charge|at no cost/i,
  /终身|永久|终生|\blifetime\b|\bfor life\b|\bforever\b|\bpermanent/i,
  /当天|当日|即时|立即|马上|\bsame day\b|\bon the day\b|\bat once\b|\bimmediately\b|\binstantly\b/i,
  /随时|任何时候|不限|无限|\bat any time\b|\bas often as\b|\bunlimited\b/i,
  /任何情况|一律|全都|无论|\bin (?:every|any) case\b|\balways\b|\bunconditional/i,
  /自动|\bautomatic|\bby themselves\b/i,
  /\bevery (?!time|day|week|month|year|other)|\bany\b|所有|任何/i,
];

/** Whether a claim is wider than what it rests on: "free", "always", "on the same day" that its source does not say. */
export const overstates = (claim: string, source: string): boolean =>
  SWEEPING.some((words) => words.test(claim) && !words.test(source));
