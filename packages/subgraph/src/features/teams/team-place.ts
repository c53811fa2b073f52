import {
  type AdminLevel,
  DomainError,
  isStorableText,
  type LocalDate,
  requireTeamPlace,
  searchText,
  type TeamKind,
  unitCode,
} from '@cnscd/domain';
import sql, { type Sql } from 'sql-template-tag';
import { standsOn, unitNotFound } from '../../entities/unit.ts';
import type { Write } from '../../operations/write.ts';
import { regionsAround, roleWithin } from '../../permissions/scope.ts';
import { isAtLeast, notPermitted } from '../../permissions/sign-in.ts';

/** Where a team is, and what follows from it. */
export interface TeamPlace {
  /** Null: the team has no territory. */
  unitId: string | null;
  /** Null where it has none. */
  unitLevel: AdminLevel | null;
  /** Official code of the unit, or of the nearest above it: codes of teams begin with it. */
  code: string;
  /** The unit that decisions are issued for: the commune of a village; the nation where there is no territory. */
  decidingUnitId: string;
  /** Full names of the unit and of what it lies in, as far as people search for them. */
  names: string[];
}

/** Where a team is asked to be. */
export interface PlaceInput {
  unitCode?: string | null | undefined;
  unitId?: string | null | undefined;
  /** How the two fields begin in the input: `newTeams[2].`. */
  prefix?: string;
}

interface PlaceDemand {
  kind: TeamKind;
  level: AdminLevel;
  /** On which the unit stands and the code is meant. */
  day: LocalDate;
}

/**
 * The place that an input names, for who may found teams there and move them there.
 *
 * @throws {DomainError} `UNIT_NOT_FOUND`, `UNIT_CODE_INVALID`, `NOT_PERMITTED`, `INPUT_INVALID` for a unit that a team of
 * this level cannot be in, or that does not stand on the day
 */
export async function requirePlaceAs(
  write: Write,
  place: PlaceInput,
  demand: PlaceDemand,
): Promise<TeamPlace> {
  const [found] = await requirePlacesAs(write, [place], demand);
  if (found === undefined) throw new Error('a place that was asked for');
  return found;
}

/** The same for several places, by one statement. */
export async function requirePlacesAs(
  { tx, scope }: Pick<Write, 'tx' | 'scope'>,
  places: readonly PlaceInput[],
  { kind, level, day }: PlaceDemand,
): Promise<TeamPlace[]> {
  const asked = places.map((place, index) => ({ place: index, ...referenceOf(place, { kind, level }) }));
  const found = await tx.rows<FoundPlace>(sql`
    /* placesOfTeams */
    select asked.place, ${placeColumns}, ${standsOn(day)} as "isStanding", ${regionsAround(scope, sql`u.id`)} as "regionIds"
    from json_to_recordset(${JSON.stringify(asked)}::json) as asked (place int, id text, code text)
    join admin_unit u on u.id = asked.id or (u.code = asked.code and ${standsOn(day)})
    ${above}`);
  return asked.map(({ field, code, id, isWithoutUnit }, index) => {
    const row = found.find(({ place }) => place === index);
    if (row === undefined) throw unitNotFound(field, code ?? id ?? '');
    const atLeast = isWithoutUnit ? 'ADMINISTRATOR' : 'COMMUNE_OFFICER';
    if (!isAtLeast(roleWithin(scope, row.regionIds, null), atLeast)) throw notPermitted(atLeast, field);
    if (isWithoutUnit) return withoutUnit(row);
    if (!row.isStanding) throw notStanding(day, field);
    requireTeamPlace(kind, level, row.unitLevel);
    return row;
  });
}

type FoundPlace = TeamPlace & { place: number; isStanding: boolean; regionIds: string[] };

/** What follows from the place of a team that there is already. */
export async function placeOf(tx: Write['tx'], unitId: string | null): Promise<TeamPlace> {
  const [row] = await tx.rows<TeamPlace>(sql`
    /* placeOfTeam */
    select ${placeColumns} from admin_unit u ${above}
    where ${unitId === null ? sql`u.level = 'NATION'` : sql`u.id = ${unitId}`}`);
  if (row === undefined) throw new Error(`there is no unit ${unitId}`);
  return unitId === null ? withoutUnit(row) : row;
}

/** What follows from the places of many teams, by the id of their unit. */
export async function placesOf(
  tx: Write['tx'],
  unitIds: readonly string[],
): Promise<ReadonlyMap<string | null, TeamPlace>> {
  const rows = await tx.rows<TeamPlace>(sql`
    /* placesOfUnits */
    select ${placeColumns} from admin_unit u ${above} where u.id = any(${[...new Set(unitIds)]}::text[])`);
  return new Map(rows.map((row) => [row.unitId, row]));
}

/** What a search for a team looks into: its name, its code, and where it is. */
export const teamSearchText = (team: { name: string; code: string }, { names }: TeamPlace): string =>
  searchText(team.name, ...names, team.code);

const placeColumns = sql`u.id as "unitId", u.level as "unitLevel", above.code, above."decidingUnitId", above.names`;

// The unit under the alias u and all above it.
const above: Sql = sql`
  cross join lateral (
    with recursive line as (
      select u.id, u.code, u.full_name, u.level, u.parent_id, 0 as distance
      union all
      select p.id, p.code, p.full_name, p.level, p.parent_id, line.distance + 1
      from line join admin_unit p on p.id = line.parent_id)
    select (array_agg(code order by distance) filter (where code is not null))[1] as code,
      (array_agg(id order by distance) filter (where level <> 'VILLAGE'))[1] as "decidingUnitId",
      array_agg(full_name order by distance)
        filter (where distance = 0 or level in ('VILLAGE', 'COMMUNE', 'DISTRICT')) as names
    from line) above`;

function withoutUnit(nation: TeamPlace): TeamPlace {
  return { ...nation, unitId: null, unitLevel: null, names: [] };
}

/** A unit as the statement looks for it; the nation stands in for none. */
function referenceOf(
  { unitCode: code, unitId, prefix = '' }: PlaceInput,
  { kind, level }: Pick<PlaceDemand, 'kind' | 'level'>,
) {
  if (unitId != null) {
    const field = `${prefix}unitId`;
    if (!isStorableText(unitId)) throw unitNotFound(field, JSON.stringify(unitId).slice(0, 60));
    return { field, id: unitId, code: null, isWithoutUnit: false };
  }
  const field = `${prefix}unitCode`;
  if (code != null) return { field, id: null, code: unitCode(code, field), isWithoutUnit: false };
  requireTeamPlace(kind, level, null);
  return { field, id: null, code: 'VN', isWithoutUnit: true };
}

function notStanding(day: LocalDate, field: string): DomainError {
  return new DomainError(
    'INPUT_INVALID',
    {
      vi: `${field}: đơn vị này không tồn tại vào ngày ${day}; hãy chọn đơn vị của ngày đó.`,
      en: `${field}: this unit does not stand on ${day}; choose the one of that day.`,
    },
    { field },
  );
}
