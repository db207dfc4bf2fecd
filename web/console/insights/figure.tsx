import { Parts } from '../ui/parts.tsx';

/** Which conversations a number leads to. */
export interface FigureKey {
  metric: string;
  key: string;
  name: string;
}

/** A number that can be pressed when something stands behind it. */
export function Figure(props: {
  name: string;
  value: string;
  text?: string | string[];
  figure?: FigureKey | undefined;
  onOpen: (figure: FigureKey) => void;
}) {
  const { figure, onOpen } = props;
  const body = (
    <>
      <span className="figure-name">{props.name}</span>
      <span className="figure-value">{props.value}</span>
      {props.text && <Parts className="quiet small">{props.text}</Parts>}
    </>
  );
  return figure ? (
    <button type="button" className="figure-card" onClick={() => onOpen(figure)}>
      {body}
    </button>
  ) : (
    <div className="figure-card">{body}</div>
  );
}
