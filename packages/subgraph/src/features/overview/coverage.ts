import {
  type AdminLevel as Level,
  type StatedFigure,
  statedBreakdown,
  statedTotal,
  sumOf,
  type Total,
} from '@cnscd/domain';
import { builder } from '../../builder.ts';
import { type Context, groupBy, groupedBy, perRequest } from '../../context.ts';
import { AdminLevel } from '../../enums.ts';
import { PUBLIC } from '../../permissions/access.ts';
import { type RegisteredCoverageRow, registeredCoverage } from '../../rollup/registered-in-regions.ts';
import type { Overview } from './overview-loader.ts';

interface CoverageRow {
  level: Level;
  covered: number;
  total: number;
  basis: 'REPORTED' | 'REGISTERED';
}

const CoverageBasis = builder.enumType('CoverageBasis', {
  values: ['REPORTED', 'REGISTERED'] as const,
  description: 'Whether a coverage is as sources state it, or counted in the register.',
});

export const Coverage = builder.objectRef<CoverageRow>('Coverage').implement({
  extensions: PUBLIC,
  description: 'Units with at least one team, of all units of that level [độ phủ].',
  shareable: true,
  fields: (t) => ({
    level: t.expose('level', { type: AdminLevel, description: 'Level of the units.' }),
    covered: t.exposeInt('covered', { description: 'Units with at least one team.' }),
    total: t.exposeInt('total', { description: 'Units that there are.' }),
    ratio: t.float({
      description: 'covered ÷ total, 0–1; 0 where there are none.',
      resolve: ({ covered, total }) => (total === 0 ? 0 : covered / total),
    }),
    basis: t.expose('basis', {
      type: CoverageBasis,
      description: 'Reported or registered. Reported come first.',
    }),
  }),
});

const LEVELS = [
  { level: 'DISTRICT', units: 'DISTRICTS', covered: 'DISTRICTS_COVERED' },
  { level: 'COMMUNE', units: 'COMMUNES', covered: 'COMMUNES_COVERED' },
  { level: 'VILLAGE', units: 'VILLAGES', covered: 'VILLAGES_COVERED' },
] as const;

/** Reported coverage where sources state both numbers, then what the register gives. */
export async function coverageOf(overview: Overview, _: unknown, ctx: Context): Promise<CoverageRow[]> {
  const reported = LEVELS.flatMap(({ level, units, covered }): CoverageRow[] => {
    const pairs = overview.chosen.flatMap(({ figures }) => coveragePair(figures, level, units, covered));
    const [part, whole] = [sumOf(pairs.map((pair) => pair.part)), sumOf(pairs.map((pair) => pair.whole))];
    return part === null || whole === null
      ? []
      : [{ level, covered: part.value, total: whole.value, basis: 'REPORTED' }];
  });
  if (overview.registered.length === 0) return reported;
  const counted = await coverageInRegister(ctx).load({ unitId: overview.unit.id, day: overview.day });
  return [...reported, ...counted.map((row): CoverageRow => ({ ...row, basis: 'REGISTERED' }))];
}

/** Covered units and all units of one stating unit, the latter as they stood when the former were counted. */
function coveragePair(figures: StatedFigure[], level: Level, units: string, covered: string) {
  const part = coveredBy(figures, level, covered);
  if (part === null) return [];
  const before = figures.filter((figure) => figure.asOf <= part.asOf);
  const whole = statedTotal(before, units) ?? statedTotal(figures, units);
  return whole === null ? [] : [{ part, whole }];
}

/** Stated as such; else one commune team for each commune (one district team for each district) that has one. */
function coveredBy(figures: StatedFigure[], level: Level, indicatorCode: string): Total | null {
  const stated = statedTotal(figures, indicatorCode);
  if (stated !== null || level === 'VILLAGE') return stated;
  const part = statedBreakdown(figures, 'TEAMS').find((figure) => figure.level === level);
  return part === undefined
    ? null
    : { value: part.value, qualifier: part.qualifier, asOf: part.asOf, parts: [part] };
}

interface CoverageKey {
  unitId: string;
  day: string;
}

const coverageInRegister = perRequest<CoverageKey, RegisteredCoverageRow[]>(
  async (ctx, keys) => {
    const days = groupBy(keys, (key) => key.day);
    const rows = await Promise.all(
      [...days].map(async ([day, group]) => {
        const found = await registeredCoverage(
          ctx,
          group.map((key) => key.unitId),
          day,
        );
        return found.map((row) => ({ ...row, day }));
      }),
    );
    return groupedBy(
      keys.map((key) => `${key.day} ${key.unitId}`),
      rows.flat(),
      (row) => `${row.day} ${row.regionId}`,
    );
  },
  (key) => `${key.day} ${key.unitId}`,
);
