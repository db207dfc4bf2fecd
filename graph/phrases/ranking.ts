import type { Language } from '../../stores/schema.ts';

interface RankingPhrases {
  /** The first of a ranking by price. */
  first(name: string, price: string, most: boolean): string;
  /** The first of a ranking by a property. */
  firstBy(label: string, name: string, value: string, most: boolean): string;
  /** What comes after it, in order. */
  after(rows: string[]): string;
  row(name: string, value: string): string;
  none(kind: string): string;
  noneInColour(kind: string): string;
}

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

const PHRASES: Record<Language, RankingPhrases> = {
  zh: {
    first: (name, price, most) => `最${most ? '贵' : '便宜'}的是${name}：${price}。`,
    firstBy: (label, name, value, most) => `${label}最${most ? '高' : '低'}的是${name}：${value}。`,
    after: (rows) => `其次：${rows.join('；')}。`,
    row: (name, value) => `${name} ${value}`,
    none: (kind) => `${kind}里没有符合要求的。`,
    noneInColour: (kind) => `${kind}没有这个颜色。`,
  },
  en: {
    first: (name, price, most) => `The ${most ? 'most expensive' : 'cheapest'} is the ${name}: ${price}.`,
    firstBy: (label, name, value, most) => `${most ? 'Highest' : 'Lowest'} by ${label}: the ${name}, ${value}.`,
    after: (rows) => `Then: ${rows.join('; ')}.`,
    row: (name, value) => `${name} ${value}`,
    none: (kind) => `${capital(kind)}: none that fits that.`,
    noneInColour: (kind) => `${capital(kind)}: none in that colour.`,
  },
};

/** Words for what is the most or least of several, and for what there is none of. */
export const rankingPhrases = (language: Language): RankingPhrases => PHRASES[language];
