/** Red, green, blue, 0 to 255. */
type Colour = readonly [number, number, number];

/** A colour of the widget in the light and in the dark theme, as `#rrggbb`. */
export type Shades = [light: string, dark: string];

const WHITE: Colour = [255, 255, 255];
const BLACK: Colour = [0, 0, 0];
/** What the widget's words stand on (web/design/tokens.css: surface). */
const SURFACE = { light: WHITE, dark: [25, 31, 39] as const };
const INK: Colour = [6, 36, 31];
/** WCAG 2.2 AA for text, with a little to spare for rounding. */
const CONTRAST = 4.6;
/** How much of the colour is in the ground of chips and marks (web/widget/styles/base.css). */
const TINT = 0.12;

const parse = (hex: string): Colour => {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
};
const write = (colour: Colour): string =>
  `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
const mix = (a: Colour, b: Colour, share: number): Colour => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
  a[2] + (b[2] - a[2]) * share,
];

function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** Contrast of two colours by WCAG 2.2: 1 to 21. */
export function contrast(a: string, b: string): number {
  return ratio(parse(a), parse(b));
}

function ratio(a: Colour, b: Colour): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** The colour, taken towards black or white until words in it can be read on the surface and on its own tint. */
function readable(colour: Colour, theme: 'light' | 'dark'): Colour {
  const surface = SURFACE[theme];
  for (let share = 0; share <= 1; share += 0.04) {
    const accent = mix(colour, theme === 'light' ? BLACK : WHITE, share);
    const soft = mix(surface, accent, TINT);
    if (ratio(accent, surface) >= CONTRAST && ratio(accent, soft) >= CONTRAST) return accent;
  }
  return theme === 'light' ? BLACK : WHITE;
}

/** The widget's colour and that of words on it, from which its style sheet mixes all other shades. */
export function accentColours(hex: string): Record<'accent' | 'on-accent', Shades> {
  const [light, dark] = [readable(parse(hex), 'light'), readable(parse(hex), 'dark')];
  const onto = (colour: Colour) => write(ratio(colour, WHITE) >= CONTRAST ? WHITE : INK);
  return { accent: [write(light), write(dark)], 'on-accent': [onto(light), onto(dark)] };
}
