import type { ShopDictionary } from './i18n/dictionary.ts';

/** Line drawings of the shop's goods on a 64-unit grid, one path each, in the order they are shown. */
export const categoryArt: Record<keyof ShopDictionary['categories'], string> = {
  headphones:
    'M12 40v-6a20 20 0 0 1 40 0v6M12 40a4 4 0 0 1 4-4h3v16h-3a4 4 0 0 1-4-4v-8ZM52 40a4 4 0 0 0-4-4h-3v16h3a4 4 0 0 0 4-4v-8Z',
  vacuum:
    'M32 54a22 22 0 1 0 0-44 22 22 0 0 0 0 44ZM32 37a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM32 28h.01M22 48h20M14.5 40h6M43.5 40h6',
  air: 'M20 8h24a4 4 0 0 1 4 4v40a4 4 0 0 1-4 4H20a4 4 0 0 1-4-4V12a4 4 0 0 1 4-4ZM24 16h16M32 42a8 8 0 1 0 0-16 8 8 0 0 0 0 16ZM32 34h.01M24 50h16',
  kitchen:
    'M12 26h40v18a8 8 0 0 1-8 8H20a8 8 0 0 1-8-8V26ZM10 26h44M16 26a16 11 0 0 1 32 0M29 15v-3h6v3M26 40h12M8 32h4M52 32h4',
  coffee:
    'M14 8h36v12H14zM20 20v34M14 56h36M20 8v12M34 20v6h8v-6M30 36h16v8a6 6 0 0 1-6 6h-4a6 6 0 0 1-6-6v-8ZM46 39h3a3 3 0 0 1 0 7h-3M38 29v3',
  fan: 'M32 44a18 18 0 1 0 0-36 18 18 0 0 0 0 36ZM32 29a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM32 23c-2-6 0-10 5-11M34.6 27.5c6.200 1.200 8.500 5 7 9.800M29.400 27.500c-4.200 4.700-8.700 4.600-12-0.800M32 44v10M22 56h20',
  projector:
    'M10 22h44a4 4 0 0 1 4 4v16a4 4 0 0 1-4 4H10a4 4 0 0 1-4-4V26a4 4 0 0 1 4-4ZM42 42a8 8 0 1 0 0-16 8 8 0 0 0 0 16ZM42 34h.01M14 30h10M14 36h6M16 46v5M48 46v5',
  watch:
    'M24 20l2-12h12l2 12M24 44l2 12h12l2-12M24 18h16a6 6 0 0 1 6 6v16a6 6 0 0 1-6 6H24a6 6 0 0 1-6-6V24a6 6 0 0 1 6-6ZM32 26v7l4.500 3M49 29v5',
};
