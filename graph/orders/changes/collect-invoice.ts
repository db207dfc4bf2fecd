import { anyOf } from '../../../text/any-of.ts';
import type { Said } from './change.ts';
import { titleIn } from './collect-title.ts';

const PERSONAL = { zh: '个人', en: 'personal' };
/** The customer's own name will do: no company is meant. */
const FOR_A_PERSON = anyOf(
  /(?:开|抬头|要|写|^|\s)(?:给|是|写|成|开)?个人(?:的|发票|抬头|就行|就好|即可)*(?=$|[\s，。,.!！])/iu,
  /\b(?:personal(?: invoice)?|for myself|in my (?:own )?name|as an individual)\b/iu,
);
const COMPANY = anyOf(
  /^[^，,。？?]{2,60}(?:公司|集团|大学|学院|医院|工作室|事务所|研究院)$/iu,
  /^[^,.?]{2,60}\b(?:ltd|limited|gmbh|inc|llc|corp|b\.?v|s\.?a|plc)\.?$/iu,
);
const BEFORE_NAME =
  /^\s*(?:(?:please|ok|yes|it'?s|it is|the|company|to|for|好的?|请|麻烦|公司|单位|名称|名字|开给|写|给|是|叫|[:：,，\s])(?=[\s:：,，]|\p{Script=Han})\s*)+/iu;
const TAX_NUMBER =
  /(?:税号|纳税人识别号|统一社会信用代码|\b(?:vat|tax)\s*(?:id|number|no\.?|registration)?(?: number)?)\s*(?:是|为|[:：#]|is)?\s*([A-Za-z0-9][A-Za-z0-9-]{7,24})/iu;

/** Whom an invoice is made out to, and the tax number, where the message tells; both may be left out. */
export function collectInvoice({
  request: { text },
  view,
  known = {},
}: Pick<Said, 'request'> & { view: Pick<Said['view'], 'language'> } & Partial<Pick<Said, 'known'>>): {
  args: Record<string, unknown>;
} {
  const title =
    titleIn(text.replace(TAX_NUMBER, ' '), false) ??
    companyTold(text) ??
    (FOR_A_PERSON.test(text) ? PERSONAL[view.language] : companyIn(text));
  const taxNumber = TAX_NUMBER.exec(text)?.[1]?.toUpperCase();
  // Another name than the one before has another tax number.
  const { taxNumber: _ofAnother, ...others } = known;
  const before = title && known.title !== undefined && known.title !== title ? others : known;
  return { args: { ...before, ...(title ? { title } : {}), ...(taxNumber ? { taxNumber } : {}) } };
}

const COMPANY_TOLD = [
  /([\p{Script=Han}（）()A-Za-z\d]{2,40}?(?:有限公司|股份公司|有限责任公司|集团|事务所|工作室))/u,
  /(?:公司|单位|企业)(?:的)?(?:名称|名字|名|抬头)?\s*(?:是|为|叫|[:：])\s*([^，,。;；\n]{2,60})/u,
  /\bcompany(?: name)?\s*(?:is|:|called)\s*([^,;\n]{2,80}?)(?=\s*(?:[,;\n]|$|\b(?:vat|tax)\b))/iu,
  /\b(?:to|for|in the name of) ((?:[A-Z][\w&.'-]*\s+){1,5}(?:Ltd|Limited|GmbH|Inc|LLC|Corp|B\.?V|S\.?A|PLC|AG|Oy|AB|S\.?r\.?l)\b\.?)/u,
];

/** The company that a message names among other things. */
function companyTold(text: string): string | undefined {
  const plain = text.replace(TAX_NUMBER, ',');
  for (const told of COMPANY_TOLD) {
    const name = told
      .exec(plain)?.[1]
      ?.replace(/^(?:请|帮我|给|为|开给|抬头|写)+/u, '')
      .trim();
    if (name) return name;
  }
  return undefined;
}

/** A message that is a company's name and no more, but for its tax number. */
function companyIn(text: string): string | undefined {
  const rest = text
    .replace(TAX_NUMBER, ' ')
    .replace(BEFORE_NAME, '')
    .replace(/[\s，,。.;；]+$/u, '')
    .trim();
  return COMPANY.test(rest) ? rest : undefined;
}

/** Whether a message tells whom an invoice is for. */
export const tellsInvoice = (request: Said['request'], view: Pick<Said['view'], 'language'>): boolean =>
  Object.keys(collectInvoice({ request, view }).args).length > 0;
