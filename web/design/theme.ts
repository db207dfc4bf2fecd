export type Theme = 'light' | 'dark';

const KEY = 'kefu:theme';

/** The chosen theme; null follows the system. */
export function readTheme(): Theme | null {
  const kept = localStorage.getItem(KEY);
  return kept === 'light' || kept === 'dark' ? kept : null;
}

/** What the reader sees now, chosen or the system's. */
export const currentTheme = (): Theme =>
  readTheme() ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');

/** Keeps and shows a theme. */
export function applyTheme(theme: Theme | null): void {
  if (theme) {
    localStorage.setItem(KEY, theme);
    document.documentElement.dataset.theme = theme;
  } else {
    localStorage.removeItem(KEY);
    delete document.documentElement.dataset.theme;
  }
}
