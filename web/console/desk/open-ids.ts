/** Conversations that fit side by side. */
const MOST = 3;

/** The open conversations in an address: desk/<id>,<id>. Ids hold no commas. */
export const openIdsOf = (path: string): string[] => {
  const [, encoded] = path.split('/');
  return encoded ? decodeURIComponent(encoded).split(',').filter(Boolean).slice(0, MOST) : [];
};

export const deskPath = (ids: string[]): string =>
  ids.length > 0 ? `desk/${encodeURIComponent(ids.join(','))}` : 'desk';

/** One more beside those that are open; the oldest makes room. */
export const besideOf = (ids: string[], id: string): string[] => [...ids, id].slice(-MOST);
