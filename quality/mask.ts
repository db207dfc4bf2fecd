import { anyOf } from '../text/any-of.ts';
import { pattern } from '../text/pattern.ts';
import { findIdentifiers } from '../understanding/slots/identifiers.ts';

const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const PHONE = anyOf(
  /(?<![\w-])(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?![\w-])/g,
  /(?<![\w])\+\d{1,3}[ -]?(?:\(?\d{1,4}\)?[ -]?){2,5}\d(?!\d)|(?<!\d)\(?\d{3}\)?[ -]\d{3}[ -]\d{4}(?!\d)/g,
  /(?<!\d)0\d{2,3}[- ]\d{7,8}(?!\d)/g,
);
/** A Han character of a place's name: not one that leads up to it ("送到", "改成", "地址是"). */
const HAN = '(?:(?![到成为是在至给往])\\p{Script=Han})';
/** From the province, city or district to the house number, room included. */
const ADDRESS_ZH = new RegExp(
  `(?:${HAN}{2,8}?(?:省|自治区))?(?:${HAN}{2,8}?市)?(?:${HAN}{1,8}?[区县旗])?(?:${HAN}{1,10}?(?:镇|乡|街道))?` +
    `(?:${HAN}|\\d){1,10}?(?:路|街|大道|巷|弄|胡同|村|小区|花园|大厦|广场)` +
    `(?:${HAN}{0,8}?[\\d一二三四五六七八九十]+(?:号楼?|栋|幢|单元|室|层|楼|弄|座))+(?:[-\\d]+室?)?`,
  'gu',
);
const HOUSE = /(?<!\w)\d{1,5}[A-Za-z]?/gi;
const STREET_NAME = /(?:[A-Z][\w'.-]*\s+){1,4}/gi;
const STREET = anyOf(
  /Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct/gi,
  /Place|Pl|Way|Square|Terrace/gi,
);
const FLAT = /,?\s+(?:Apt|Apartment|Unit|Suite|Floor|Flat)\.?\s*#?\w+/gi;
const TOWN = /,\s*[A-Z][A-Za-z .]+?(?:,?\s+[A-Z]{2})?\s+\d{4,6}(?:-\d{4})?/gi;
const ADDRESS_EN = pattern`${HOUSE}\s+${STREET_NAME}${STREET}\b\.?${FLAT}?${TOWN}?`;

/** The text without e-mail addresses, phones and postal addresses. */
export const maskContacts = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(EMAIL, '{email}')
    .replace(ADDRESS_ZH, '{address}')
    .replace(ADDRESS_EN, '{address}')
    .replace(PHONE, '{phone}');

/** The text with phones, e-mail and postal addresses, order and tracking numbers replaced by the names of their kinds. */
export function maskPersonal(text: string): string {
  const masked = maskContacts(text);
  const { orderIds, trackingNumbers } = findIdentifiers(masked);
  return [...orderIds, ...trackingNumbers]
    .sort((a, b) => b.length - a.length)
    .reduce((out, id) => out.replaceAll(id, '{order_id}'), masked);
}
