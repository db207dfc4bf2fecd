import { anyOf } from '../../text/any-of.ts';
import { isQuestion } from '../question.ts';

const ASKS_FOR_ONE =
  /(?:开|要|补|写|改|换|给).{0,8}(?:发票|专票|普票|票|抬头)|^(?:电子)?(?:发票|专票|普票)|\b(?:invoice|receipt)\b/;
const TELLS_WHO_FOR = anyOf(
  /抬头\s*(?:是|写|开|为|用|改|[:：])|税号|纳税人识别号|统一社会信用代码/,
  /\b(?:made out|billed|issued|addressed) to\b|\b(?:vat|tax) (?:id|number|no\.?)\b/,
  /\b(?:company|invoice) (?:name|title)\s*(?:is|:)/,
);

/** Name and tax number by themselves, as an answer to the question for them. */
const NAME_AND_NUMBER = anyOf(
  /抬头.{2,50}(?:税号|纳税人识别号|统一社会信用代码).{0,4}[\da-z]{15,20}/,
  /\b(?:company|invoice)(?: name| title)?\b.{2,60}\b(?:vat|tax) (?:id|number|no\.?)\W{0,3}(?:is )?[a-z]{0,3} ?\d{6,}/,
);

/** "开发票，抬头写成…，税号…": an invoice is asked for and told whom it is for, whatever the company's name looks like. */
export const givesInvoiceTitle = (normalised: string): boolean =>
  !isQuestion(normalised) &&
  (NAME_AND_NUMBER.test(normalised) || (ASKS_FOR_ONE.test(normalised) && TELLS_WHO_FOR.test(normalised)));
