import type { Sentence } from '../text/sentences.ts';
import type { AnalysedPassage } from './analysed-passage.ts';
import { holdsAnswer, isKindTerm, typeOfKindTerm } from './answer-type.ts';
import { hasLimitTerm } from './limits.ts';
import type { Terms } from './term-set.ts';

/** What a question is compared with in a passage. */
export interface PassageTerms extends Pick<AnalysedPassage, 'passage' | 'title' | 'heading' | 'questions'> {
  all: Terms;
  sentences: ReadonlyArray<{ sentence: Sentence; terms: Terms & { size: number } }>;
}

function holdsKind(term: string, sentence: Sentence, question: string): boolean {
  const limit = hasLimitTerm(term, sentence, question);
  if (limit !== undefined) return limit;
  const type = typeOfKindTerm(term);
  return type !== undefined && holdsAnswer(type, sentence, question);
}

/**
 * A passage whose sentences have, beside their own words, the kinds of things that they hold: "12 元" stands for
 * "how much". Looked up only when a word of the question asks for it.
 */
export function withAnswerKind(passage: AnalysedPassage, question: string): PassageTerms {
  const sentences = passage.sentences.map(({ sentence, terms }) => {
    let known: Map<string, boolean> | undefined;
    const holds = (term: string): boolean => {
      known ??= new Map();
      const found = known.get(term) ?? holdsKind(term, sentence, question);
      known.set(term, found);
      return found;
    };
    const has = (term: string) => (isKindTerm(term) ? holds(term) : terms.has(term));
    return { sentence, terms: { has, size: terms.size } };
  });
  const all: Terms = {
    has: (term) => (isKindTerm(term) ? sentences.some(({ terms }) => terms.has(term)) : passage.all.has(term)),
  };
  return { ...passage, sentences, all };
}
