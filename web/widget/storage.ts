/** localStorage that never throws: private windows and blocked storage fall back to this page's memory. */
export interface KeyValue {
  get(key: string): string | null;
  set(key: string, value: string | null): void;
}

export function createStorage(prefix: string): KeyValue {
  const memory = new Map<string, string>();
  return {
    get(key) {
      try {
        return localStorage.getItem(prefix + key) ?? memory.get(key) ?? null;
      } catch {
        return memory.get(key) ?? null;
      }
    },
    set(key, value) {
      if (value === null) memory.delete(key);
      else memory.set(key, value);
      try {
        if (value === null) localStorage.removeItem(prefix + key);
        else localStorage.setItem(prefix + key, value);
      } catch {
        // Memory holds it for as long as the page lives.
      }
    },
  };
}
