import { useSurroundings } from '../surroundings.ts';

/** Figures as the reader writes them; a share of nothing is a dash. */
export function useNumbers() {
  const { locale } = useSurroundings();
  const tag = locale === 'zh' ? 'zh-CN' : 'en-GB';
  return {
    number: (n: number) => new Intl.NumberFormat(tag).format(n),
    /** 12,345,678 as 12.3M or 1234.6万. */
    short: (n: number) => new Intl.NumberFormat(tag, { notation: 'compact', maximumFractionDigits: 1 }).format(n),
    share: (n: number, of: number) =>
      of === 0 ? '–' : new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 }).format(n / of),
  };
}
