import { useEffect, useState } from 'react';
// In a project of your own: the file that Kefu serves as /widget.d.ts.
import type { KefuSdk } from '../../web/widget/kefu.d.ts';

let loading: Promise<KefuSdk> | undefined;

/** Loads the widget's script once, however many components ask. */
function loadKefu(server: string): Promise<KefuSdk> {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = `${server}/widget.js`;
    script.onerror = () => reject(new Error('Kefu is out of reach.'));
    addEventListener('kefu:ready', () => window.Kefu && resolve(window.Kefu), { once: true });
    document.head.append(script);
  });
  return loading;
}

/** The SDK, null until it is there. `token`: of the customer who is signed in to the shop, null for a visitor. */
export function useKefu(server: string, token: string | null): KefuSdk | null {
  const [kefu, setKefu] = useState<KefuSdk | null>(null);
  useEffect(() => {
    let gone = false;
    loadKefu(server).then(
      (loaded) => !gone && setKefu(loaded),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [server]);
  useEffect(() => {
    void kefu?.identify(token);
  }, [kefu, token]);
  return kefu;
}
