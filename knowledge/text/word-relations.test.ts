import { describe, expect, it } from 'vitest';
import { createAnalyzer } from './analyzer.ts';
import { createLexicon, loadTradeLexicon } from './lexicon.ts';
import { conceptsOf, loadRelations, parseRelations } from './word-relations.ts';

const lexicon = createLexicon(loadTradeLexicon());
const analyzer = createAnalyzer(lexicon);
const concept = (word: string) => analyzer.units(word)[0]?.concepts[0] ?? '';
const related = (word: string) => analyzer.relatedTo(concept(word)).map((needs) => needs.map(([first]) => first));

describe('related words', () => {
  it('are read a line a word, the strongest first', () => {
    expect(parseRelations('# pets\n狗 -> pets; on a lead\n\nbroken')).toEqual([
      { word: '狗', related: ['pets', 'on a lead'] },
    ]);
  });

  it('are found from either language, by their concepts', () => {
    expect(related('cat').flat()).toContain(concept('pet'));
    expect(related('猫')).toEqual(related('cat'));
  });

  it('belong to words that the lexicon knows, eight to a word at most', () => {
    for (const { word, related: words } of loadRelations()) {
      expect(conceptsOf(word, lexicon), word).not.toEqual([]);
      expect(words.length, word).toBeGreaterThan(0);
      expect(words.length, word).toBeLessThanOrEqual(8);
    }
  });
});
