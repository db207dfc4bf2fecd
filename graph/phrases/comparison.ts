import type { Language } from '../../stores/schema.ts';

interface ComparisonPhrases {
  cheapest(name: string, price: string, less: string | null): string;
  samePrice(price: string): string;
  /** What each of them has of a property that was asked for. */
  property(label: string, values: readonly { name: string; value: string }[]): string;
  onlyInStock(name: string): string;
}

const PHRASES: Record<Language, ComparisonPhrases> = {
  zh: {
    cheapest: (name, price, less) => `${name}最便宜，${price}${less ? `，便宜 ${less}` : ''}。`,
    samePrice: (price) => `价格相同，都是 ${price}。`,
    property: (label, values) => `${label}：${values.map(({ name, value }) => `${name} ${value}`).join('；')}。`,
    onlyInStock: (name) => `目前只有${name}有货。`,
  },
  en: {
    cheapest: (name, price, less) => `The ${name} costs least: ${price}${less ? `, ${less} less` : ''}.`,
    samePrice: (price) => `They cost the same: ${price}.`,
    property: (label, values) =>
      `${label.slice(0, 1).toUpperCase()}${label.slice(1)}: ${values.map(({ name, value }) => `${name} ${value}`).join('; ')}.`,
    onlyInStock: (name) => `Only the ${name} is in stock at the moment.`,
  },
};

export const comparisonPhrases = (language: Language): ComparisonPhrases => PHRASES[language];
