import type { Insertable } from 'kysely';
import { localText } from '../../stores/local-text.ts';
import type { Database } from '../../stores/schema.ts';
import type { FaqInput, Variants } from '../ports.ts';
import { ownedChunk } from '../sources/chunk-writer.ts';
import { languagesOf } from '../sources/languages-of.ts';
import { guessLanguage } from '../text/guess-language.ts';

const variantsIn = (variants: Variants | undefined, language: 'zh' | 'en', all: boolean): string[] => {
  if (!variants) return [];
  if (!Array.isArray(variants)) return variants[language] ?? [];
  return all ? variants : variants.filter((variant) => guessLanguage(variant, language) === language);
};

/** One passage a language: the question is its title, the answer its text, the variants are searched. */
export function faqPassages(id: string, faq: FaqInput): Array<Insertable<Database['chunks']>> {
  const languages = languagesOf(faq.answer, faq.locale);
  return languages.map((language) =>
    ownedChunk({
      kind: 'faq',
      sourceId: id,
      language,
      content: {
        title: localText(faq.question, language),
        heading: null,
        text: localText(faq.answer, language),
        keywords: variantsIn(faq.variants, language, languages.length === 1).join('\n'),
      },
    }),
  );
}
