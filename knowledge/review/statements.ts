import type { Analyzer } from '../text/analyzer.ts';
import { type Matter, matterOf } from '../text/likeness.ts';
import { type Measure, measuresOf } from '../text/measures.ts';
import { splitSentences } from '../text/sentences.ts';
import type { Passage } from '../types.ts';
import { polarityOf, withoutPolarity } from './polarity.ts';

/** A sentence that another one may contradict: it holds a measure, or says that something is or is not. */
export interface Statement {
  passage: Passage;
  quote: string;
  /** What it is about, without its measures. */
  matter: Matter;
  /** What title and heading are about. */
  place: Matter;
  /** Model names of the sentence and what stands above it. */
  models: ReadonlySet<string>;
  measures: Measure[];
  polarity: boolean | undefined;
}

const LONGEST = 300;
const LEAST_UNITS = 2;
const MOST_MEASURES = 4;

const modelsOf = (...matters: Matter[]) =>
  new Set(
    matters.flatMap(({ units }) => units.filter(({ unit }) => unit.kind === 'model').map(({ unit }) => unit.text)),
  );

/** A question says little by itself, but is what its answer is about. */
const above = ({ title, heading }: Passage) => (heading === null ? title : `${title} ${heading}`);

export function statementsOf(passage: Passage, analyzer: Analyzer): Statement[] {
  const place = matterOf(above(passage), analyzer);
  return splitSentences(passage.text).flatMap((sentence) => {
    const whole = sentence.lead && sentence.kind === 'item' ? `${sentence.lead} ${sentence.text}` : sentence.text;
    // A table's row is read by its columns, which sentences don't have.
    if (sentence.kind === 'row' || whole.length > LONGEST) return [];
    const { measures, bare, loose } = measuresOf(whole);
    const polarity = polarityOf(whole);
    if ((measures.length === 0 && polarity === undefined) || measures.length > MOST_MEASURES || loose > 0) return [];
    // An FAQ's answer leaves out what its question has said.
    const matter = matterOf(
      passage.kind === 'faq' ? `${passage.title} ${withoutPolarity(bare)}` : withoutPolarity(bare),
      analyzer,
    );
    if (matter.units.length < LEAST_UNITS) return [];
    return [{ passage, quote: sentence.text, matter, place, models: modelsOf(place, matter), measures, polarity }];
  });
}
