import { useSurroundings } from '../surroundings.ts';

/** Sentences of a text that no answer quotes, because they instruct the machine. */
export function LeftOut({ sentences }: { sentences: string[] }) {
  const { t } = useSurroundings();
  if (sentences.length === 0) return null;
  return (
    <div className="left-out small">
      <p className="fault">{t.leftOut}</p>
      <ul>
        {[...new Set(sentences)].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}
