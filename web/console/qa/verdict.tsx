/** What was expected and what came, a line each; what is null is left out. */
export function Verdict({ lines, small }: { lines: Array<[label: string, text: string | null]>; small?: boolean }) {
  return (
    <dl className={small ? 'verdict small' : 'verdict'}>
      {lines.map(
        ([label, text]) =>
          text !== null && (
            <div key={label}>
              <dt className="quiet">{label}</dt>
              <dd>{text}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
