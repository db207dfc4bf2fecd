import { useEffect, useRef, useState } from 'react';
import type { DeskEntry } from '../../api/types.ts';
import { useSurroundings } from '../surroundings.ts';

const KEY = 'kefu:desk-alerts';

/** Two short tones; made here, so that no file is fetched. */
function chime(): void {
  const audio = new AudioContext();
  const gain = audio.createGain();
  gain.connect(audio.destination);
  gain.gain.setValueAtTime(0.08, audio.currentTime);
  gain.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.5);
  for (const [at, pitch] of [
    [0, 660],
    [0.16, 880],
  ] as const) {
    const tone = audio.createOscillator();
    tone.frequency.value = pitch;
    tone.connect(gain);
    tone.start(audio.currentTime + at);
    tone.stop(audio.currentTime + at + 0.3);
  }
  setTimeout(() => void audio.close(), 1_000);
}

/**
 * Sound and, when the page is not seen, a browser notification for each customer who begins to wait; `told` says it to
 * a screen reader, be they on or off.
 */
export function useAlerts(entries: DeskEntry[] | undefined) {
  const { t } = useSurroundings();
  const [on, setOn] = useState(localStorage.getItem(KEY) === 'on');
  const [told, setTold] = useState('');
  const known = useRef<Set<string> | null>(null);

  useEffect(() => {
    if (!entries) return;
    const waiting = entries.filter(({ status }) => status === 'waiting');
    const before = known.current;
    known.current = new Set(waiting.map(({ conversationId }) => conversationId));
    const fresh = before ? waiting.filter(({ conversationId }) => !before.has(conversationId)) : [];
    if (fresh.length === 0) return;
    setTold(`${t.alertTitle}: ${fresh.map(({ customer }) => customer.name ?? t.visitor).join(', ')}`);
    if (!on) return;
    chime();
    if (document.hidden && 'Notification' in window && Notification.permission === 'granted') {
      for (const { customer, lastMessage, conversationId } of fresh) {
        const body = [customer.name ?? t.visitor, lastMessage?.text].filter(Boolean).join(': ');
        new Notification(t.alertTitle, { body, tag: conversationId });
      }
    }
  }, [entries, on, t]);

  const toggle = () => {
    const next = !on;
    setOn(next);
    localStorage.setItem(KEY, next ? 'on' : 'off');
    if (next && 'Notification' in window && Notification.permission === 'default')
      void Notification.requestPermission();
  };
  return { on, toggle, told };
}
