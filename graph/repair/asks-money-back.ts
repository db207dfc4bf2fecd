import { anyOf } from '../../text/any-of.ts';

const SUM = anyOf(
  /^(?:那|那么|请问|大概|一共|总共|[，, ])*(?:我)?(?:能|会|可以|可|要|应该)?(?:退|返|拿回|收回|退回|返还)(?:回|给?我|还)?(?:来)?(?:多少|几块|几元|全款|全额)/,
  /(?:钱|差价|差额).{0,4}(?:退|返|还)(?:给|回)?我?(?:吗|么|不|嘛)/,
  /(?:要|会|得)(?:不要|不会)?(?:扣|收)(?:我)?(?:钱|多少|费|手续费|运费)|(?:有|要)(?:没有)?手续费/,
  /\bhow much (?:do|will|would|am|can|is|are|of it|money)\b.{0,24}\b(?:back|refund\w*|get)\b/,
  /\b(?:what|how much) (?:would|do|will) (?:i|it|that) (?:lose|cost)(?: me)?\b|(?:会|要)?损失(?:多少|什么)/,
  /^(?:and |so |but |ok )?(?:do|will|would) i get (?:my|the|any|some) money back\b/,
  /\bget (?:my|the) money back for (?:that|it|this)\b/,
  /\bhow much is the refund\b|\bwhat(?:'s| is| will be) the refund\b/,
  /\b(?:full|whole|total|entire) (?:amount|price|sum)\b/,
  /全(?:额|款|部)?(?:都)?(?:能|会)?(?:退|返)/,
  /\b(?:full refund|all (?:of it|my money) back|get (?:it all|everything|it in full) back|whole amount)\b/,
  /\b(?:is|are) there (?:a |any )?(?:fees?|charges?|deductions?)\b/,
  /\b(?:any|a) (?:fees?|charges?) (?:for|to|on)\b/,
);
const TOTAL = anyOf(
  /(?:差价?|补差?|贵)(?:是|要|了)?多少/,
  /\b(?:what(?:'s| is)|how much is) the (?:price )?difference\b|\bhow much (?:more|extra)\b/,
  /(?:一共|总共|总价|总额|合计|现在)(?:是|要|得)?(?:多少|几)|(?:要|得|该|再)(?:付|给|交|补)(?:你们?)?多少/,
  /\b(?:what(?:'s| is| will be)|how much is) (?:the |my |it )?(?:new |whole |order )?(?:total|altogether|now)\b/,
  /\bwhat do i (?:have to |need to |now )?(?:pay|owe)(?: you)?(?: now| in total| altogether)?\??$/,
);
const LONGEST = 48;

/** Changes whose question says what is paid back and what is kept. */
const TELL_MONEY: ReadonlySet<string> = new Set(['cancel_order', 'return_order', 'change_items']);

/** "What's the new total?", 现在一共多少. */
export const asksTotal = (normalised: string): boolean => normalised.length <= LONGEST && TOTAL.test(normalised);

/** "How much do I get back?", 要扣钱吗, the new total: asked of the change that waits for its yes, whose own lines tell it. */
export const asksMoneyBack = (normalised: string, action: string): boolean =>
  TELL_MONEY.has(action) &&
  normalised.length <= LONGEST &&
  (SUM.test(normalised) || (action === 'change_items' && asksTotal(normalised)));
