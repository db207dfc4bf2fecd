/** @jsxImportSource preact */

/** A line drawing in the colour of the text around it. */
export function Drawing({ path, size }: { path: string; size: 24 | 64 }) {
  return (
    <svg class={size === 24 ? 'icon' : 'art'} viewBox={`0 0 ${size} ${size}`} aria-hidden="true" focusable="false">
      <path d={path} />
    </svg>
  );
}
