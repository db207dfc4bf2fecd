import { type PageIconName, pageIcons } from '../../design/page-icons.ts';

/** A line icon in the colour of the text around it; silent for screen readers. */
export function Icon({ name }: { name: PageIconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={pageIcons[name]} />
    </svg>
  );
}
