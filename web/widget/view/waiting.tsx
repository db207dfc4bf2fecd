/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import { fill } from '../../i18n/dictionary.ts';
import type { ChatState } from '../chat-state.ts';
import { useSurroundings } from './surroundings.ts';

/** The customer's e-mail or phone, to be answered later. */
function ContactForm({ onDone }: { onDone: () => void }) {
  const { t, chat } = useSurroundings();
  const [contact, setContact] = useState('');
  const [note, setNote] = useState('');
  const send = async () => {
    const reach = contact.trim();
    const field = reach.includes('@') ? { email: reach } : { phone: reach };
    if (await chat?.leaveContact({ ...field, ...(note.trim() ? { note: note.trim() } : {}) })) onDone();
  };
  return (
    <form
      class="contact"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label>
        {t.contactField}
        <input
          required
          maxLength={254}
          value={contact}
          autocomplete="email"
          onInput={(event) => setContact(event.currentTarget.value)}
        />
      </label>
      <label>
        {t.contactNote}
        <input maxLength={2000} value={note} onInput={(event) => setNote(event.currentTarget.value)} />
      </label>
      <p>
        <button type="submit" class="chip">
          {t.contactSend}
        </button>
        <button type="button" class="link" onClick={onDone}>
          {t.contactClose}
        </button>
      </p>
    </form>
  );
}

/** While nobody has come yet: the place in the queue or when people answer, and the ways out. */
export function Waiting({ state }: { state: ChatState }) {
  const { t, format, chat } = useSurroundings();
  const [writing, setWriting] = useState(false);
  const { status, handoff } = state;
  if (status !== 'waiting' || !handoff) return null;
  const place = handoff.ahead ? fill(t.waitingAhead, { n: handoff.ahead }) : null;
  const opens = handoff.opensAt
    ? fill(t.waitingOpens, { time: format.moment(handoff.opensAt, handoff.timeZone) })
    : null;
  const reach = handoff.contact?.email ?? handoff.contact?.phone;
  return (
    <div class="waiting-room">
      {(opens ?? place) && <p>{opens ?? place}</p>}
      {reach && <p>{fill(t.contactKept, { contact: reach })}</p>}
      {writing ? (
        <ContactForm onDone={() => setWriting(false)} />
      ) : (
        <p>
          <button type="button" class="chip" onClick={() => setWriting(true)}>
            {t.contactLeave}
          </button>
          <button type="button" class="chip" onClick={() => void chat?.leaveQueue()}>
            {t.backToBot}
          </button>
        </p>
      )}
    </div>
  );
}
