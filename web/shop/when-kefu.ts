import type { KefuSdk } from '../widget/kefu.d.ts';

/** The widget's SDK as soon as /widget.js has run. */
export function whenKefu(): Promise<KefuSdk> {
  return new Promise((found) => {
    const look = () => {
      if (!window.Kefu) return;
      removeEventListener('kefu:ready', look);
      found(window.Kefu);
    };
    addEventListener('kefu:ready', look);
    look();
  });
}
