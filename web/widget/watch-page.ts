/** Hears when the page is seen again and when the network goes and comes; returns what ends the hearing. */
export function watchPage(on: { visible: () => void; offline: () => void; online: () => void }): () => void {
  const visible = () => {
    if (!document.hidden) on.visible();
  };
  document.addEventListener('visibilitychange', visible);
  addEventListener('online', on.online);
  addEventListener('offline', on.offline);
  return () => {
    document.removeEventListener('visibilitychange', visible);
    removeEventListener('online', on.online);
    removeEventListener('offline', on.offline);
  };
}
