/** @jsxImportSource preact */
import { fill } from '../../i18n/dictionary.ts';
import type { ChatState } from '../chat-state.ts';
import { useSurroundings } from './surroundings.ts';

const SCORES = [1, 2, 3, 4, 5] as const;

/** After a talk with a person: one to five stars. */
export function TalkRating({ state }: { state: ChatState }) {
  const { t, chat } = useSurroundings();
  if (state.rating === 'none') return null;
  if (state.rating === 'given') {
    return (
      <p class="talk-rating" role="status">
        {t.thanks}
      </p>
    );
  }
  return (
    <fieldset class="talk-rating">
      <legend>{t.rateTalk}</legend>
      {SCORES.map((score) => (
        <button
          key={score}
          type="button"
          class="star"
          aria-label={fill(t.rateScore, { n: score })}
          onClick={() => void chat?.rateTalk(score)}
        />
      ))}
    </fieldset>
  );
}
