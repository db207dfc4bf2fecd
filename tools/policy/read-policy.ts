import { readLimit } from './read-limit.ts';
import { readRule } from './read-rule.ts';
import {
  CONFIRM_WITHIN_MS,
  DEFAULT_RULES,
  POLICY_ACTIONS,
  type Policy,
  type PolicyAction,
  type RuleInWords,
  type Term,
} from './rule.ts';

/** Names that shops give the rules, without spaces, dashes and case. */
const NAMES: Record<PolicyAction, string[]> = {
  cancel: ['cancel', 'cancellation', 'cancellations', 'cancelorder', '取消', '取消订单'],
  change_address: ['changeaddress', 'addresschange', 'modifyaddress', 'address', '修改地址', '改地址'],
  change_items: ['changeitems', 'itemchange', 'modifyitems', 'modify', 'modification', 'changeorder', '修改商品'],
  change_payment: ['changepayment', 'modifypayment', 'paymentchange', '修改支付方式'],
  return: ['return', 'returns', 'returnorder', 'returnpolicy', '退货', '退换货'],
  exchange: ['exchange', 'exchanges', 'exchangeorder', 'replacement', '换货'],
  invoice: ['invoice', 'invoices', 'invoicing', '发票', '开票'],
  invoice_title: ['invoicetitle', 'invoicetitlechange', 'changeinvoicetitle'],
  urge: ['urge', 'urgedelivery', 'expedite', '催单'],
  price_protection: ['priceprotection', 'pricematch', 'priceguarantee', 'priceadjustment', '价保', '价格保护', '保价'],
  undo: ['undo', 'revert', 'withdraw', '撤销'],
};
const REFUND = new Set(['refund', 'refunds', 'refundpolicy', '退款']);
/** What a policy may say that is for customers to read, not for this program to act on. */
const TERMS: Readonly<Record<string, Term>> = {
  shipping: 'delivery',
  delivery: 'delivery',
  warranty: 'warranty',
  guarantee: 'warranty',
  payment: 'payment',
  payments: 'payment',
};
/** What else stands in it. */
const FOR_READERS = new Set([
  'completion',
  'promotions',
  'coupons',
  'version',
  'updated',
  'updatedat',
  'currency',
  'name',
  'description',
  'text',
  'source',
  'approval',
  'approvals',
  'rules',
  'policy',
  'policies',
  'recommend',
  'recommendations',
]);
/** Whole windows written at the top: "returnWindowDays": 30. */
const WINDOW = /^(.*?)(?:window|period|within|limit)(?:(?:in)?days)?$/;

const DAY_MS = 86_400_000;

const flat = (key: string): string => key.toLowerCase().replace(/[\s_-]/g, '');
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const actionOf = (key: string): PolicyAction | undefined => {
  const plain = flat(key);
  const stem = plain.replace(/(?:policy|rules?)$/, '');
  return POLICY_ACTIONS.find((action) => NAMES[action].includes(plain) || NAMES[action].includes(stem));
};

/** The file's entries, whether it is an object, has them under `rules`, or is a list with an `action` in each. */
function entriesOf(file: unknown): Array<[string, unknown]> {
  if (Array.isArray(file))
    return file.flatMap((entry) =>
      isRecord(entry) ? [[String(entry.action ?? entry.name ?? entry.id ?? entry.type ?? ''), entry]] : [],
    );
  if (!isRecord(file)) return [];
  return Object.entries(file).flatMap(([key, value]) =>
    ['rules', 'policy', 'policies'].includes(flat(key)) ? entriesOf(value) : [[key, value] as [string, unknown]],
  );
}

/** Reads policy.json of any shop; what it does not say falls back to careful defaults, what is not understood is named. */
export function parsePolicy(value: unknown): Policy {
  const rules = structuredClone(DEFAULT_RULES);
  const notUnderstood: string[] = [];
  let approvalAbove: number | undefined;
  let refund: RuleInWords | null = null;
  const terms: Policy['terms'] = {};
  let confirmWithinMs = CONFIRM_WITHIN_MS;
  for (const [key, entry] of entriesOf(value)) {
    const action = actionOf(key);
    const think = flat(key) === 'confirmwithin' ? readMs(entry) : undefined;
    const term = TERMS[flat(key)];
    const window = WINDOW.exec(flat(key))?.[1];
    const windowOf = window ? actionOf(window) : undefined;
    if (action) rules[action] = readRule(entry, rules[action], key, notUnderstood);
    else if (windowOf) rules[windowOf] = readRule({ within: entry }, rules[windowOf], key, notUnderstood);
    else if (REFUND.has(flat(key))) refund = inWords(entry);
    else if (term) terms[term] = inWords(entry);
    else if (flat(key).startsWith('approval')) approvalAbove = readAbove(entry);
    else if (think) confirmWithinMs = think;
    else if (!FOR_READERS.has(flat(key))) notUnderstood.push(key);
    if (action === 'invoice' && isRecord(entry) && entry.titleChangeWithin !== undefined)
      rules.invoice_title = readRule(
        { within: entry.titleChangeWithin, text: entry.text, source: entry.source },
        rules.invoice_title,
        `${key}.titleChangeWithin`,
        notUnderstood,
      );
  }
  if (approvalAbove !== undefined)
    for (const action of ['cancel', 'return', 'exchange', 'change_items', 'price_protection'] as const)
      rules[action].approvalAbove ??= approvalAbove;
  return { rules, refund, terms, confirmWithinMs, notUnderstood };
}

/** Of a rule that nothing is checked against, what customers read. */
function inWords(entry: unknown): RuleInWords {
  const { text, source } = readRule(entry, DEFAULT_RULES.undo, '', []);
  return { text, source };
}

/** A time of any usual shape that ends, in ms. */
function readMs(entry: unknown): number | undefined {
  const days = readLimit(entry)?.days;
  return days ? Math.round(days * DAY_MS) : undefined;
}

function readAbove(entry: unknown): number | undefined {
  const value = isRecord(entry) ? (entry.refundAbove ?? entry.above ?? entry.amount) : entry;
  const read = typeof value === 'string' ? Number(value) : value;
  return typeof read === 'number' && Number.isFinite(read) && read >= 0 ? read : undefined;
}
