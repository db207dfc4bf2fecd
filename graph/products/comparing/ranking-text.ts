import { localText } from '../../../stores/local-text.ts';
import type { Language } from '../../../stores/schema.ts';
import { labelOf } from '../../../tools/products/product-words.ts';
import type { Ranked } from '../../../tools/recommending/rank-by-property.ts';
import { rankingPhrases } from '../../phrases/ranking.ts';

/** The first of a ranking with what it has of it, and some of those after it; undefined: fewer than two are ranked. */
export function rankingText(
  rows: readonly Ranked[],
  asked: { most: boolean; language: Language; value: (row: Ranked) => string; shown?: number },
): string | undefined {
  const { most, language, value, shown } = asked;
  const [first, ...rest] = rows;
  // Of what all have alike none is the most.
  if (!first || rest.every((row) => row.value === first.value)) return undefined;
  const said = rankingPhrases(language);
  const nameOf = ({ product }: Ranked) => localText(product.name, language);
  const head =
    first.key === undefined
      ? said.first(nameOf(first), value(first), most)
      : said.firstBy(labelOf(first.key, language).label, nameOf(first), value(first), most);
  const others = rest.slice(0, shown).map((row) => said.row(nameOf(row), value(row)));
  return `${head}${language === 'zh' ? '' : ' '}${said.after(others)}`;
}
