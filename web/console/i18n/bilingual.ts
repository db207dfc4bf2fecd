/** Words of one part of the console, both languages side by side: a word that one of them lacks fails the compiler. */
export const bilingual = <Words extends Record<string, string>>(words: {
  en: Words;
  zh: Record<keyof NoInfer<Words>, string>;
}): { en: Words; zh: Record<keyof Words, string> } => words;
