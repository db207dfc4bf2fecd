import { z } from 'zod';
import { ORDER_STATUSES, type OrderStatus } from '../../stores/order-statuses.ts';
import type { LocalText } from '../../stores/schema.ts';
import { type Limit, readFrom, readLimit } from './read-limit.ts';
import { readShippingPaidBy } from './read-payer.ts';
import type { Exclusion, Fee, PolicyRule } from './rule.ts';

const localText = z.union([z.string().min(1), z.object({ zh: z.string().optional(), en: z.string().optional() })]);
const asText = (value: unknown): LocalText | null => {
  const read = localText.safeParse(value);
  return read.success && (typeof read.data === 'string' || read.data.zh || read.data.en)
    ? (read.data as LocalText)
    : null;
};
const textsOf = (value: unknown): string[] => {
  const text = asText(value);
  if (text === null) return [];
  return typeof text === 'string' ? [text] : [text.zh, text.en].filter((one) => one !== undefined);
};

const SAME: Readonly<Record<string, OrderStatus>> = {
  unpaid: 'pending',
  awaiting_payment: 'pending',
  processed: 'processing',
  preparing: 'processing',
  packed: 'processing',
  dispatched: 'shipped',
  in_transit: 'shipped',
  received: 'delivered',
  canceled: 'cancelled',
  fulfilled: 'delivered',
  dispatch: 'shipped',
  shipping: 'shipped',
  shipment: 'shipped',
  delivery: 'delivered',
  payment: 'paid',
  待付款: 'pending',
  未付款: 'pending',
  已付款: 'paid',
  备货中: 'processing',
  已发货: 'shipped',
  发货: 'shipped',
  已签收: 'delivered',
  已送达: 'delivered',
  签收: 'delivered',
  已完成: 'completed',
  已取消: 'cancelled',
  已退货: 'returned',
};
const asStatus = (value: unknown): OrderStatus | undefined => {
  if (typeof value !== 'string') return undefined;
  const plain = value
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  return ORDER_STATUSES.find((status) => status === plain) ?? SAME[plain];
};

/** "until shipped", "before dispatch", 发货前: the states before that one. */
function statusesUntil(value: unknown): OrderStatus[] | undefined {
  if (typeof value !== 'string') return undefined;
  const plain = value
    .trim()
    .replace(/^(?:before|until|till|up to|not yet)[\s_-]+/i, '')
    .replace(/之?前$/u, '');
  const end = asStatus(plain);
  const place = end === undefined ? -1 : ORDER_STATUSES.indexOf(end);
  return place > 0 ? ORDER_STATUSES.slice(0, place) : undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const number = (value: unknown): number | undefined => {
  const read = typeof value === 'string' && value.trim() !== '' ? Number(value.replace(/[^\d.]/g, '')) : value;
  return typeof read === 'number' && Number.isFinite(read) && read >= 0 ? read : undefined;
};

function readFee(value: unknown): Fee | undefined {
  if (typeof value === 'string' && value.trim().endsWith('%')) return { amount: 0, share: (number(value) ?? 0) / 100 };
  const plain = number(value);
  if (plain !== undefined) return { amount: plain, share: 0 };
  if (!isRecord(value)) return undefined;
  const percent = number(value.percent ?? value.percentage ?? value.rate);
  const amount = number(value.amount ?? value.fixed ?? value.value);
  if (percent === undefined && amount === undefined) return undefined;
  return { amount: amount ?? 0, share: percent === undefined ? 0 : percent > 1 ? percent / 100 : percent };
}

function readExcluded(value: unknown): Exclusion[] {
  return (Array.isArray(value) ? value : [value]).flatMap((entry): Exclusion[] => {
    if (!isRecord(entry) || asText(entry) !== null) {
      const names = textsOf(entry);
      return names.length > 0 ? [{ names, reason: null }] : [];
    }
    const names = ['category', 'product', 'productId', 'name', 'categories', 'products'].flatMap((key) =>
      (Array.isArray(entry[key]) ? entry[key] : [entry[key]]).flatMap(textsOf),
    );
    if (names.length === 0) return [];
    const when = typeof entry.when === 'string' ? { when: entry.when } : {};
    return [{ names, ...when, reason: asText(entry.reason) }];
  });
}

function readSource(value: unknown): PolicyRule['source'] {
  if (isRecord(value) && asText(value.document ?? value.title) !== null)
    return { document: asText(value.document ?? value.title) ?? '', section: asText(value.section) };
  const document = asText(value);
  return document === null ? null : { document, section: null };
}

const FAULT = /fault|defect|damaged|broken|quality|质量|瑕疵|损坏|故障/i;
const flat = (key: string): string => key.toLowerCase().replace(/[\s_-]/g, '');

/** Shapes a rule may have in a shop's file; each key says what it does to the rule, false: not understood. */
const KEYS: Readonly<Record<string, (rule: PolicyRule, value: unknown) => boolean>> = {};
const on = (keys: string[], read: (rule: PolicyRule, value: unknown) => boolean): void => {
  for (const key of keys) Object.assign(KEYS, { [flat(key)]: read });
};
const limited = (rule: PolicyRule, limit: Limit | undefined): boolean => {
  if (!limit) return false;
  rule.days = limit.days;
  if (limit.from) rule.from = limit.from;
  return true;
};
function readStatuses(rule: PolicyRule, value: unknown): boolean {
  const said = Array.isArray(value) ? value : [value];
  const read = said.map(asStatus);
  const until = said.length === 1 ? statusesUntil(said[0]) : undefined;
  const statuses = read.some((one) => one === undefined) ? until : read.filter((one) => one !== undefined);
  if (statuses) rule.allowedStatuses = statuses;
  return statuses !== undefined;
}
on(
  ['allowedStatuses', 'statuses', 'status', 'allowedStatus', 'when', 'orderStatuses', 'states', 'allowedIn'],
  readStatuses,
);
on(
  [
    'within',
    'withinDays',
    'days',
    'window',
    'windowDays',
    'period',
    'timeLimit',
    'limit',
    'deadline',
    'maxDays',
    'daysAfterDelivery',
    'returnWindow',
    'returnWindowDays',
  ],
  (rule, value) => limited(rule, readLimit(value)),
);
on(['withinHours', 'hours', 'maxHours'], (rule, value) => {
  const hours = number(value);
  return hours !== undefined && limited(rule, { days: hours / 24 });
});
on(['until', 'before'], (rule, value) => {
  if (value === null) return true;
  const statuses = statusesUntil(value);
  if (statuses) rule.allowedStatuses = statuses;
  return statuses !== undefined || limited(rule, readLimit(value));
});
on(['from', 'since', 'countedFrom', 'startsFrom', 'startFrom', 'start', 'startsAt', 'after'], (rule, value) => {
  const from = readFrom(value);
  if (from) rule.from = from;
  return from !== undefined;
});
on(['faultWithin', 'defectWithin', 'faultyWithin', 'faultDays', 'defectiveDays'], (rule, value) => {
  const limit = readLimit(value);
  if (limit) rule.faultDays = limit.days;
  return limit !== undefined;
});
on(['condition', 'conditions', 'onlyFaulty', 'requires'], (rule, value) => {
  if (typeof value === 'boolean') rule.onlyFaulty = value;
  const conditions = (Array.isArray(value) ? value : [value]).flatMap((one) => asText(one) ?? []);
  const [only] = conditions;
  rule.onlyFaulty ||= conditions.length === 1 && textsOf(only).some((text) => FAULT.test(text));
  rule.condition = rule.onlyFaulty ? null : (only ?? null);
  return true;
});
on(['fee', 'cancellationFee', 'restockingFee', 'restocking_fee', 'handlingFee', 'feePercent'], (rule, value) => {
  const fee = value === null ? { amount: 0, share: 0 } : readFee(value);
  if (fee) rule.fee = fee;
  return fee !== undefined;
});
on(['shippingPaidBy', 'returnShipping', 'returnShippingPaidBy', 'postagePaidBy', 'freeReturns'], (rule, value) => {
  const payers = readShippingPaidBy(value);
  if (payers) rule.shippingPaidBy = payers;
  return payers !== undefined;
});
on(
  ['excluded', 'exclusions', 'excludedCategories', 'except', 'exceptions', 'notFor', 'nonReturnable'],
  (rule, value) => {
    rule.excluded = value === null ? [] : readExcluded(value);
    return true;
  },
);
on(['reasons', 'allowedReasons'], (rule, value) => {
  rule.reasons = (Array.isArray(value) ? value : []).flatMap((one) => asText(one) ?? []);
  return Array.isArray(value);
});
on(
  ['approval', 'approvalAbove', 'needsApproval', 'requiresApproval', 'approveAbove', 'requiresApprovalAbove'],
  (rule, value) => {
    const above = isRecord(value) ? number(value.above ?? value.amount ?? value.refundAbove) : number(value);
    rule.approvalAbove =
      value === true || value === 'always' ? 0 : value === false || value === null ? null : (above ?? 0);
    return true;
  },
);
on(['allowed', 'enabled', 'possible', 'supported'], (rule, value) => {
  if (typeof value !== 'boolean') return readStatuses(rule, value);
  rule.allowed = value;
  return true;
});
on(['text', 'rule', 'description', 'note', 'summary', 'message'], (rule, value) => {
  rule.text = asText(value);
  return rule.text !== null;
});
on(['source', 'document', 'reference'], (rule, value) => {
  rule.source = readSource(value);
  return true;
});
/** Of states that can't be read, the fewest are allowed. */
const strictest = (rule: PolicyRule): void => {
  const [first] = rule.allowedStatuses;
  rule.allowedStatuses = first === undefined ? [] : [first];
};

/** Known to other readers, or nothing to act on. */
const ELSEWHERE = new Set([
  'type',
  'titlechangewithin',
  'to',
  'atleast',
  'cardwithin',
  'name',
  'id',
  'action',
  'refundto',
]);

/** Reads one rule into a copy of the default; what it can't read is named in `notUnderstood`. */
export function readRule(value: unknown, fallback: PolicyRule, at: string, notUnderstood: string[]): PolicyRule {
  if (value === undefined || value === null) return { ...fallback };
  const rule: PolicyRule = { ...fallback, stated: true };
  if (typeof value === 'boolean') return { ...rule, allowed: value };
  rule.allowed = true;
  if (typeof value === 'number') return { ...rule, days: value };
  if (typeof value === 'string') {
    const statuses = statusesUntil(value);
    const limit = readLimit(value);
    if (statuses) rule.allowedStatuses = statuses;
    else if (!limited(rule, limit)) {
      if (/^(?:no|not allowed|never|不支持|不可)/i.test(value.trim())) rule.allowed = false;
      else notUnderstood.push(at);
    }
    return { ...rule, text: value };
  }
  if (!isRecord(value)) {
    notUnderstood.push(at);
    return rule;
  }
  for (const [key, field] of Object.entries(value)) {
    const read = KEYS[flat(key)];
    const understood = read?.(rule, field);
    if (understood === false && /status|allowed|state|until|before|when/i.test(key)) strictest(rule);
    if (read ? !understood : !ELSEWHERE.has(flat(key))) notUnderstood.push(`${at}.${key}`);
  }
  return rule;
}
