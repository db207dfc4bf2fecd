import { useMemo } from 'react';
import type { InsightsBody } from '../../api/types.ts';
import { useSurroundings } from '../surroundings.ts';
import { DayChart } from './day-chart.tsx';
import { dailySeries, routeSeries } from './day-series.ts';
import type { FigureKey } from './figure.tsx';
import { MainFigures } from './main-figures.tsx';
import { ModelCost } from './model-cost.tsx';
import { Rankings } from './rankings.tsx';
import { Recommended } from './recommended.tsx';
import { Resolution } from './resolution.tsx';

/** All figures of a span; those of conversations open them. */
export function Report({ data, onOpen }: { data: InsightsBody; onOpen: (figure: FigureKey) => void }) {
  const { t, locale } = useSurroundings();
  const daily = useMemo(() => dailySeries(data, { all: t.conversationsWord, contained: t.containment }), [data, t]);
  const routes = useMemo(() => routeSeries(data, locale), [data, locale]);
  return (
    <>
      <MainFigures data={data} onOpen={onOpen} />
      <Resolution conversations={data.conversations} onOpen={onOpen} />
      <Recommended data={data} onOpen={onOpen} />
      <ModelCost data={data} onOpen={onOpen} />
      <DayChart title={t.overTime} text={t.overTimeText} days={daily.days} series={daily.series} />
      <DayChart title={t.routesOverTime} days={routes.days} series={routes.series} />
      <Rankings data={data} onOpen={onOpen} />
    </>
  );
}
