import { en } from './en.ts';
import { zh } from './zh.ts';

export type ConsoleDictionary = Record<keyof typeof en, string>;

/** Every language of the console. */
export const dictionaries = { en, zh } satisfies Record<string, ConsoleDictionary>;
