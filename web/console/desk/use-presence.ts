import { useEffect, useState } from 'react';
import { useSurroundings } from '../surroundings.ts';

const EVERY_MS = 30_000;
const KEY = 'kefu:desk-busy';

/** Says every half minute that this agent's desk is open, and whether they take conversations. */
export function usePresence() {
  const { http } = useSurroundings();
  const [available, setAvailable] = useState(localStorage.getItem(KEY) !== 'busy');
  useEffect(() => {
    const tell = () => http.json('/api/desk/presence', { method: 'PUT', body: { available } }).catch(() => undefined);
    void tell();
    const timer = setInterval(tell, EVERY_MS);
    return () => clearInterval(timer);
  }, [http, available]);
  const toggle = () => {
    localStorage.setItem(KEY, available ? 'busy' : 'available');
    setAvailable(!available);
  };
  return { available, toggle };
}
