import { anyOf } from '../../../text/any-of.ts';

const WHO_PAYS = anyOf(
  /(?:运费|邮费|快递费).{0,4}(?:谁|哪方|算谁|要我)|谁.{0,4}(?:出|付|掏|承担).{0,4}(?:运费|邮费)/i,
  /(?:退货|退回|寄回).{0,12}谁来?(?:出|付|掏|承担)/i,
  /\bwho (?:pays?|covers?)\b.{0,30}\b(?:postage|shipping|return|back)\b|\breturn (?:postage|shipping)\b/i,
  /\b(?:returns?|returning|send\w* back)\b.{0,40}\bwho (?:pays?|covers?)\b/i,
);
const COSTS = /免费|运费|邮费|快递费|包邮|\b(?:free|pays?|costs?|postage)\b/i;

/** What a passage says that tells who pays for a return. */
export const TELLS_PAYER = anyOf(
  /(?:运费|邮费).{0,8}(?:由|买家|顾客|您|我们|卖家|商家|自理|承担)/i,
  /\b(?:we|you|buyers?|customers?)(?: \w+ and)? (?:pay|cover|bear)s?\b|\bfree returns?\b/i,
  /\byour own (?:cost|expense)\b/i,
);

/** Who pays for a return, whatever else a message is about. */
export const asksWhoPays = (question: string): boolean => WHO_PAYS.test(question);

/** Whether a question that is of returns asks what sending back costs. */
export const asksReturnCost = (question: string): boolean => asksWhoPays(question) || COSTS.test(question);
