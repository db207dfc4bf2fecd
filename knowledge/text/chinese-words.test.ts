import { describe, expect, it } from 'vitest';
import { createAnalyzer } from './analyzer.ts';
import { type ChineseWords, loadJieba } from './chinese-words.ts';
import { createLexicon } from './lexicon.ts';

/** Knows two words; every other character stands by itself. */
const words: ChineseWords = {
  key: 'test',
  cut: (run) => run.split(/(蒲公英|发动机)/).flatMap((part) => (/^(蒲公英|发动机)$/.test(part) ? [part] : [...part])),
};
const lexicon = createLexicon([]);

describe('a dictionary of Chinese words', () => {
  it('adds whole words to the pairs of a text, and makes of an unknown stretch the words that it is', () => {
    const analyzer = createAnalyzer(lexicon, words);
    expect(analyzer.terms('蒲公英茶')).toEqual(['蒲公', '公英', '英茶', '蒲公英']);
    const asked = analyzer.units('蒲公英发动机');
    expect(asked.map(({ text, terms, edges }) => ({ text, terms, edges }))).toEqual([
      { text: '蒲公英', terms: ['蒲公', '公英', '蒲公英'], edges: ['英发'] },
      { text: '发动机', terms: ['发动', '动机', '发动机'], edges: ['英发'] },
    ]);
  });

  it('is none unless it is asked for', () => {
    const analyzer = createAnalyzer(lexicon);
    expect(analyzer.terms('蒲公英茶')).toEqual(['蒲公', '公英', '英茶']);
    expect(analyzer.units('蒲公英发动机').map(({ text }) => text)).toEqual(['蒲公英发动机']);
  });

  it('tells what to install where the package is missing', () => {
    expect(() => loadJieba('@node-rs/no-such-package')).toThrow(
      expect.objectContaining({
        code: 'jieba_missing',
        message: expect.stringContaining('npm install --no-save'),
      }),
    );
  });
});
