import type { Language } from '../../stores/schema.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** Everything the local engine says in its own words, once a language. Amounts and times come formatted. */
export interface Phrases {
  greeting(shop: string): string;
  thanks: string;
  goodbye: string;
  botIdentity(shop: string): string;
  languages: string;
  /** Asks for Chinese characters or English in place of pinyin. */
  writeCharacters: string;
  praise: string;
  abuse: string;
  nothingToDecide: string;

  noEvidence: string;
  /** Before topics to choose from. */
  perhapsMeant: string;
  aboutSection(section: string, title: string): string;
  outOfScope(shop: string): string;
  otherLanguageSource: string;
  priceOf(name: string, price: string, stock: string): string;
  variantsOf(list: string): string;
  optionsOf(label: string, values: string): string;
  comesIn(name: string): string;
  notOffered(name: string): string;
  available(options: string): string;
  priceFrom(price: string): string;
  inStock: string;
  outOfStock: string;
  stockOf(name: string, stock: string): string;

  clarifyTopic: string;
  clarifyTopicAgain: string;
  stuck: string;
  topics: { order: string; product: string; returns: string; human: string };

  supportHours(hours: string): string;
  offerHuman: string;
  /** Of a thing that is broken in no further words, and what would help to help. */
  broken: string;
  whichFault: string;
  adviceInVain: string;
  sorry: string;
  sorryComplaint: string;
  talkToHuman: string;

  signIn: string;
  noOrders: string;
  orderNotFound(ids: string): string;
  nothingMatches: string;
  latestInstead: string;
  whichOrder: string;
  ordersFound(count: number): string;
  orderLine(order: { id: string; day: string; status: string; items: string; total: string }): string;
  parcel(parcel: { carrier: string | null; number: string | null; status: string | null; eta: string | null }): string;
  lastEvent(event: { at: string; place: string | null; text: string }): string;
  notShipped(id: string, status: string): string;
  orderClosed(id: string, status: string): string;
  deliveredMissing(id: string): string;
  urged(id: string): string;
  refundLine(refund: { id: string; amount: string | null; status: string | null; reason: string | null }): string;
  noRefund(id: string): string;
  invoiceLine(invoice: { id: string; title: string | null; status: string | null; amount: string | null }): string;
  shipsTo(address: string): string;
  paymentLine(payment: { method: string | null; amount: string | null; status: string | null }): string;
  needsPerson(id: string): string;

  askAddress(id: string): string;
  confirmAsk(summary: string): string;
  /** How a plain message settles it. */
  confirmHow: string;
  /** One line of a change; `from` null: nothing stood there. */
  changeLine(field: string, from: string | null, to: string | null): string;
  confirmYes: string;
  confirmNo: string;
  nothingToChange(id: string): string;
  notAllowed(reason: { id: string; status: string; because: 'status' | 'too_late'; rule: string | null }): string;
  rejected: string;
  refused(rule: string | null): string;
  expired: string;

  recommendIntro: string;
  /** Nothing met the words; what is offered comes from the history or the sales. */
  recommendInstead: string;
  recommendNothing: string;
  recommendMore: string;
  reasonNeed(need: string): string;
  reasonNeeds: string;
  reasonBudget(max: string): string;
  reasonGoesWith(name: string): string;
  reasonTogether(name: string): string;
  reasonBoughtBefore: string;
  reasonSameKind(name: string): string;
  reasonPopular: string;
  notSold(name: string): string;
  compareIntro: string;
  compareWhich: string;

  customerSaid(lines: string): string;
  botSaid(line: string): string;
}

const PHRASES: Record<Language, Phrases> = { zh, en };

export const phrasesIn = (language: Language): Phrases => PHRASES[language];
