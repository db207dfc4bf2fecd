/** How a page is looked at. */
export interface Look {
  language: 'zh' | 'en';
  theme: 'light' | 'dark';
  size: { width: number; height: number };
}

export const WIDE = { width: 1280, height: 800 };
export const NARROW = { width: 390, height: 844 };

/** As part of a file's name. */
export const nameOf = ({ language, size, theme }: Look): string => `${language}-${size.width}-${theme}`;

export const EVERY_LOOK: Look[] = (['zh', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((theme) => [WIDE, NARROW].map((size): Look => ({ language, theme, size }))),
);

/** Takes the picture of what is now on a page, or of one part of it. */
export type Keep = (of: { screenshot: Shoot }, name: string) => Promise<void>;
type Shoot = (options: { animations: 'disabled' }) => Promise<Uint8Array>;
