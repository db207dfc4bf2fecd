import type { FaqBody, FaqInputBody } from '../../../api/types.ts';
import { fill } from '../../../i18n/dictionary.ts';
import { useSurroundings } from '../../surroundings.ts';
import { inWords } from './local-text.ts';

/** What a removed FAQ is written anew from. */
export const asInput = ({ question, answer, variants, locale }: FaqBody): FaqInputBody => ({
  ...{ question, answer, variants, locale },
});

/** Told after a removal, with the way back. */
export function RemovedNote(props: { faq: FaqBody; busy: boolean; onUndo: () => void }) {
  const { t, locale } = useSurroundings();
  return (
    <p className="note spread">
      {fill(t.faqRemoved, { title: inWords(props.faq.question, locale) })}
      <button type="button" className="button small" disabled={props.busy} onClick={props.onUndo}>
        {t.undoRemoval}
      </button>
    </p>
  );
}
