import { type Boundary, statedTotal, sumOf, type TeamRule, type Total } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { bordersOn } from '../../arguments.ts';
import { type Context, groupBy, perRequest } from '../../context.ts';
import type { UnitRow } from '../../entities/rows.ts';
import { rulesOfUnit } from '../../entities/team-rule.ts';
import { unitById } from '../../entities/unit.ts';
import { figuresInRegions, type StatingUnit } from '../../rollup/figures-in-regions.ts';
import {
  completeness,
  type Extent,
  extentOf,
  partsOfRegions,
  type RegionPart,
  speaking,
} from '../../rollup/parts-of-regions.ts';
import { type RegisteredRow, registeredInRegions } from '../../rollup/registered-in-regions.ts';
import { HEADLINE_INDICATORS, STANDING_COUNTS } from '../../rollup/standing-counts.ts';

/** A unit that makes up the overview, with the rules that hold for it. */
export interface OverviewUnit extends StatingUnit {
  rules: TeamRule[];
}

/** Everything an overview is computed from. */
export interface Overview {
  unit: UnitRow;
  day: string;
  boundary: Boundary;
  chosen: OverviewUnit[];
  below: OverviewUnit[];
  unallocated: StatingUnit[];
  extent: Extent;
  /** Empty: the region had no register yet, or nothing of it can be counted. */
  registered: RegisteredRow[];
  /** Registered teams that lie here only in part, or not surely as a whole. */
  unallocatedTeams: number;
}

export interface OverviewKey {
  unitId: string;
  day: string;
  boundary: Boundary;
}

const identity = ({ unitId, day, boundary }: OverviewKey) => `${day} ${boundary} ${unitId}`;

/** Overviews of many units: a fixed number of statements for each day and boundary asked for. */
export const overviewOf = perRequest<OverviewKey, Overview>(async (ctx, keys) => {
  const groups = groupBy(keys, ({ day, boundary }) => `${day} ${boundary}`);
  const found = new Map<string, Overview>();
  for (const group of groups.values()) {
    for (const overview of await readOverviews(ctx, group)) {
      found.set(identity({ ...overview, unitId: overview.unit.id }), overview);
    }
  }
  return keys.map(
    (key) => found.get(identity(key)) ?? new Error(`no overview of ${key.unitId}`),
  ) as Overview[]; // DataLoader rejects an Error for its key alone
}, identity);

async function readOverviews(ctx: Context, keys: [OverviewKey, ...OverviewKey[]]): Promise<Overview[]> {
  const [{ day, boundary }] = keys;
  const regionIds = keys.map((key) => key.unitId);
  const [stating, parts, registered, units] = await Promise.all([
    figuresInRegions(ctx, {
      regionIds,
      boundary,
      indicatorCodes: STANDING_COUNTS,
      counts: sql`f.as_of <= ${day}::date`,
      headline: HEADLINE_INDICATORS,
    }),
    partsOfRegions(ctx, { regionIds, day: bordersOn(ctx, boundary, day), boundary }),
    registeredInRegions(ctx, regionIds, day),
    unitById(ctx).loadMany(regionIds),
  ]);
  const rules = rulesOfUnit(ctx);
  const withRules = await Promise.all(
    stating.map(async (unit): Promise<OverviewUnit> => ({ ...unit, rules: await rules.load(unit.unitId) })),
  );
  return units.flatMap((unit) =>
    unit === null || unit instanceof Error
      ? []
      : [
          overviewFrom(
            unit,
            { day, boundary },
            withRules.filter(isIn(unit)),
            parts.filter(isIn(unit)),
            registered.filter(isIn(unit)),
          ),
        ],
  );
}

const isIn =
  (region: UnitRow) =>
  ({ regionId }: { regionId: string }) =>
    regionId === region.id;

function overviewFrom(
  unit: UnitRow,
  { day, boundary }: { day: string; boundary: Boundary },
  stating: OverviewUnit[],
  parts: RegionPart[],
  registered: RegisteredRow[],
): Overview {
  const all = registered.find((row) => row.isTotal);
  const unallocatedTeams = all?.unallocatedTeams ?? 0;
  const isUncountable = all?.teams === 0 && unallocatedTeams > 0;
  const candidates = stating.filter(({ standing }) => standing === 'CHOSEN');
  const extent = extentOf({ id: unit.id, isNation: unit.level === 'NATION' }, candidates, parts);
  return {
    unit,
    day,
    boundary,
    chosen: speaking(candidates, extent),
    below: stating.filter(({ standing }) => standing === 'BELOW'),
    unallocated: stating.filter(({ standing }) => standing === 'UNALLOCATED'),
    extent,
    registered: isUncountable ? [] : registered,
    unallocatedTeams,
  };
}

/** What the chosen units state for an indicator, together. */
export function reportedTotal(overview: Overview, indicatorCode: string): Total | null {
  return sumOf(overview.chosen.map((unit) => statedTotal(unit.figures, indicatorCode)));
}

/** The share of what the sum should hold that has a figure, 0–1. */
export function completenessOf(overview: Overview, indicatorCode: string): number {
  const withTotal = new Set(
    overview.chosen
      .filter((unit) => statedTotal(unit.figures, indicatorCode) !== null)
      .map((unit) => unit.unitId),
  );
  return completeness(overview.extent, (unitId) => withTotal.has(unitId));
}
