import type { KefuSdk } from '../widget/sdk.ts';

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
