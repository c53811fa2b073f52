import type { Boundary } from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { Context } from '../context.ts';
import type { StatingUnit } from './figures-in-regions.ts';

/** A unit that a sum over a region should hold. */
export interface RegionPart {
  regionId: string;
  partId: string;
  kind: 'CHILD' | 'PREDECESSOR';
  /** Units directly below the part. */
  children: string[];
  /** Stating units that the part lies in; itself, if it states. */
  liesIn: string[];
  /** Stating units that lie in the part. */
  holds: string[];
}

export interface PartQuestion {
  regionIds: readonly string[];
  day: string;
  boundary: Boundary;
  /** Units that state figures in these regions. */
  stating: readonly StatingUnit[];
}

/** The units directly below each region on a day and, in current borders, those that went into it. */
export function partsOfRegions(ctx: Context, question: PartQuestion): Promise<RegionPart[]> {
  const { regionIds, day, boundary } = question;
  const stating = [...new Set(question.stating.map((unit) => unit.unitId))];
  return ctx.db.rows<RegionPart>(sql`
    /* partsOfRegions */
    with part as materialized (
      select u.parent_id as region_id, u.id, 'CHILD' as kind from admin_unit u
      where u.parent_id = any(${regionIds}::text[])
        and (u.valid_from is null or u.valid_from <= ${day}::date) and (u.valid_to is null or u.valid_to >= ${day}::date)
      union all
      select l.to_id, l.from_id, 'PREDECESSOR' from unit_link l
      where ${boundary} = 'CURRENT' and l.to_id = any(${regionIds}::text[])
    )
    select part.region_id as "regionId", part.id as "partId", part.kind,
      array(select c.id from admin_unit c where c.parent_id = part.id
        and (c.valid_from is null or c.valid_from <= ${day}::date)
        and (c.valid_to is null or c.valid_to >= ${day}::date)) as children,
      array(select s.region_id from unit_scope s where s.unit_id = part.id and s.containment = 'WHOLE'
        and s.region_id = any(${stating}::text[])) as "liesIn",
      array(select s.unit_id from unit_scope s where s.region_id = part.id and s.containment = 'WHOLE'
        and s.unit_id = any(${stating}::text[])) as holds
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
  if (region.isNation) {
    const provinces = chosen.filter((unit) => unit.level === 'PROVINCE').map((unit) => [unit.unitId]);
    const silent = children.filter((part) => ![...part.liesIn, ...part.holds].some((id) => stating.has(id)));
    return { speakers: provinces, silent: silent.length, of: children.length };
  }
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
