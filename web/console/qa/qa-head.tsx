import type { ReactNode } from 'react';
import { Link } from '../router.tsx';
import { useSurroundings } from '../surroundings.ts';
import { Icon } from '../ui/icon.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { places } from './paths.ts';

/** The head of a page below the list of runs, with the way back to it. */
export function QaHead(props: { title: string; text: string; children?: ReactNode }) {
  const { t } = useSurroundings();
  return (
    <>
      <Link to={places.runs} className="plain back">
        <Icon name="left" />
        {t.backToRuns}
      </Link>
      <PageHead title={props.title} text={props.text}>
        {props.children}
      </PageHead>
    </>
  );
}
