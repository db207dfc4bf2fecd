import { describe, expect, it } from 'vitest';
import { createAnalyzer } from './analyzer.ts';
import { createLexicon, parseLexicon } from './lexicon.ts';

const analyzer = createAnalyzer(
  createLexicon(
    parseLexicon(
      '退款,退钱 = refund, money back\n运费 = shipping cost\n退,退货 = return\n金卡 = gold card # a comment',
    ),
  ),
);
const texts = (question: string) => analyzer.units(question).map((unit) => unit.text);

describe('analysis', () => {
  it('gives words of both languages that mean the same a common term', () => {
    const shared = (a: string, b: string) => analyzer.terms(a).filter((term) => analyzer.terms(b).includes(term));
    expect(shared('多久能退款', 'I want my money back')).toEqual(['#退款']);
    expect(shared('運費誰出', 'shipping costs')).toEqual(['#运费']);
  });

  it('leaves out words that say nothing, in both languages', () => {
    expect(texts('请问你们的运费是多少呢')).toEqual(['运费']);
    expect(texts('Could you please tell me about the shipping cost?')).toEqual(['ship cost']);
    expect(texts('你好吗')).toEqual([]);
  });

  it('understands a single character only where no longer word claims it', () => {
    expect(analyzer.units('能退吗')[0]?.concepts).toEqual(['#退']);
    expect(analyzer.terms('退款')).toContain('#退款');
    expect(analyzer.terms('退款')).not.toContain('#退');
  });

  it('asks once for what is said twice', () => {
    expect(texts('肿肿的')).toEqual(['肿']);
    expect(texts('娜娜是谁')).toContain('娜娜');
  });

  it('keeps model names whole however they are written', () => {
    for (const text of ['AF-50', 'af50', 'ＡＦ５０', 'AF 50']) expect(analyzer.terms(text)).toContain('af50');
    expect(analyzer.units('P1023 多重')[0]).toMatchObject({ kind: 'model', terms: ['p1023'] });
  });

  it('reads numbers and numerals alike', () => {
    expect(analyzer.terms('七天')).toContain('7');
    expect(analyzer.terms('二十五个工作日')).toContain('25');
    expect(analyzer.terms('1,299.00 yuan')).toContain('1299');
    expect(analyzer.terms('seven days')).toContain('7');
    expect(analyzer.terms('30-day')).toEqual(expect.arrayContaining(['30', 'day']));
  });

  it('reads traditional characters as simplified ones', () => {
    expect(analyzer.terms('無理由退貨')).toEqual(analyzer.terms('无理由退货'));
  });

  it('knows numbers that are the customer’s own, and cuts their measure word from what follows', () => {
    expect(analyzer.units('free over a 60 yuan order')[1]).toMatchObject({ text: '60', amount: 'money' });
    expect(analyzer.units('用了3个月还能退吗')[0]).toMatchObject({ text: '3', amount: 'duration' });
    expect(analyzer.units('AC 60 的运费')[0]?.amount).toBeUndefined();
    expect(texts('一年买多少')).toEqual(['1', '买']);
  });

  it('takes a year for a date, not for a span of the customer’s own', () => {
    expect(analyzer.units('1998年的发票')[0]).toMatchObject({ text: '1998' });
    expect(analyzer.units('1998年的发票')[0]?.amount).toBeUndefined();
    expect(analyzer.units('保修20年吗')[1]?.amount).toBe('duration');
  });

  it('looks for what a clause is numbered, however it is called and written', () => {
    expect(analyzer.units('what does clause 6.3 say').map(({ text }) => text)).toEqual(['6.3']);
    expect(analyzer.units('a section of hose')[0]?.text).toBe('section');
    expect(analyzer.terms('见第3条')).toEqual(analyzer.terms('见第三条'));
  });

  it('cuts the measure word after this, which and how many from an unknown word, and leaves what counts time', () => {
    expect(texts('哪辆卡丁车')).toEqual(['卡丁车']);
    expect(texts('这把锄头')).toEqual(['锄头']);
    expect(texts('这锄头')).toEqual(['锄头']);
    expect(texts('保几年')).toContain('年');
  });

  it('takes a compound apart, so that a passage without a word for the whole is found by its parts', () => {
    const trade = createAnalyzer(
      createLexicon(parseLexicon('退货 = return\n运费 = postage\n退货运费 = return postage\n退货政策 = return policy')),
    );
    const partsOf = (question: string) => trade.units(question)[0]?.parts.map((part) => part.concepts);
    expect(partsOf('退货运费')).toEqual([['#退货'], ['#运费']]);
    expect(partsOf('return postage')).toEqual([['#退货'], ['#运费']]);
    expect(partsOf('return policy')).toEqual([['#退货']]);
    expect(partsOf('运费')).toEqual([]);
  });

  it('finds every term of the lexicon in a run of characters, but none that a longer one cuts through', () => {
    const terms = ['退', '退换', '退换货', '换', '货运', '成立', '立体声', '立体'];
    const lexicon = createLexicon(terms.map((zh) => ({ zh: [zh], en: [`${zh} in English`] })));
    const { terms: found } = createAnalyzer(lexicon);
    const conceptsIn = (run: string) => found(run).filter((term) => term.startsWith('#'));
    /** The definition, by looking at every pair of stretches. */
    const definition = (run: string) => {
      const all = Array.from({ length: run.length }, (_, start) =>
        terms.filter((term) => run.startsWith(term, start)).map((term) => ({ term, start, end: start + term.length })),
      ).flat();
      const whole = all.filter(({ term }) => term.length > 1);
      const cuts = (a: (typeof all)[number], b: (typeof all)[number]) =>
        (a.start < b.start && b.start < a.end && a.end < b.end) ||
        (b.start < a.start && a.start < b.end && b.end < a.end);
      return all
        .filter((one) =>
          one.term.length === 1
            ? !whole.some(({ start, end }) => start <= one.start && one.start < end)
            : !whole.some((other) => cuts(one, other) && other.term.length > one.term.length),
        )
        .map(({ term }) => `#${term}`);
    };
    for (const run of [
      '退换货',
      '退换货运费',
      '货运退',
      '换货退换',
      '退退换换货运',
      '运费',
      '两台组成立体声',
      '公司成立',
    ])
      expect(conceptsIn(run).sort(), run).toEqual(definition(run).sort());
    expect(conceptsIn('组成立体声')).toEqual(['#立体', '#立体声']);
  });
});
