import { useRef } from 'react';
import type { SearchResponseBody } from '../../../api/types.ts';
import { fill } from '../../../i18n/dictionary.ts';
import type { ConsoleDictionary } from '../../i18n/dictionary.ts';
import { Link } from '../../router.tsx';
import { useSurroundings } from '../../surroundings.ts';
import { Markdown } from '../../ui/markdown.tsx';
import { useMarkedText } from '../../ui/use-marked-text.ts';
import { shares } from './bench-figures.ts';
import { sourceAddress } from './source-link.ts';

type Passage = SearchResponseBody['passages'][number];
type Units = NonNullable<SearchResponseBody['explanation']>['units'];

const FEATURES: Record<string, keyof ConsoleDictionary> = {
  coverage: 'featureCoverage',
  window: 'featureWindow',
  mass: 'featureMass',
  sentence: 'featureSentence',
  title: 'featureTitle',
  question: 'featureQuestion',
  missing: 'featureMissing',
  unknown: 'featureUnknown',
  missingExact: 'featureMissingExact',
  ownCoverage: 'featureOwnCoverage',
  ownWindow: 'featureOwnWindow',
  ownMissing: 'featureOwnMissing',
  length: 'featureLength',
  breadth: 'featureBreadth',
  heaviest: 'featureHeaviest',
  foreign: 'featureForeign',
  untyped: 'featureUntyped',
  corpus: 'featureCorpus',
  sameLanguage: 'featureSameLanguage',
  lexical: 'featureLexical',
  vector: 'featureVector',
};
const signed = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;

function Why({ why, units }: { why: NonNullable<Passage['why']>; units: Units }) {
  const { t } = useSurroundings();
  const asWritten = (texts: string[]) =>
    texts.map((text) => units.find((unit) => unit.text === text)?.written ?? text).join(' · ');
  const told = why.features.filter(({ evidence, rerank }) => evidence !== 0 || rerank !== 0);
  return (
    <div className="why">
      <h3>{t.whyTitle}</h3>
      <p className="quiet small">{t.whyHint}</p>
      <ul>
        {shares(told).map(({ name, evidence, rerank, share }) => {
          const word = FEATURES[name];
          const half = `${Math.abs(share) * 50}%`;
          return (
            <li key={name}>
              <span>{word ? t[word] : name}</span>
              <span className="why-bar" aria-hidden="true">
                <span
                  className={share < 0 ? 'less' : 'more'}
                  style={share < 0 ? { right: '50%', width: half } : { left: '50%', width: half }}
                />
              </span>
              <span className="figure">{signed(evidence)}</span>
              <span className="figure quiet small" title={t.legRerankHint}>
                {t.toOrder} {signed(rerank)}
              </span>
            </li>
          );
        })}
      </ul>
      <p className="quiet small">
        {t.startsAt}: {signed(why.bias)}
      </p>
      {why.met.length > 0 && (
        <p className="small">
          {t.whyMet}: <span className="met">{asWritten(why.met)}</span>
        </p>
      )}
      {why.missing.length > 0 && (
        <p className="small">
          {t.whyMissing}: <span className="not-met">{asWritten(why.missing)}</span>
        </p>
      )}
    </div>
  );
}

/** A passage's text with what would be quoted and the words that it meets marked, and why it stands where it does. */
export function PassageDetail({ hit, quotes, units }: { hit: Passage; quotes: string[]; units: Units }) {
  const { t } = useSurroundings();
  const text = useRef<HTMLDivElement>(null);
  // A table row is quoted with its cells divided; each cell is looked for by itself.
  const quoted = quotes.flatMap((quote) => quote.split(/\s*[|\n]\s*/)).filter((part) => part.trim().length > 3);
  useMarkedText('quoted', text, quoted);
  useMarkedText('found', text, hit.why?.met.filter((unit) => unit.length > 1) ?? []);
  const address = sourceAddress({ ...hit, passageId: hit.id });
  return (
    <div className="passage-detail">
      <div>
        <div className="passage-text" ref={text} lang={hit.language === 'zh' ? 'zh-CN' : 'en'}>
          <Markdown text={hit.text} />
        </div>
        {address && (
          <p className="small">
            <Link to={address}>
              {t.openSource}
              {hit.page === null ? '' : ` · ${fill(t.page, { n: hit.page })}`}
            </Link>
          </p>
        )}
      </div>
      {hit.why && <Why why={hit.why} units={units} />}
    </div>
  );
}
