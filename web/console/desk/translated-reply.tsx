import { useState } from 'react';
import { useSurroundings } from '../surroundings.ts';

export interface TranslatedReply {
  /** What the agent wrote; undefined while nothing is translated. */
  original: string | undefined;
  failed: boolean;
  /** The translation; null when there is none, and the words stay as they are. */
  make(words: string, translate: (words: string) => Promise<string | null>): Promise<string | null>;
  forget(): void;
}

/** A reply whose text became its translation, with the words that it was made of. */
export function useTranslatedReply(): TranslatedReply {
  const [original, setOriginal] = useState<string>();
  const [failed, setFailed] = useState(false);
  return {
    original,
    failed,
    async make(words, translate) {
      setFailed(false);
      const made = await translate(words);
      if (made === null) setFailed(true);
      else setOriginal(words);
      return made;
    },
    forget() {
      setOriginal(undefined);
      setFailed(false);
    },
  };
}

/** Above the box: what was translated, with the way back, or that it could not be. */
export function Translated({ reply, onBack }: { reply: TranslatedReply; onBack: (original: string) => void }) {
  const { t } = useSurroundings();
  const { original, failed } = reply;
  if (failed)
    return (
      <p className="problem" role="alert">
        {t.replyNotTranslated}
      </p>
    );
  if (original === undefined) return null;
  return (
    <div className="written small">
      <p>
        <span className="quiet">{t.original}</span> {original}
      </p>
      <button
        type="button"
        className="button small"
        onClick={() => {
          reply.forget();
          onBack(original);
        }}
      >
        {t.backToOriginal}
      </button>
    </div>
  );
}
