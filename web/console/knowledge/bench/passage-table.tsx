import { useState } from 'react';
import type { HitBody, SearchResponseBody } from '../../../api/types.ts';
import { fill } from '../../../i18n/dictionary.ts';
import { useSurroundings } from '../../surroundings.ts';
import { Icon } from '../../ui/icon.tsx';
import { percent } from '../../ui/percent.ts';
import { bestScores, LEGS, type Leg, movement, shortScore } from './bench-figures.ts';
import { PassageDetail } from './passage-detail.tsx';

function LegCell({ hit, leg, best, words }: { hit: HitBody; leg: Leg; best: number; words: string }) {
  const { t } = useSurroundings();
  const place = hit.legs[leg];
  if (!place) {
    return (
      <td className="leg missing" data-label={words}>
        <span className="quiet small">{t.notFoundByLeg}</span>
      </td>
    );
  }
  const moved = leg === 'rerank' ? movement(hit) : 0;
  const share = best > 0 ? Math.max(0, place.score) / best : 0;
  return (
    <td className="leg" data-label={words}>
      <span className="leg-rank">
        #{place.rank}
        {moved !== 0 && (
          <span className={moved > 0 ? 'moved up' : 'moved'}>
            <span aria-hidden="true">
              {moved > 0 ? '↑' : '↓'}
              {Math.abs(moved)}
            </span>
            <span className="hidden">{fill(moved > 0 ? t.movedUp : t.movedDown, { n: Math.abs(moved) })}</span>
          </span>
        )}
      </span>
      <span className={`leg-bar ${leg}`}>
        <span style={{ width: percent(share) }} />
      </span>
      <span className="quiet figure">{shortScore(place.score)}</span>
    </td>
  );
}

/** Each passage with its place and score in every leg; a row opens to show its text and why it stands there. */
export function PassageTable({ found }: { found: SearchResponseBody }) {
  const { t } = useSurroundings();
  const { passages, answer, explanation } = found;
  const [open, setOpen] = useState(passages[0]?.id ?? null);
  const best = bestScores(passages);
  const legs: Record<Leg, [string, string]> = {
    lexical: [t.legLexical, t.legLexicalHint],
    vector: [t.legVector, t.legVectorHint],
    fused: [t.legFused, t.legFusedHint],
    rerank: [t.legRerank, t.legRerankHint],
  };
  const kinds = { document: t.kindDocument, faq: t.kindFaq, product: t.kindProduct };
  const threshold = explanation?.threshold ?? 1;
  return (
    <div className="table-frame">
      <table className="table passages">
        <caption className="hidden">{t.passagesFound}</caption>
        <thead>
          <tr>
            <th scope="col" className="figure">
              {t.columnRank}
            </th>
            <th scope="col">{t.columnPassage}</th>
            {LEGS.map((leg) => (
              <th key={leg} scope="col" title={legs[leg][1]}>
                {legs[leg][0]}
              </th>
            ))}
            <th scope="col">{t.evidenceTitle}</th>
          </tr>
        </thead>
        {passages.map((hit) => {
          const unfolded = open === hit.id;
          const about = [kinds[hit.kind], hit.page === null ? null : fill(t.page, { n: hit.page }), hit.heading];
          return (
            <tbody key={hit.id} className={unfolded ? 'passage open' : 'passage'}>
              <tr>
                <td className="figure rank-cell">{hit.rank}</td>
                <td className="passage-title">
                  <button type="button" aria-expanded={unfolded} onClick={() => setOpen(unfolded ? null : hit.id)}>
                    <Icon name={unfolded ? 'down' : 'right'} />
                    <span>
                      <span className="strong">{hit.title}</span>
                      <span className="quiet small">{[...about, t[hit.language]].filter(Boolean).join(' · ')}</span>
                    </span>
                  </button>
                </td>
                {LEGS.map((leg) => (
                  <LegCell key={leg} hit={hit} leg={leg} best={best[leg]} words={legs[leg][0]} />
                ))}
                <td className="leg" data-label={t.evidenceTitle}>
                  <span className="leg-rank">{percent(hit.evidence)}</span>
                  <span className={hit.evidence >= threshold ? 'leg-bar enough' : 'leg-bar evidence'}>
                    <span style={{ width: percent(hit.evidence) }} />
                  </span>
                </td>
              </tr>
              {unfolded && (
                <tr className="detail">
                  <td colSpan={7}>
                    <PassageDetail
                      hit={hit}
                      quotes={answer?.citations.map(({ quote }) => quote) ?? []}
                      units={explanation?.units ?? []}
                    />
                  </td>
                </tr>
              )}
            </tbody>
          );
        })}
      </table>
    </div>
  );
}
