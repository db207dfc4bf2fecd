import { expect, it } from 'vitest';
import { createLexicalIndex } from '../lexical/lexical-index.ts';
import { createAnalyzer } from '../text/analyzer.ts';
import { createLexicon, loadTradeLexicon } from '../text/lexicon.ts';
import type { Hit } from '../types.ts';
import { analysePassage } from './analysed-passage.ts';
import { analyseQuery } from './query.ts';
import { bestSentences } from './quote.ts';
import { sentenceCovers } from './sentence-covers.ts';
import { sentenceScores } from './sentence-scores.ts';
import { withAnswerKind } from './with-answer-kind.ts';

const leg = { rank: 1, score: 1 };
const hit = (over: Partial<Hit>): Hit => ({
  id: 'c1',
  kind: 'document',
  documentId: 'd1',
  title: 'Delivery',
  page: 2,
  heading: null,
  text: '',
  language: 'en',
  audience: 'public',
  rank: 1,
  score: 1,
  sentences: [],
  evidence: 0.9,
  legs: { lexical: leg, vector: null, fused: leg, rerank: leg },
  ...over,
});

const analyzer = createAnalyzer(createLexicon(loadTradeLexicon()));

/** Quotes from hits whose sentences are scored as a search over them would. */
function quotesOf(question: string, hits: Hit[], max?: number, language = hits[0]?.language ?? 'en') {
  const index = createLexicalIndex();
  for (const each of hits) index.add(each, analyzer.terms(`${each.title} ${each.text}`));
  const query = analyseQuery(question, analyzer, index);
  const passages = hits.map((each) => {
    const passage = withAnswerKind(analysePassage(each, '', analyzer), question);
    return { passage, covers: sentenceCovers(query, passage), score: each.score };
  });
  const scores = sentenceScores(query, passages);
  const scored = hits.map((each, i) => ({ ...each, sentences: scores[i]?.scores ?? [] }));
  return bestSentences({ question, hits: scored, language, max });
}

it('picks the sentence that answers and leaves the others', () => {
  const text = 'We ship from two warehouses. Parcels to islands take nine days. Boxes are recycled.';
  const quotes = quotesOf('How long do parcels to the islands take?', [hit({ text })]);
  expect(quotes.map((quote) => quote.text)).toEqual(['Parcels to islands take nine days.']);
});

it('reads a table row with the names of its columns, and quotes the row itself', () => {
  const text = '| Region | Time | Fee |\n| --- | --- | --- |\n| City | 1 day | free |\n| Islands | 9 days | ¥20 |';
  const [quote] = quotesOf('delivery time for islands', [hit({ text })], 1);
  expect(quote?.text).toBe('Region: Islands; Time: 9 days; Fee: ¥20');
  expect(quote?.quote).toBe('Islands | 9 days | ¥20');
});

it('quotes a short section whole whose heading is the question, and does not leave a yes alone', () => {
  const text = 'Yes. Drills are 12 EUR a day; a deposit of 100 EUR is held.';
  const asked = hit({ heading: 'Services › Do you rent out tools?', text });
  expect(quotesOf('do you rent tools', [asked]).map((quote) => quote.text)).toEqual([text]);
  const bare = hit({ language: 'zh', text: '可以。电钻每天十二元。其余请到店看。', sentences: [1, 0.2, 0.1] });
  expect(bestSentences({ question: '工具能租吗', hits: [bare], language: 'zh' }).map((quote) => quote.text)).toEqual([
    '可以。',
    '电钻每天十二元。',
  ]);
});

it('takes bare figures of a table that is named after prices for amounts, and no time for the price of a deposit', () => {
  const text =
    'A late departure costs 15 euros where the cabin is free.\n\nPrices a night\n\n| | Low season | High season |\n| --- | --- | --- |\n| Cabin for four | 69 | 118 |\n| Tent | 16 | 27 |';
  const [row] = quotesOf('How much is a cabin for four in high season?', [hit({ title: 'Camping', text })], 1);
  expect(row?.quote).toBe('Cabin for four | 69 | 118');
  const terms = 'The deposit is 30 % of the price, at least EUR 100. It is paid back within five working days.';
  const [back] = quotesOf('When is the deposit paid back?', [hit({ title: 'Hire', text: terms })], 1);
  expect(back?.text).toBe('It is paid back within five working days.');
});

it('keeps a list together with the line that introduces it', () => {
  const text = '以下情况不保修：\n• 摔落\n• 进水';
  const [quote] = quotesOf('哪些情况不保修', [hit({ text, language: 'zh', title: '保修' })]);
  expect(quote?.text).toBe('以下情况不保修：\n• 摔落\n• 进水');
});

it('gives all steps when the question asks how', () => {
  const text = '1. 打开我的订单。\n2. 点击申请退货。\n3. 选择原因。';
  const [quote] = quotesOf('怎么申请退货', [hit({ text, language: 'zh', title: '退货' })]);
  expect(quote?.text).toBe(text);
});

it('tells the section that is headed by what is asked, not the steps of another that mention it', () => {
  const care = hit({
    id: 'c1',
    named: 1,
    title: 'Lamp',
    heading: 'Care',
    text: 'Wipe the lamp with a dry cloth to clean it.',
  });
  const steps = '1. Clean the foot of the lamp.\n2. Screw in the bulb.\n3. Plug it in.';
  const start = hit({ id: 'c2', title: 'Lamp', heading: 'First use', text: steps });
  expect(quotesOf('How do I clean the lamp?', [care, start], 1).map(({ text }) => text)).toEqual([care.text]);
  expect(quotesOf('How do I clean the lamp?', [{ ...care, named: 0 }, start], 1)[0]?.text).toBe(steps);
});

it('tells what bounds the answer where it is asked whether something may be done', () => {
  const text = 'Lamps may be returned in 30 days. Lamps that were painted are not taken back. We answer mails by noon.';
  const lamps = [hit({ text, title: 'Lamps', sentences: [1, 0.5, 0.2] })];
  const told = (question: string) =>
    bestSentences({ question, hits: lamps, language: 'en' }).map((quote) => quote.text.slice(0, 17));
  expect(told('Can I return a lamp?')).toEqual(['Lamps may be retu', 'Lamps that were p']);
  expect(told('How long can lamps be kept?')).toEqual(['Lamps may be retu']);
});

it('does not say items again that stand below the line that introduces them', () => {
  const text = 'No notice is needed, except:\n- gifts run to their end\n- offices need a notice of a month';
  const quotes = quotesOf('is notice needed', [hit({ text, sentences: [1, 0.95, 0.95] })]);
  expect(quotes.map((quote) => quote.text)).toEqual([text]);
});

it('says nothing when nothing fits', () => {
  expect(quotesOf('moon', [hit({ text: 'Parcels take nine days.' })])).toEqual([]);
  expect(quotesOf('moon', [])).toEqual([]);
});

it('gives the row that is asked for, without its neighbours', () => {
  const text =
    '| Missing item | Deduction |\n| --- | --- |\n| Outer box | 5% of the price |\n| Power cable | ¥19 |\n| Remote control | ¥39 |';
  const quotes = quotesOf('what is deducted if the remote control is missing', [hit({ text, title: 'Returns' })]);
  expect(quotes.map((quote) => quote.quote)).toEqual(['Remote control | ¥39']);
});

it('speaks from the customer’s language where both know it', () => {
  const chinese = hit({
    id: 'c2',
    documentId: 'd2',
    language: 'zh',
    title: '退货',
    text: '遥控器缺失扣 39 元。',
    evidence: 0.8,
  });
  const english = hit({ title: 'Returns', text: 'A missing remote control costs ¥39.' });
  const quotes = quotesOf('遥控器丢了扣多少', [english, chinese], undefined, 'zh');
  expect(quotes.map((quote) => quote.hit.language)).toEqual(['zh']);
});

it('leaves out what tells no amount where an amount is asked for and another sentence tells it', () => {
  const text = 'Parcels to the islands go by ferry and take nine days. Parcels to the islands cost 20 yuan more.';
  const quotes = quotesOf('how much do parcels to the islands cost', [hit({ text })]);
  expect(quotes.map((quote) => quote.quote)).toEqual(['Parcels to the islands cost 20 yuan more.']);
});

it('takes a share of something for its price, too', () => {
  const text =
    'Whoever leaves the club early pays 60 % of what is left of the year. Guests of the club pay 4 euros a day.';
  const [quote] = quotesOf('how much does it cost to leave the club early', [hit({ title: 'Club', text })]);
  expect(quote?.text).toContain('60 %');
});

it('gives a short section whole whose heading is what is asked to be done, and its table with it', () => {
  const page = { title: 'Sleeping bags: buying and washing' };
  const washing = hit({
    ...page,
    id: 'w',
    heading: 'Washing',
    text: 'Synthetic fill: 30 °C, gentle cycle. Down: special soap, then tumble dry low. Never dry-clean.',
  });
  const choosing = hit({ ...page, id: 'c', heading: 'Down or synthetic?', text: 'Washing is easier with synthetic.' });
  expect(
    quotesOf('how do I wash my sleeping bag', [choosing, washing])
      .map(({ text }) => text)
      .join(' '),
  ).toBe(washing.text);
  expect(quotesOf('睡袋怎么洗', [washing, choosing], 4, 'zh')).toHaveLength(3);
  expect(quotesOf('how do I choose a sleeping bag', [choosing, washing]).map(({ hit }) => hit.id)).not.toContain('w');
});

it('says a heading that turns a sentence into its opposite before it', () => {
  const text = 'Opened filters and worn socks. Keep the receipt.';
  const [said] = quotesOf('can I return opened filters', [
    hit({ title: 'Returns', heading: "What can't come back", text }),
  ]);
  expect(said?.text).toBe("What can't come back: Opened filters and worn socks.");
  expect(said?.quote).toBe('Opened filters and worn socks.');
  const plain = quotesOf('can I return opened filters', [hit({ title: 'Returns', heading: 'Filters', text })]);
  expect(plain[0]?.text).toBe('Opened filters and worn socks.');
});

it('fills no answer with what else a product has', () => {
  const product = (text: string) => hit({ kind: 'product', title: '120W 充电器', language: 'zh', text });
  const text = '四口，插脚可以折叠。\n类别：充电器。\n最大功率：120W。\n保修：1年。';
  expect(quotesOf('120w充电器的插脚能折叠吗', [product(text)], 4, 'zh').map((quote) => quote.text)).toEqual([
    '四口，插脚可以折叠。',
  ]);
  expect(quotesOf('120w充电器防水吗', [product('类别：充电器。\n最大功率：120W。')], 4, 'zh')).toEqual([]);
});
