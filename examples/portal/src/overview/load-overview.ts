import type { Boundary } from '@cnscd/domain';
import type { Client, Overview, Unit } from '@cnscd/sdk';

/** All that the page's upper half shows. */
export interface OverviewView {
  /** The unit that the address names. */
  chosen: Unit;
  /** In today's borders it is about the unit of today; null where the chosen unit was split among several. */
  overview: Overview | null;
  /** Days on which a source states teams or members of the chosen unit, newest first. */
  daysOfSources: string[];
  /** Periods for which something is stated, newest first. */
  periods: string[];
  isRegisterSynthetic: boolean;
}

interface Chosen {
  unit: string;
  asOf: string;
  boundary: Boundary;
}

const HEADLINES = ['TEAMS', 'MEMBERS'];

/** @throws {CnscdError} as `overviews.get` */
export async function loadOverview(
  client: Client,
  chosen: Chosen,
  signal: AbortSignal,
): Promise<OverviewView> {
  const { unit: code, asOf, boundary } = chosen;
  const isToday = boundary === 'CURRENT';
  const [unit, reported, figures, registered] = await Promise.all([
    client.units.get({ code, asOf }, { signal }),
    isToday ? null : client.overviews.get({ unitCode: code, asOf, boundary }, { signal }),
    client.indicators.figures({ code, asOf }, { signal }),
    client.teams.list({ unitCode: code, asOf, first: 1 }, { signal }),
  ]);
  const headlines = figures.filter((figure) => HEADLINES.includes(figure.indicator.code));
  return {
    chosen: unit,
    overview: isToday ? await overviewToday(client, unit, asOf, signal) : reported,
    daysOfSources: newestFirst(headlines.map((figure) => figure.asOf)),
    periods: newestFirst([...figures.map((figure) => figure.period ?? yearOf(figure.asOf)), yearOf(asOf)]),
    isRegisterSynthetic: registered.items.some((team) => team.isSynthetic),
  };
}

/** In today's borders a code means a unit of today, so that the chosen one is followed there first. */
async function overviewToday(
  client: Client,
  chosen: Unit,
  asOf: string,
  signal: AbortSignal,
): Promise<Overview | null> {
  let unit = chosen;
  while (unit.validTo !== null) {
    const [next, ...others] = unit.successors;
    if (next === undefined || next.to.code === null || others.length > 0) return null;
    unit = await client.units.get({ code: next.to.code, asOf: next.effectiveOn }, { signal });
  }
  return unit.code === null
    ? null
    : client.overviews.get({ unitCode: unit.code, asOf, boundary: 'CURRENT' }, { signal });
}

const yearOf = (day: string): string => day.slice(0, 4);

const newestFirst = (texts: readonly string[]): string[] => [...new Set(texts)].sort().reverse();
