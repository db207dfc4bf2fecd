import { allTexts, localText } from '../../../stores/local-text.ts';
import type { Product } from '../../../stores/products.ts';
import type { Language } from '../../../stores/schema.ts';
import type { ComparisonCard } from '../../../tools/cards.ts';
import { formatMoney } from '../../../tools/format.ts';
import { attributeText } from '../../../tools/products/attribute-text.ts';
import { degreeAsked, ofDegree } from '../../../tools/recommending/degree-asked.ts';
import { type Ranked, rankAsked, rankByProperty } from '../../../tools/recommending/rank-by-property.ts';
import { comparisonPhrases } from '../../phrases/comparison.ts';
import { askedFacts, factOf } from '../facts.ts';
import { rankingText } from './ranking-text.ts';

/** What a comparison comes to: what is asked for of each, the cheapest, and the only one that can be had. */
export function comparisonVerdict(
  card: ComparisonCard,
  asked: { question: string; products: readonly Product[]; language: Language },
): string[] {
  const said = comparisonPhrases(asked.language);
  const available = card.products.filter(({ inStock }) => inStock);
  const [only] = available;
  const ranked = rankedLine(asked);
  return [
    ...(ranked ? [ranked] : askedLines(card, asked)),
    priceLine(card, asked.language),
    ...(only && available.length === 1 ? [said.onlyInStock(only.name)] : []),
  ];
}

/** "Which is lighter?": the one that is, and the others with theirs. */
function rankedLine({
  question,
  products,
  language,
}: {
  question: string;
  products: readonly Product[];
  language: Language;
}) {
  const degree = degreeAsked(question, products, []);
  if (degree) {
    const said = ofDegree(products, degree).map((product) => ({
      name: localText(product.name, language),
      ...factOf(product, degree.key, language),
    }));
    const [first] = said;
    return first && comparisonPhrases(language).property(first.label, said);
  }
  const rank = rankAsked(
    question,
    products.flatMap(({ category }) => allTexts(category)),
  );
  if (!rank || rank.by === 'price') return undefined;
  const value = ({ product, key }: Ranked) => (key ? attributeText(key, product.attributes[key], language) : '');
  return rankingText(rankByProperty(products, rank), { most: rank.most, language, value });
}

function priceLine({ products }: ComparisonCard, language: Language): string {
  const said = comparisonPhrases(language);
  const [least, next] = [...products].sort((a, b) => a.price - b.price);
  const prices = new Set(products.map(({ price }) => price));
  if (!least || !next || prices.size === 1)
    return said.samePrice(formatMoney(products[0]?.price ?? 0, products[0]?.currency ?? ''));
  const less = next.price - least.price;
  return said.cheapest(
    least.name,
    formatMoney(least.price, least.currency),
    less > 0 && products.length === 2 ? formatMoney(less, least.currency) : null,
  );
}

function askedLines(
  { products: shown }: ComparisonCard,
  { question, products, language }: { question: string; products: readonly Product[]; language: Language },
): string[] {
  const facts = shown.flatMap(({ id, name }) => {
    const product = products.find((one) => one.id === id);
    return product ? askedFacts(product, question, language).map(({ label, value }) => ({ name, label, value })) : [];
  });
  return [...new Set(facts.map(({ label }) => label))].map((label) =>
    comparisonPhrases(language).property(
      label,
      facts.filter((fact) => fact.label === label),
    ),
  );
}

/** The card as a Markdown table, for clients without cards. */
export function comparisonTable({ products, rows }: ComparisonCard): string {
  const lines = [
    ['', ...products.map(({ name }) => name)],
    ['---', ...products.map(() => '---')],
    ...rows.map(({ label, values }) => [label, ...values]),
  ];
  return lines.map((line) => `| ${line.map((cell) => cell.replaceAll('|', '/')).join(' | ')} |`).join('\n');
}
