import { en } from './en.ts';
import { zh } from './zh.ts';

export type ShopDictionary = typeof en;

/** Every language of the shop's page. */
export const dictionaries: { en: ShopDictionary; zh: ShopDictionary } = { en, zh };
