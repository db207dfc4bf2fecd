import { describe, expect, it } from 'vitest';
import { generalDictionary } from './dictionary.ts';
import { stem } from './stem.ts';

describe('the general dictionary', () => {
  const dictionary = generalDictionary();

  it('translates both ways', () => {
    expect(dictionary.english('膝盖')).toContain('knee');
    expect(dictionary.chinese(stem('knees'))).toContain('膝盖');
  });

  it('was made with the stemmer that questions are read with', () => {
    for (const word of ['batteries', 'repairing', 'insurance', 'photograph', 'replacement', 'quality'])
      expect([word, dictionary.chinese(stem(word)).length > 0]).toEqual([word, true]);
  });

  it('knows where a Chinese word ends', () => {
    expect(dictionary.hasHan('膝盖')).toBe(true);
    expect(dictionary.hasHan('膝盖前')).toBe(false);
    expect(dictionary.longestHan('膝')).toBeGreaterThanOrEqual(3);
  });
});
