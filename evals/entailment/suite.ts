import { createGrounding } from '../../graph/engines/grounding/grounding.ts';
import { tradeWords } from '../../knowledge/text/trade-words.ts';
import type { Language } from '../../stores/schema.ts';
import { type CaseResult, type Suite, share } from '../harness/suite.ts';
import type { EntailmentCase } from './cases.ts';
import { EN_CASES } from './pairs-en.ts';
import { ZH_CASES } from './pairs-zh.ts';

const CASES: Record<Language, EntailmentCase[]> = { zh: ZH_CASES, en: EN_CASES };

/** Whether a model's sentences are let through that a passage bears out, and held back where it does not. */
export const entailmentSuite: Suite = {
  name: 'entailment',
  description: 'Eighty-four true and eighty-four false sentences a language, against the passage that they are about',
  async run() {
    const { analyzer } = tradeWords();
    const cases: CaseResult[] = [];
    const metrics = (['zh', 'en'] as const).flatMap((language) => {
      const own = { supported: [] as CaseResult[], unsupported: [] as CaseResult[] };
      for (const { source, pairs } of CASES[language]) {
        const grounding = createGrounding({
          analyzer,
          sources: [{ text: source, language }],
          language,
          instructions: '',
        });
        for (const pair of pairs)
          (['supported', 'unsupported'] as const).forEach((kind, at) => {
            const said = pair[at] ?? '';
            const holds = grounding.support(said, [0]) !== undefined;
            own[kind].push({
              id: `${language} ${kind}: ${said}`,
              passed: holds === (at === 0),
              expected: at === 0 ? 'let through' : 'held back',
              actual: holds ? 'let through' : 'held back',
            });
          });
      }
      cases.push(...own.supported, ...own.unsupported);
      return [
        { name: `${language}: true sentences let through`, value: share(own.supported), bar: 0.85 },
        { name: `${language}: false sentences held back`, value: share(own.unsupported), bar: 0.95 },
      ];
    });
    return { metrics, cases, notes: [] };
  },
};
