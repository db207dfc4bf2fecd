import type { OrderShapes } from './order-shapes.ts';

/** Numbers and addresses of a message that name something: orders, parcels, phones, mailboxes. */
export interface Identifiers {
  orderIds: string[];
  trackingNumbers: string[];
  phones: string[];
  emails: string[];
}

const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
/** Letters, digits and inner dashes with a digit in it; a leading # belongs to it. */
const CODE = codeWith('');
const CN_MOBILE = /(?<!\d)(?:\+?86[- ]?)?(1[3-9]\d)[- ]?(\d{4})[- ]?(\d{4})(?!\d)/g;
const INTERNATIONAL =
  /(?<![\w])\+\d{1,3}[ -]?(?:\(?\d{1,4}\)?[ -]?){2,5}\d(?!\d)|(?<!\d)\(?\d{3}\)?[ -]\d{3}[ -]\d{4}(?!\d)/g;
/** A message of nothing but a number of a country's own network, in groups: "07700 900 123". */
const NATIONAL_ALONE = /^\s*0\d{2,4}(?:[ -]\d{2,7}){1,3}\s*$/g;
/** Phones that look like no other number. */
export const SURE_PHONES: readonly RegExp[] = [INTERNATIONAL, CN_MOBILE];
/** What is a phone's number where a word announces one. */
export const PHONE_DIGITS = /(?<![\w-])\+?\d(?:[ ()-]?\d){6,14}(?![\w-])/g;
const TRACKING_BEFORE =
  /(?:快递单?号?|运单号?|物流单?号?|tracking(?: number| no\.?| id| code)?|waybill(?: number)?|awb)\s*(?:是|为|[:：#]|is)?\s*$/i;
const ORDER_BEFORE = /(?:订单编?号?|定单号?|单号|编号|order(?: number| no\.?| id)?|#)\s*(?:是|为|[:：#]|is)?\s*$/i;
/** "Where's 9x2k7": what is asked after is an order, if it looks like a code at all. */
const ASKED_AFTER = /(?:\bwhere(?:'s| is)|\btrack(?:ing)?|\bstatus of|查询?一?下|查询)\s*$/i;
/** "Cancel O-7", 退 1001: what is done to orders is done to this one, if the shop's numbers are like it. */
const ACTED_ON =
  /(?:\bcancel|\breturn|\bexchange|\brefund|\btrack|\b(?:status|state) of|\bwhere(?:'s| is)|取消|撤销|退货?|退掉|退款|换货?|催一?下?|查询?一?下?|跟踪)\s*(?:my|我的)?\s*$/i;
/** "I'd like to order 10", "can I order 2 of these": so many, not a number of an order. */
const ORDERING = /\b(?:to|i|we|you|can|could|please|gonna|wanna|just|and|re)\s*order\s*$/i;
const COUNTED =
  /^\s*(?:of|x|pcs|pieces?|pairs?|more|units?|boxes|packs?|sets?|items?|or|to|[个件只双套盒箱条瓶台份]|多)/i;
const MIXED = /^(?=(?:\w*\d){2})(?=\w*[a-z])[a-z\d]{5,}$/i;
const PHONE_BEFORE =
  /(?:电话|手机号?|号码|phone|mobile|call me (?:at|on)|tel\.?)(?: number)?\s*(?:[是为]|[改换]成|[:：]|(?:should |can |could )?(?:be|is|to))?\s*$/i;
/** A Chinese company's unified social credit code (GB 32100), which stands in for its tax number. */
const TAX_BEFORE =
  /(?:税号|纳税人识别号|信用代码|\b(?:vat|tax|gst|ust-?id|siret|abn)\b[a-z .-]{0,20}?)\s*(?:是|为|[:：#]|is)?\s*$/i;
const TAX_NUMBER = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-Z]{10}$/i;
/** UPS; letters + digits + CN/HK/…: the postal union's S10; Chinese carriers' own prefixes. */
const TRACKING_SHAPE =
  /^(?:1Z[0-9A-Z]{16}|[A-Z]{2}\d{9}[A-Z]{2}|(?:SF|YT|ZT|STO|JT|JD[A-Z]{0,2}|YD|DPK|EMS|9[0-9]{1})\d{10,18})$/i;

/**
 * Finds them all; what a number is follows from its shape, the words before it and, where they are known,
 * the shapes of the shop's own order numbers. A bare one is an order's.
 */
export function findIdentifiers(text: string, shapes?: OrderShapes): Identifiers {
  const found: Identifiers = { orderIds: [], trackingNumbers: [], phones: [], emails: [] };
  let rest = text.normalize('NFKC').replace(/https?:\/\/\S+/gi, (link) => ' '.repeat(link.length));
  rest = blank(rest, EMAIL, (value) => found.emails.push(value));
  const isOrder = (value: string, before: string): boolean =>
    (ORDER_BEFORE.test(before) || (shapes?.fitsSurely(value) ?? false)) && !PHONE_BEFORE.test(before);
  rest = blank(rest, NATIONAL_ALONE, (value) => found.phones.push(value.trim()));
  rest = blank(rest, INTERNATIONAL, (value, before) => !isOrder(value, before) && found.phones.push(value.trim()));
  rest = blank(rest, CN_MOBILE, (value, before) => {
    if (isOrder(value, before)) return false;
    found.phones.push(value.replace(/[ -]/g, ''));
    return true;
  });
  rest = blank(rest, PHONE_DIGITS, (value, before) => PHONE_BEFORE.test(before) && found.phones.push(value.trim()) > 0);
  // "SO/2026/0098" where the shop's numbers are like that: elsewhere a slash stands between two things.
  const { separators = '' } = shapes ?? {};
  if (separators !== '')
    rest = blank(
      rest,
      codeWith(separators),
      (value, before) =>
        new RegExp(`[${separators}]`).test(value) &&
        (shapes?.fits(value) === true || isShort(value, { before, after: '', shapes })) &&
        addOnce(found.orderIds, value),
    );
  for (const match of rest.matchAll(CODE)) {
    const code = match[2] ?? '';
    const before = rest.slice(0, match.index);
    const marked = match[1] !== undefined;
    const announced =
      marked ||
      ORDER_BEFORE.test(before) ||
      TRACKING_BEFORE.test(before) ||
      (ASKED_AFTER.test(before) && MIXED.test(code));
    if (TAX_BEFORE.test(before)) continue;
    const after = rest.slice(match.index + match[0].length);
    const fits =
      (shapes?.fits(code) ?? false) || isShort(code, { before: `${before}${match[1] ?? ''}`, after, shapes });
    if (!fits && !marked && orderedThings(before, code, after)) continue;
    if (!fits && (!looksLikeCode(code, announced) || TAX_NUMBER.test(code))) continue;
    if (isAmount(rest, match.index + match[0].length, before)) continue;
    const tracking =
      TRACKING_BEFORE.test(before) ||
      (TRACKING_SHAPE.test(code) && !fits && !/(?:订单|定单|order)[^，。,.]{0,12}$/i.test(before));
    addOnce(tracking ? found.trackingNumbers : found.orderIds, marked ? `#${code}` : code);
  }
  return found;
}

/** "Order 200 shakers" tells how many of what. */
const orderedThings = (before: string, code: string, after: string): boolean =>
  /\border\s*$/i.test(before) &&
  /^\d{1,4}$/.test(code) &&
  /^ (?!and\b|or\b|is\b|has\b|was\b|to\b|please\b)[a-z]{3,}/i.test(after);

/** Five digits, or letters with four; after "order" or "#" three characters with a digit do. Dates and sizes are neither. */
function looksLikeCode(code: string, announced: boolean): boolean {
  const digits = code.replace(/\D/g, '').length;
  if (digits === 0 || /^\d{4}-\d{1,2}-\d{1,2}$/.test(code)) return false;
  if (announced) return code.length >= 3 && digits >= 2;
  if (/^\d+$/.test(code)) return digits >= 5;
  if (/^\d+[a-z]+$/i.test(code)) return digits >= 6;
  return digits >= 4 && code.length >= 5 && (/[-_]/.test(code) || digits >= 5 || /^[A-Z]{1,3}\d{4,}$/.test(code));
}

/** A number too short to be known by its looks, where the words around it say that it is an order's. */
function isShort(code: string, around: { before: string; after: string; shapes: OrderShapes | undefined }): boolean {
  const { before, after, shapes } = around;
  if (!/\d/.test(code) || !shapes?.fitsShort(code)) return false;
  if (ORDER_BEFORE.test(before)) return !/^\d+$/.test(code) || !(ORDERING.test(before) || COUNTED.test(after));
  return ACTED_ON.test(before) && (/[a-z]/i.test(code) || code.length >= 3) && !COUNTED.test(after);
}

function isAmount(text: string, end: number, before: string): boolean {
  return (
    /[$€£¥]\s*$/.test(before) ||
    /^\s?(?:块|元|万|毫安|mah|美元|dollars?|usd|rmb|瓦|w\b|流明|转)/i.test(text.slice(end)) ||
    /^[.,]\d/.test(text.slice(end))
  );
}

function blank(text: string, pattern: RegExp, take: (value: string, before: string) => unknown): string {
  return text.replace(pattern, (value: string, ...rest) => {
    const at = rest.find((part): part is number => typeof part === 'number') ?? 0;
    return take(value, text.slice(0, at)) === false ? value : ' '.repeat(value.length);
  });
}

function addOnce(list: string[], value: string): true {
  if (!list.includes(value)) list.push(value);
  return true;
}

/** `separators` may stand within, too; of these signs none means anything in a class of a pattern. */
function codeWith(separators: string): RegExp {
  return new RegExp(`(#\\s?)?(?<![\\w.])([A-Za-z0-9]+(?:[-_${separators}][A-Za-z0-9]+)*)(?!\\w)`, 'g');
}
