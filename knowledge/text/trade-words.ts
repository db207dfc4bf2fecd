import { type Analyzer, createAnalyzer } from './analyzer.ts';
import { createLexicon, type Lexicon, loadTradeLexicon } from './lexicon.ts';

let shared: { lexicon: Lexicon; analyzer: Analyzer } | undefined;

/** The trade's lexicon and its analysis, without the shop's own words; made at the first call, once. */
export function tradeWords(): { lexicon: Lexicon; analyzer: Analyzer } {
  if (shared === undefined) {
    const lexicon = createLexicon(loadTradeLexicon());
    shared = { lexicon, analyzer: createAnalyzer(lexicon) };
  }
  return shared;
}
