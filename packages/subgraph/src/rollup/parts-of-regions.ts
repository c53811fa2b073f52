import type { Boundary } from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { Context } from '../context.ts';
import { standsOn } from '../entities/unit.ts';
import type { StatingUnit } from './figures-in-regions.ts';

/** A unit that a sum over a region should hold. */
export interface RegionPart {
  regionId: string;
  partId: string;
  kind: 'CHILD' | 'PREDECESSOR';
  /** Units directly below the part. */
  children: string[];
  /** Units that the part lies in as a whole, itself too. */
  liesIn: string[];
  /** Provinces that lie in the part: former ones, where the part is a province of today. */
  provinces: string[];
}

export interface PartQuestion {
  regionIds: readonly string[];
  day: string;
  boundary: Boundary;
}

/** The units directly below each region on a day and, in current borders, those that went into it. */
export function partsOfRegions(
  ctx: Context,
  { regionIds, day, boundary }: PartQuestion,
): Promise<RegionPart[]> {
  return ctx.db.rows<RegionPart>(sql`
    /* partsOfRegions */
    with part as materialized (
      select u.parent_id as region_id, u.id, u.level, 'CHILD' as kind from admin_unit u
      where u.parent_id = any(${regionIds}::text[]) and ${standsOn(day)}
      union all
      select l.to_id, l.from_id, u.level, 'PREDECESSOR' from unit_link l join admin_unit u on u.id = l.from_id
      where ${boundary} = 'CURRENT' and l.to_id = any(${regionIds}::text[])
    )
    select part.region_id as "regionId", part.id as "partId", part.kind,
      array(select u.id from admin_unit u where u.parent_id = part.id and ${standsOn(day)}) as children,
      array(select s.region_id from unit_scope s where s.unit_id = part.id and s.containment = 'WHOLE') as "liesIn",
      case when part.level = 'PROVINCE' then array(
        select s.unit_id from unit_scope s join admin_unit u on u.id = s.unit_id
        where s.region_id = part.id and s.containment = 'WHOLE' and u.level = 'PROVINCE') else '{}' end as provinces
    from part order by part.region_id, part.kind, part.id`);
}

/** How much of a region is spoken for, and by whom. */
export interface Extent {
  /** For each unit that the sum should hold, the stating units that speak for all of it; none: it is silent. */
  speakers: string[][];
  /** Units directly below (or before) the region that nobody speaks for, and how many there are in all. */
  silent: number;
  of: number;
}

/**
 * What a region's sum should hold: itself, when it speaks for itself; for the nation, the provinces that report at
 * all; for a unit of today made of former ones, those; otherwise the units directly below it. A figure about a small
 * piece of a silent unit does not stand for that unit.
 */
export function extentOf(
  region: { id: string; isNation: boolean },
  chosen: readonly StatingUnit[],
  parts: readonly RegionPart[],
): Extent {
  if (chosen.some((unit) => unit.unitId === region.id)) return { speakers: [[region.id]], silent: 0, of: 1 };
  const stating = new Set(chosen.map((unit) => unit.unitId));
  const children = parts.filter((part) => part.kind === 'CHILD');
  if (region.isNation) return extentOfNation(chosen, children, stating);
  const former = parts.filter((part) => part.kind === 'PREDECESSOR');
  const [ofFormer, ofChildren] = [former, children].map((list) =>
    list.map((part) => speakersFor(part, stating)),
  );
  const speaking = (speakers: string[][] = []) => speakers.filter((each) => each.length > 0).length;
  const isWhole = children.length > 0 && speaking(ofChildren) === children.length;
  const isMadeOfFormer = !isWhole && speaking(ofFormer) > 0;
  const speakers = (isMadeOfFormer ? ofFormer : ofChildren) ?? [];
  return { speakers, silent: speakers.length - speaking(speakers), of: speakers.length };
}

/** Provinces that speak, of whatever time, and those of the day whose units below all speak. */
function extentOfNation(
  chosen: readonly StatingUnit[],
  children: readonly RegionPart[],
  stating: ReadonlySet<string>,
): Extent {
  const provinces = new Set(chosen.filter((unit) => unit.level === 'PROVINCE').map((unit) => unit.unitId));
  const others = children.filter(
    (part) => ![...part.liesIn, ...part.provinces].some((id) => provinces.has(id)),
  );
  const joined = others.map((part) => speakersFor(part, stating)).filter((speakers) => speakers.length > 0);
  return {
    speakers: [...[...provinces].map((id) => [id]), ...joined],
    silent: others.length - joined.length,
    of: children.length,
  };
}

/** A unit it lies in, or, if every unit directly below it speaks, those. */
function speakersFor(part: RegionPart, stating: ReadonlySet<string>): string[] {
  const above = part.liesIn.filter((id) => stating.has(id)).slice(0, 1);
  if (above.length > 0) return above;
  return part.children.length > 0 && part.children.every((id) => stating.has(id)) ? part.children : [];
}

/** The stating units whose figures make up the sum. */
export function speaking<Unit extends StatingUnit>(chosen: readonly Unit[], extent: Extent): Unit[] {
  const speakers = new Set(extent.speakers.flat());
  return chosen.filter((unit) => speakers.has(unit.unitId));
}

/** The share, 0–1, of what a sum should hold that has a figure. */
export function completeness(extent: Extent, hasFigure: (unitId: string) => boolean): number {
  const present = extent.speakers.filter((speakers) => speakers.length > 0 && speakers.every(hasFigure));
  return extent.speakers.length === 0 ? 0 : present.length / extent.speakers.length;
}
