import { type AnchorHTMLAttributes, type MouseEvent, useMemo, useSyncExternalStore } from 'react';

const CHANGED = 'kefu:navigated';

function subscribe(listener: () => void) {
  addEventListener('popstate', listener);
  addEventListener(CHANGED, listener);
  return () => {
    removeEventListener('popstate', listener);
    removeEventListener(CHANGED, listener);
  };
}

/** The path under /console, without slashes at its ends: 'knowledge/documents'. */
export const usePath = (): string =>
  useSyncExternalStore(subscribe, () => location.pathname.replace(/^\/console\/?/, '').replace(/\/$/, ''));

/** What follows the path after '?'; with usePath, the whole address. */
export const useQuery = (): URLSearchParams => {
  const text = useSyncExternalStore(subscribe, () => location.search);
  return useMemo(() => new URLSearchParams(text), [text]);
};

/** Goes to `path` (under /console), without loading the page anew. */
export function navigate(path: string, options: { replace?: boolean } = {}): void {
  history[options.replace ? 'replaceState' : 'pushState'](null, '', `/console/${path}`);
  dispatchEvent(new Event(CHANGED));
}

const plainClick = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** A link within the console. */
export function Link({ to, ...rest }: { to: string } & AnchorHTMLAttributes<HTMLAnchorElement>) {
  return (
    <a
      {...rest}
      href={`/console/${to}`}
      onClick={(event) => {
        if (!plainClick(event)) return;
        event.preventDefault();
        navigate(to);
      }}
    />
  );
}
