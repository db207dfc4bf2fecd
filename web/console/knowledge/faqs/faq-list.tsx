import { useState } from 'react';
import type { FaqBody } from '../../../api/types.ts';
import { plainText } from '../../../design/plain-text.ts';
import { fill } from '../../../i18n/dictionary.ts';
import { useSurroundings } from '../../surroundings.ts';
import { EditButtons } from '../../ui/edit-buttons.tsx';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { LeftOut } from '../left-out.tsx';
import { countVariants, inWords, languagesOf } from './local-text.ts';

/** FAQs that are drawn before somebody asks for more. */
const STEP = 100;

const everyText = ({ question, answer, variants }: FaqBody) =>
  JSON.stringify([question, answer, variants]).toLowerCase();

/** FAQs with a search over questions, answers and other wordings. */
export function FaqList(props: {
  faqs: FaqBody[];
  filter: string;
  onFilter: (filter: string) => void;
  onEdit: (faq: FaqBody) => void;
  onRemove: (faq: FaqBody) => void;
  onQuote: (faq: FaqBody, choice: { sentence: string; quoted: boolean }) => void;
}) {
  const { t, locale, format } = useSurroundings();
  const { faqs, filter, onFilter, onEdit, onRemove, onQuote } = props;
  const [drawn, setDrawn] = useState(STEP);
  const wanted = filter.trim().toLowerCase();
  const shown = faqs.filter((faq) => everyText(faq).includes(wanted));
  return (
    <>
      <FilterBar label={t.filterFaqs} value={filter} onChange={onFilter} shown={shown.length} total={faqs.length} />
      <ul className="faq-list">
        {shown.slice(0, drawn).map((faq) => {
          const question = inWords(faq.question, locale);
          const about = [
            languagesOf(faq)
              .map((language) => t[language])
              .join(' + '),
            countVariants(faq) > 0 ? fill(t.variantCount, { n: countVariants(faq) }) : null,
            `${t.updated} ${format.moment(faq.updatedAt)}`,
            faq.updatedBy ? fill(t.by, { name: faq.updatedBy }) : null,
          ];
          return (
            <li className="faq" key={faq.id}>
              <div>
                <h2>{question}</h2>
                <p className="faq-answer">{plainText(inWords(faq.answer, locale))}</p>
                <LeftOut
                  sentences={faq.leftOut}
                  quotedAnyway={faq.quotedAnyway}
                  onQuote={(sentence, quoted) => onQuote(faq, { sentence, quoted })}
                />
                <p className="quiet small">{about.filter(Boolean).join(' · ')}</p>
              </div>
              <EditButtons title={question} onEdit={() => onEdit(faq)} onRemove={() => onRemove(faq)} />
            </li>
          );
        })}
      </ul>
      {shown.length > drawn && (
        <p className="table-more">
          <button type="button" className="button small" onClick={() => setDrawn(drawn + STEP)}>
            {t.more}
          </button>
        </p>
      )}
      {shown.length === 0 && <p className="loading">{fill(t.noMatch, { query: filter })}</p>}
    </>
  );
}
