import { EVERYBODY } from '../../../knowledge/audiences.ts';
import type { Hit } from '../../../knowledge/types.ts';
import { localText } from '../../../stores/local-text.ts';
import { ORDER_STATUSES } from '../../../stores/order-statuses.ts';
import type { Language } from '../../../stores/schema.ts';
import { orderStatusLabel } from '../../../tools/orders/order-status.ts';
import type { Policy, PolicyAction, PolicyRule, RuleInWords, Term } from '../../../tools/policy/rule.ts';
import { askedUnits, isMet, termsOf } from '../../../tools/products/product-words.ts';
import { SHOP_RULES } from '../../phrases/shop-rules.ts';
import { asksReturnCost } from './return-postage.ts';

/** The rule that a question about the shop's terms is settled by, and the words or concepts (#) by which a text speaks of it. */
const RULES: Readonly<Record<string, { action: PolicyAction | 'refund' | Term; words: RegExp }>> = {
  return_policy: {
    action: 'return',
    // "If the error returns" is of no goods that go back.
    words:
      /退货|退換|退换|可退|能退|不退|无理由|無理由|(?<!\b(?:it|error|code|fault|problem|message|noise|light) )\breturn(?:s|ed|ing|able)?\b/i,
  },
  exchange_policy: { action: 'exchange', words: /换货|換貨|退换|退換|调换|更换|\bexchang|\bswap|\breplace/i },
  cancel_policy: { action: 'cancel', words: /取消|\bcancel/i },
  refund_policy: { action: 'refund', words: /退款|退钱|到账|原路|#(?:退货|金钱|时间|配送时间)|\brefund|\bmoney back/i },
  delivery_policy: {
    action: 'delivery',
    words: /配送|运费|邮费|快递|包邮|发货|送达|\b(?:ship|deliver|dispatch|post)/i,
  },
  warranty_question: { action: 'warranty', words: /保修|质保|三包|\b(?:warrant|guarantee)/i },
  payment_question: { action: 'payment', words: /支付|付款|\bpay/i },
  invoice_question: { action: 'invoice', words: /发票|發票|开票|\binvoice|\breceipt/i },
};
const HAN = /\p{Script=Han}/u;

const isTerm = (action: PolicyAction | 'refund' | Term): action is Term =>
  action === 'delivery' || action === 'warranty' || action === 'payment';

const ruleOf = (policy: Policy, action: PolicyAction | 'refund' | Term): PolicyRule | RuleInWords | null | undefined =>
  isTerm(action) ? policy.terms[action] : action === 'refund' ? policy.refund : policy.rules[action];

/** How long ago, which the rule's own limit answers. */
const SPAN = /^\d+$|^(?:days?|weeks?|months?|years?|after|天|周|个?月|年|以后|之后)$/i;
/** "How long" is met by any span of time. */
const OF_TIME = /#(?:配送)?时间/;
const SPANS = /\d\s*(?:个?工作日|[天月年]|个月|小时|(?:working |business )?(?:hours?|days?|weeks?|months?|years?)\b)/i;
/** In what state the goods are, which the rule's own condition answers. */
const STATE = /^(?:没?用过|没用|未?拆|没拆|拆[开封]|拆过|打开|使用|试过|opened|unopened|used|unused|worn|tried)$/i;
/** Things the question speaks of and the rule does not: with more than this it is about something else. */
const MOST_UNMET = 1;

/** Whether a question of this intent may be settled by a rule. */
export const isOfRules = (intent: string): boolean => intent in RULES;

/**
 * The shop's rule (policy.json) as a passage, where a question asks for it and what the documents say is nothing or of
 * something else. Undefined: the documents' say, or no rule fits.
 */
export function policyPassage(
  policy: Policy,
  asked: { text: string; intent: string; productNames: readonly string[] },
  found: { hits: readonly Hit[]; enough: boolean },
  language: Language,
): Hit | undefined {
  const entry = RULES[asked.intent];
  const rule = entry && ruleOf(policy, entry.action);
  if (!entry || !rule) return undefined;
  const [top] = found.hits;
  const own = rule.text !== null && HAN.test(localText(rule.text, language)) === (language === 'zh');
  // What the other language says of something like it gives way to the rule in the customer's own.
  const foreign = own && top?.language !== language;
  const documents = found.enough && top && !foreign ? `${top.title}\n${top.heading ?? ''}\n${top.text}` : undefined;
  const payer = payerSaid(rule, asked.text, language);
  const tellsPayer = payer !== undefined && !(documents !== undefined && OF_COST.test(documents));
  if (documents !== undefined && entry.words.test(documents) && !tellsPayer) return undefined;
  const inWords = [ruleInWords(rule, entry.action, language), tellsPayer ? payer : undefined].filter(Boolean);
  const text = withExclusion(inWords.join(language === 'zh' ? '' : ' ') || undefined, rule, asked, language);
  if (text === undefined) return undefined;
  const known = termsOf(text);
  const unmet = askedUnits(clauseOf(asked.text, entry.words), asked.productNames).filter(
    (unit) =>
      unit.terms.length > 0 &&
      !SPAN.test(unit.text) &&
      !STATE.test(unit.text) &&
      !(SPANS.test(text) && OF_TIME.test(unit.concepts.join(' '))) &&
      !isMet(unit, known) &&
      !entry.words.test(`${unit.text} ${unit.concepts.join(' ')}`),
  );
  const unsaid = tellsPayer ? unmet.filter((unit) => !isOfCost(unit)) : unmet;
  if (unsaid.length > (isTerm(entry.action) ? 0 : MOST_UNMET) || unsaid.some(isOfCost)) return undefined;
  // Documents that speak of what the rule does not.
  if (documents !== undefined && unsaid.some((unit) => isMet(unit, termsOf(documents)))) return undefined;
  const score = { rank: 1, score: 1 };
  return {
    id: `policy/${entry.action}`,
    kind: 'faq',
    documentId: 'policy',
    title: rule.source ? localText(rule.source.document, language) : SHOP_RULES[language].title,
    page: null,
    heading: rule.source?.section ? localText(rule.source.section, language) : null,
    text,
    language: HAN.test(text) ? 'zh' : 'en',
    audience: EVERYBODY,
    rank: 1,
    score: 1,
    sentences: [1],
    evidence: 1,
    legs: { lexical: null, vector: null, fused: score, rerank: score },
  };
}

const CLAUSE_END = /[,，。;；!！?？]|(?<=\p{Script=Han})\s+(?=\p{Script=Han})/u;

/** "It is too small, the cat won't fit, can I return it": the clauses that ask for the rule; all where none does. */
function clauseOf(text: string, words: RegExp): string {
  const asking = text.split(CLAUSE_END).filter((clause) => words.test(clause));
  return asking.length > 0 ? asking.join(', ') : text;
}

/** Who pays and how much is a matter of its own. */
const OF_COST = /运费|邮费|谁[出付掏]|费用|\bpost(?:age)?\b|\bship|\bfees?\b|\bpays?\b|\bcosts?\b/i;
const isOfCost = ({ text, concepts }: { text: string; concepts: readonly string[] }): boolean =>
  OF_COST.test([text, ...concepts].join(' '));

/** Who pays for sending it back, in our words; undefined: it is not asked for, or the rule does not say, or says it in its own words. */
function payerSaid(rule: RuleInWords | PolicyRule, question: string, language: Language): string | undefined {
  const payers = 'shippingPaidBy' in rule ? rule.shippingPaidBy : null;
  const ownWords = rule.text === null ? '' : localText(rule.text, language);
  return payers && asksReturnCost(question) && !OF_COST.test(ownWords)
    ? SHOP_RULES[language].sendingBack(payers)
    : undefined;
}

/** Where what is named is left out of the rule, that is said with it. */
function withExclusion(
  text: string | undefined,
  rule: RuleInWords | PolicyRule,
  { text: question, productNames }: { text: string; productNames: readonly string[] },
  language: Language,
): string | undefined {
  const said = termsOf([question, ...productNames].join(' '));
  const excluded = 'excluded' in rule ? rule.excluded : [];
  const named = excluded.find(({ names }) =>
    names.some((name) => {
      const words = [...termsOf(name)].filter((term) => !term.startsWith('#'));
      return words.length > 0 && words.every((term) => said.has(term));
    }),
  );
  if (!named || text === undefined) return text;
  const name = named.names.find((one) => HAN.test(one) === (language === 'zh')) ?? named.names[0] ?? '';
  const reason = named.reason ? localText(named.reason, language) : null;
  const opened = named.when === 'opened';
  const line = SHOP_RULES[language].excluded(name, opened, reason);
  return `${text}${language === 'zh' ? '' : ' '}${line}`;
}

/** The rule as the shop wrote it, else its states or its limit in our words. */
function ruleInWords(rule: RuleInWords | PolicyRule, action: string, language: Language): string | undefined {
  if (rule.text !== null) return localText(rule.text, language);
  if (!('allowed' in rule) || !rule.allowed || !rule.stated) return undefined;
  const { cancelWhile, returnWithin, exchangeWithin } = SHOP_RULES[language];
  const states = ORDER_STATUSES.filter((status) => rule.allowedStatuses.includes(status));
  if (action === 'cancel') return cancelWhile(states.map((status) => orderStatusLabel(status, language)));
  if (rule.days === null || rule.from !== 'delivered') return undefined;
  if (action === 'return') return returnWithin(rule.days);
  return action === 'exchange' ? exchangeWithin(rule.days) : undefined;
}
