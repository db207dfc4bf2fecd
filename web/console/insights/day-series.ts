import type { InsightsBody } from '../../api/types.ts';
import type { Locale } from '../../i18n/dictionary.ts';
import { insightName } from '../i18n/insight-names.ts';
import type { DaySeries } from './day-chart.tsx';
import { everyDay } from './span.ts';

const COLOURS = ['--k-accent', '--k-warm', '--k-good', '--k-bad', '--k-muted', '--k-line-strong'];

interface SeriesByDay {
  days: string[];
  series: DaySeries[];
}

/** Conversations of each day, all and contained, under the names given. */
export function dailySeries(data: InsightsBody, names: { all: string; contained: string }): SeriesByDay {
  const days = everyDay(data.from, data.series);
  const by = new Map(data.series.map((one) => [one.day, one]));
  return {
    days,
    series: [
      { name: names.all, colour: '--k-muted', values: days.map((day) => by.get(day)?.conversations ?? 0) },
      { name: names.contained, colour: '--k-accent', values: days.map((day) => by.get(day)?.contained ?? 0) },
    ],
  };
}

/** Turns of each day by route, the most frequent routes alone. */
export function routeSeries(data: InsightsBody, locale: Locale): SeriesByDay {
  const days = everyDay(data.from, data.series);
  const by = new Map(data.series.map((one) => [one.day, one.routes]));
  return {
    days,
    series: data.routes.slice(0, COLOURS.length).map(({ key }, place) => ({
      name: insightName('routes', key, locale),
      colour: COLOURS[place] ?? '--k-muted',
      values: days.map((day) => by.get(day)?.[key] ?? 0),
    })),
  };
}
