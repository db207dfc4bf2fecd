import { defineSuite } from '../harness/define-suite.ts';
import { openSourceNames, SAMPLE_SHOP } from '../harness/sample-sources.ts';
import type { Suite } from '../harness/suite.ts';
import { type DatasetReply, ordersFit, routeFits, saysTheReference, sourceFits } from './dataset-scorers.ts';
import type { PortableCase } from './portable-case.ts';

/** Questions that came from elsewhere, asked and judged by what they expect. Nothing has a bar: whoever brings them sets it. */
export const datasetSuite = (name: string, cases: PortableCase[]): Suite =>
  defineSuite<PortableCase, DatasetReply>({
    name,
    description: `${cases.length} questions of a dataset`,
    cases,
    idOf: ({ id }) => id,
    async open(context) {
      const shop = await context.shop();
      const sourceOf = await openSourceNames(SAMPLE_SHOP);
      return {
        async ask({ question, language, customer }) {
          const { reply, trace, ms } = await shop.say({ text: question, language, customer });
          return { answer: { reply, sources: reply.citations.map(sourceOf) }, trace, ms };
        },
      };
    },
    scorers: [
      { name: 'route as expected', bar: null, score: routeFits },
      { name: 'source as expected', bar: null, score: sourceFits },
      { name: 'orders shown', bar: null, score: ordersFit },
      { name: 'says what the reference says', bar: null, score: saysTheReference },
    ],
  });
