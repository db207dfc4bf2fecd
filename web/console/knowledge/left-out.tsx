import { useSurroundings } from '../surroundings.ts';

/** Decides on one sentence; undefined where nobody may. */
type OnChoose = ((sentence: string) => void) | undefined;

function Sentences(props: {
  look: 'fault' | 'quiet';
  words: string;
  sentences: string[];
  choose: string;
  onChoose: OnChoose;
}) {
  const { look, words, sentences, choose, onChoose } = props;
  if (sentences.length === 0) return null;
  return (
    <div className="left-out small">
      <p className={look}>{words}</p>
      <ul>
        {[...new Set(sentences)].map((sentence) => (
          <li key={sentence}>
            {sentence}
            {onChoose && (
              <button
                type="button"
                className="plain"
                aria-label={`${choose}: ${sentence}`}
                onClick={() => onChoose(sentence)}
              >
                {choose}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Sentences of a text that no answer quotes, because they instruct the machine; and those that may be all the same. */
export function LeftOut(props: {
  sentences: string[];
  quotedAnyway?: string[];
  onQuote?: (sentence: string, quoted: boolean) => void;
}) {
  const { t } = useSurroundings();
  const { sentences, quotedAnyway = [], onQuote } = props;
  return (
    <>
      <Sentences
        look="fault"
        words={t.leftOut}
        sentences={sentences}
        choose={t.quoteAnyway}
        onChoose={onQuote && ((sentence) => onQuote(sentence, true))}
      />
      <Sentences
        look="quiet"
        words={t.quotedAnyway}
        sentences={quotedAnyway}
        choose={t.leaveOutAgain}
        onChoose={onQuote && ((sentence) => onQuote(sentence, false))}
      />
    </>
  );
}
